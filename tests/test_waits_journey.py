"""What waits on Today: one thing of the other's at a time, and beside it the way back in."""

import pytest

from tests.at_home import sign_in

pytestmark = pytest.mark.browser
DAY = "2026-11-28"


def test_without_a_way_back_the_oldest_of_hers_still_stands_there(home, phone):
    for name in ("Supper, screens away", "A walk"):
        home.ana.offer_ritual(name, DAY)
    bo = sign_in(phone(), home.house, "bo", mine=True)
    bo.get_by_text("There is no way back into your notebook yet").wait_for()
    bo.get_by_text("Supper, screens away").wait_for()
    assert not bo.get_by_text("A walk").is_visible(), "one of hers at a time"
    bo.get_by_role("button", name="Set aside").locator("visible=true").click()
    bo.get_by_text("A walk").wait_for()
    assert not bo.get_by_text("Supper, screens away").is_visible()
    assert bo.get_by_text("There is no way back into your notebook yet").is_visible()
    bo.get_by_role("link", name="To your recovery code").click()
    bo.wait_for_selector("#recovery[open]")


def test_a_promise_that_was_kept_offers_no_repair(home, anas_phone):
    ana = anas_phone
    promise = home.ana.make_promise(DAY, what="Ring the clinic")
    ana.goto(f"{home.house.url}/promises/{promise}/")
    repair = ana.get_by_role("link", name="It did not go as promised")
    repair.wait_for()
    ana.get_by_role("button", name="Kept", exact=True).click()
    ana.get_by_text("A slip of the finger?").locator("visible=true").wait_for()
    assert not repair.is_visible()


def test_an_offer_says_what_it_is_before_the_yes(home, bos_phone):
    bo = bos_phone
    home.ana.offer_ritual("Supper", DAY, sort="meal", after="after work", when="evening")
    bo.goto(f"{home.house.url}/rituals/")
    offer = bo.locator("[data-offered]")
    offer.get_by_text("Nobody has to say anything important.").wait_for()
    assert offer.get_by_text("On Today in the evening.").is_visible()
    assert offer.locator("[data-is]:visible").count() == 2
    assert offer.get_by_text("A yes lapses after eight weeks").is_visible()
