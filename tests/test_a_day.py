"""A day's use: from a locked phone to *that is all for today*, in a few taps and two minutes."""

import time
from datetime import date

import pytest

from tests.at_home import WORDS, said, sign_in

pytestmark = pytest.mark.browser
TAPS, MINUTES = 10, 2
DAY = date.today().isoformat()
# As `tests/first_hour.py` counts: 40 words a minute typed, 1.5 s a tap, 200 words a minute read.
TYPING, TAP, READING = 60 / 40, 1.5, 60 / 200


@pytest.fixture
def two(home):
    """Some weeks of life: two rituals and thanks that both have agreed to, and a leaf of Bo's."""
    for name, sort in [("Supper", "meal"), ("Hello", "hello"), ("Thank each other", "gratitude")]:
        ritual = home.ana.offer_ritual(name, DAY, sort=sort, when="day")
        home.bo.sync()
        home.bo.agree_to_ritual(ritual, DAY)
    home.bo.share("I would rather you asked.", DAY)
    return home


class Hand:
    """One thumb on Ana's phone; it counts."""

    def __init__(self, page):
        self.page, self.taps, self.typed, self.read = page, 0, 0, 0

    def tap(self, target):
        target.tap()
        self.taps += 1

    def type(self, target, words):
        """Into a field that has the focus already, or else by a tap on it."""
        if not target.evaluate("(field) => field === document.activeElement"):
            self.tap(target)
        self.page.keyboard.type(words)
        self.typed += len(words.split())

    def look(self):
        self.read += len(self.page.locator("main").inner_text().split())

    @property
    def seconds(self):
        return self.taps * TAP + self.typed * TYPING + self.read * READING


def test_a_days_use_takes_a_few_taps(two, phone):
    page = sign_in(phone(), two.house, "ana", mine=True)
    page.locator("header [data-close]").tap()
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    page.goto("about:blank")

    begun = time.monotonic()
    page.goto(f"{two.house.url}/")
    page.locator(".tick").first.wait_for()
    hand = Hand(page)
    hand.look()
    for name in ("Supper", "Hello"):
        hand.tap(page.get_by_role("button", name=name))
        said(page, "Marked.")
    hand.tap(page.get_by_role("button", name="Thank each other"))
    hand.type(page.get_by_label("What you did"), "You waited in the doorway with two cups.")
    hand.tap(page.locator("form.ask").get_by_role("button", name="Keep"))
    page.locator("form.ask").wait_for(state="detached")
    hand.type(page.get_by_label("A line for today"), "A good, slow day.")
    hand.tap(page.locator("[data-line] .button"))
    # Unlocking: the passphrase comes from the phone's keeper; one tap opens.
    page.fill("#unlock input[type=password]", WORDS["ana"])
    hand.tap(page.locator("#unlock form .button.mine"))
    said(page, "Kept.")
    hand.tap(page.get_by_role("link", name="Read it"))
    page.get_by_text("I would rather you asked.").wait_for()
    hand.look()
    took = time.monotonic() - begun
    print(f"\n{hand.taps} taps, {hand.typed} words typed, {hand.read} read: {hand.seconds:.0f} s")
    print(f"the scripted run took {took:.0f} s")
    assert hand.taps <= TAPS
    assert hand.seconds <= MINUTES * 60 and took <= MINUTES * 60
    assert not page.faults
