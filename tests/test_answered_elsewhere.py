"""Whoever has answered an invitation need not wait beside it for the other's yes."""

import pytest

from tests.entering import make_link, open_keyring, sign_up

pytestmark = pytest.mark.browser


def test_whoever_has_answered_may_write_wherever_they_are_when_the_yes_comes(house, phone):
    ana, bo = phone().new_page(), phone().new_page()
    ana.goto(f"{house.url}/sign-up/")
    words = sign_up(ana, "Ana", house.first_code)
    ana.wait_for_url(f"{house.url}/")
    bo.goto(make_link(ana, house))
    sign_up(bo, "Bo")
    bo.get_by_role("heading", name="Waiting for Ana to confirm").wait_for()
    bo.goto(f"{house.url}/rituals/touch/")
    bo.get_by_text("Wishes take two.").wait_for()
    ana.get_by_role("button", name="Yes, confirm").click()
    open_keyring(ana, words)
    ana.get_by_role("heading", name="You and Bo").wait_for()
    bo.goto(f"{house.url}/")
    bo.get_by_role("heading", name="You and Ana").wait_for()
    assert len(bo.locator(".spoken").inner_text().split()) == 6
    bo.goto(f"{house.url}/rituals/touch/")
    bo.fill("#likes", "Your hand on my back.")
    bo.get_by_role("button", name="Lay it on the table").click()
    bo.locator("sealed-text[opened]", has_text="Your hand on my back.").wait_for()
    assert not bo.get_by_text("would rather not", exact=True).is_visible(), "nothing was said there"
