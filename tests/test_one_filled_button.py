"""One filled button a screen, whatever is unfolded: an eye knows at once what the page is for."""

from uuid import uuid4

import pytest

from tests.at_home import sign_in
from tests.deck import UNSAID
from tests.inward import answer, result
from tests.visited import EMPTY, OTHERS, lived

pytestmark = pytest.mark.browser
# Pairs of filled buttons that fit between the top of a screen and the bar.
CROWDED = """() => {
  const bar = document.querySelector(".bar")?.getBoundingClientRect().height ?? 0;
  const filled = [...document.querySelectorAll(".button:not(.outline, .quiet)")]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }))
    .filter((it) => !it.disabled && it.ariaDisabled !== "true")
    .map((it) => [it.textContent.trim(), it.getBoundingClientRect()])
    .sort(([, one], [, other]) => one.top - other.top);
  return filled.slice(1)
    .map(([name, { bottom }], at) => [filled[at][0], name, bottom - filled[at][1].top])
    .filter(([, , height]) => height <= innerHeight - bar).map(([one, other]) => [one, other]);
}"""

# Only this fold and those it lies in; what it says, or null where it is out of sight. In one step:
# a page that has just been synced may be drawn anew between two.
ALONE = """(all, number) => {
  const summary = all[number]?.querySelector(":scope > summary");
  if (!summary?.checkVisibility({ visibilityProperty: true })) return null;
  for (const each of all) each.open = each.contains(all[number]);
  return summary.textContent;
}"""
ALL = "(all) => all.forEach((it) => it.checkVisibility() && (it.open = true))"


class Look:
    def __init__(self, page, url):
        self.page, self.url, self.crowded = page, url, []

    def at(self, address):
        self.page.goto(self.url + address)
        self.page.wait_for_load_state("networkidle")
        self.note(address)
        folds = self.page.locator("main details")
        for number in range(folds.count()):
            if summary := folds.evaluate_all(ALONE, number):
                self.note(address, summary)
        folds.evaluate_all(ALL)
        self.note(address, "all unfolded")

    def note(self, *where):
        self.crowded += [(*where, pair) for pair in self.page.evaluate(CROWDED)]


def test_what_two_do_together(home, phone):
    addresses = lived(home.ana, home.bo)
    look = Look(sign_in(phone(), home.house, "ana", mine=True), home.house.url)
    for address in [*addresses, *UNSAID, *EMPTY, *OTHERS]:
        look.at(address)
    assert not look.crowded, look.crowded


def test_what_two_do_together_on_a_table_that_is_shut(home, phone):
    addresses = lived(home.ana, home.bo)
    look = Look(sign_in(phone(), home.house, "ana"), home.house.url)
    look.page.locator("header [data-close]").tap()
    look.page.wait_for_selector("html[data-notebook=shut]", state="attached")
    for address in [*addresses, *UNSAID, *EMPTY]:
        look.at(address)
    assert not look.crowded, look.crowded


def test_today_while_something_is_written_everywhere(home, phone):
    lived(home.ana, home.bo)
    for mine in (True, False):
        look = Look(sign_in(phone(), home.house, "ana", mine=mine), home.house.url)
        page = look.page
        page.get_by_role("button", name="Thanks, ours").click()
        page.locator("form.ask textarea").first.fill("You waited.")
        page.locator("#line").fill("A good, slow day.")
        look.note("/", "written", mine)
        page.locator("header [data-close]").tap()
        page.wait_for_selector("html[data-notebook=shut]", state="attached")
        page.locator("#cover button").tap()
        page.locator("#line").fill("A good, slow day.")
        look.note("/", "shut", mine)
        assert not look.crowded, look.crowded


def test_ones_notebook(home, phone):
    home.ana.add_entry("The lamp is lit. I am waiting.", "2026-11-22")
    page = sign_in(phone(), home.house, "ana", mine=True)
    look = Look(page, home.house.url)
    hope = {"day": "2026-11-22", "foundation": "boundaries", "what": "A no."}
    hoped = home.ana.keep(uuid4(), 1, "trust", **hope).record
    places = ("", "#write", "#search", "#day", "#month/2026-11", "#inward", "#barriers", "#letter")
    mine = ("#foundations", "#trend", "#trust", f"#wish/{hoped}")
    for place in (*places, *mine, "#explore/hurt"):
        look.at(f"/notebook/{place}")
    answer(page, *["very"] * 12)
    result(page)
    look.at(page.url.removeprefix(home.house.url))
    look.at("/notebook/")
    page.locator("[data-months] a").click()
    page.get_by_role("link", name="Share a passage").click()
    page.get_by_role("checkbox").first.click()
    page.locator("[data-preview]").wait_for()
    look.note("share")
    assert not look.crowded, look.crowded


def test_alone_and_before_signing_in(house, phone):
    look = Look(phone().new_page(), house.url)
    for address in ("/sign-up/", "/sign-in/", "/recover/", "/offline/", "/nothing/"):
        look.at(address)
    assert not look.crowded, look.crowded
