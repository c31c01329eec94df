"""Write apart, from the prompt to both reading, on two phones at the production server."""

import pytest

from tests.at_home import sign_in

pytestmark = pytest.mark.browser


def lay_before_both(page, url):
    page.goto(f"{url}/questions/")
    page.locator("form[data-lay] button").first.click()
    page.wait_for_url("**/questions/*-*/")
    return page.url


def keep(page, address, text):
    page.goto(address)
    page.fill("[data-answer] textarea", text)
    page.click("[data-answer] .button")
    page.wait_for_selector("[data-mine] .words")


def press_open(page, address):
    page.goto(address)
    page.wait_for_selector("text=You have both written. Open?")
    page.wait_for_selector("[data-mine] .words")
    page.click("[data-opening] .button")


def test_both_write_apart_and_open_together(home, phone):
    ana, bo = (sign_in(phone(), home.house, each, mine=True) for each in ("ana", "bo"))
    ana.goto(f"{home.house.url}/questions/")
    address = lay_before_both(ana, home.house.url)
    keep(ana, address, "The lamp that nobody has to ask for.")
    bo.goto(address)
    assert "The lamp" not in bo.content()
    keep(bo, address, "The chipped cup.")
    press_open(ana, address)
    ana.wait_for_selector("text=You have pressed Open.")
    press_open(bo, address)
    bo.wait_for_selector("text=Open for both of you.")
    bo.wait_for_selector("[data-theirs] >> text=The lamp that nobody has to ask for.")
    ana.wait_for_selector("[data-theirs] >> text=The chipped cup.", timeout=15_000)
    assert ana.faults == bo.faults == []
