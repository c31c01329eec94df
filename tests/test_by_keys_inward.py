"""Looking inward without a pointer: each answer leads to the next sentence, and none is lost."""

import pytest

from tests.at_home import said
from tests.by_keys import hands_of

pytestmark = pytest.mark.browser


@pytest.fixture
def ana(home, phone):
    yield from hands_of("ana", home, phone)


def test_one_looks_inward(home, ana):
    ana.at("/notebook/")
    ana.follow("Look inward", "**#inward")
    ana.follow("What stands between", "**#barriers")
    ana.follow("Showing myself", "**#explore/*")
    question = ana.page.locator("#view h1")
    ana.press(ana.button("rather"), " ")
    assert ana.is_at(question), "and the next is read at once"
    ana.type(ana.page.get_by_label("In your own words"), "Now and then.")
    ana.press(ana.button("Go on"))
    ana.press(ana.button("The one before"))
    assert ana.is_at(question)
    ana.press(ana.button("Go on"))
    for _ in range(9):
        ana.press(ana.button("very much"))
        assert ana.is_at(question)
    ana.press(ana.button("Leave it open"))
    said(ana.page, "Kept.")
    ana.goes_on()
    ana.unfold("What you answered")
    ana.press(ana.button("Delete"))
    ana.press(ana.button("Delete it"))
    said(ana.page, "Deleted.")
    ana.goes_on()


def test_a_letter_is_not_sent(home, ana):
    ana.at("/notebook/#inward")
    ana.follow("An old hurt", "**#letter")
    ana.page.locator("#letter-words:focus").wait_for()
    ana.page.keyboard.type("It was long ago.")
    ana.unfold("Ways to go on")
    ana.press(ana.button("What it did to me:"))
    assert ana.is_at(ana.page.locator("#letter-words")), "one writes on at once"
    ana.page.keyboard.type("I went quiet.")
    ana.press(ana.button("Keep"))
    said(ana.page, "Kept.")
    ana.goes_on()
    ana.press(ana.button("Delete it"))
    ana.press(ana.page.locator("dialog[open]").get_by_role("button", name="Delete it"))
    said(ana.page, "Deleted.")
    ana.goes_on()
