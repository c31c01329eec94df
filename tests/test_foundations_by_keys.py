"""A month, its picture and a wish, without a pointer: no act takes the focus out of Ana's hands."""

from datetime import date
from uuid import uuid4

import pytest

from tests.at_home import WORDS, said
from tests.by_keys import hands_of

pytestmark = pytest.mark.browser
DAY = date.today().isoformat()


@pytest.fixture
def ana(home, phone):
    yield from hands_of("ana", home, phone)


@pytest.fixture
def bo(home, phone):
    home.bo.recovery_code(WORDS["bo"])
    yield from hands_of("bo", home, phone)


def test_a_month_is_kept_drawn_and_deleted(home, ana):
    home.ana.keep(uuid4(), 1, "foundations", day="2024-03-27", month="2024-03", boundaries=4)
    ana.at("/notebook/")
    ana.follow("Look inward", "**#inward")
    ana.follow("My month", "**#foundations")
    row = ana.page.locator("[data-dots=consistency]")
    ana.press(row.get_by_role("button", name="mostly"), " ")
    assert row.locator("[data-full]").count() == 4
    ana.type(ana.page.locator("[data-line=consistency_line]"), "It held.")
    ana.press(ana.button("Keep"))
    said(ana.page, "until the month is over")
    ana.goes_on()
    ana.follow("My months as a picture", "**#trend")
    ana.page.locator("canvas").first.wait_for()
    ana.press(ana.button("All years"))
    ana.goes_on()
    ana.unfold("The same as a table")
    ana.page.go_back()
    ana.page.locator("form:visible [data-line]").first.wait_for()
    ana.unfold("Earlier months")
    ana.follow("March 2024", "**/2024-03")
    ana.page.get_by_role("heading", name="March 2024").wait_for()
    ana.unfold("Delete this month")
    ana.press(ana.button("Delete it"))
    said(ana.page, "Deleted.")
    ana.goes_on()


def test_a_hope_is_marked_taken_out_and_offered(home, ana, bo):
    ana.at("/notebook/#trust")
    ana.unfold("Choose, or write your own")
    box = ana.page.locator("[type=checkbox]:visible").first
    ana.press(box, " ")
    hoped = ana.page.locator("[data-hoped] li:visible")
    hoped.wait_for()
    assert ana.is_at(box)
    ana.press(hoped.get_by_role("button", name="Take it out"))
    hoped.wait_for(state="detached")
    ana.goes_on()
    assert not box.is_checked()
    ana.type(ana.page.locator("textarea:visible"), "Quiet after work.")
    ana.press(ana.button("Keep"))
    hoped.get_by_text("Quiet after work.").wait_for()
    ana.goes_on()
    ana.follow("Offer it as a wish", "**#wish/*")
    ana.press(ana.button("Lay it on the table"))
    ana.page.wait_for_url("**/foundations/")

    bo.at("/foundations/")
    bo.press(bo.button("Can we talk about it?"))
    bo.page.locator("[data-answer]", has_text="Can we talk about it?").wait_for()
    bo.press(bo.button("Take it back"))
    bo.button("Thank you for telling me").wait_for()
