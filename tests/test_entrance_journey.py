"""In, and in again: a passphrase of one's own, the recovery code, a new passphrase, sign-out."""

import re

import pytest

from tests.test_pairing_journey import sign_up

pytestmark = pytest.mark.browser


@pytest.fixture
def ana(house, phone):
    """Ana, signed up, in her settings; `ana.words` is her passphrase."""
    page = phone().new_page()
    page.goto(f"{house.url}/sign-up/")
    page.words = sign_up(page, "Ana", house.first_code)
    page.wait_for_url(f"{house.url}/")
    page.goto(f"{house.url}/settings/")
    return page


def sign_in(page, house, words: str):
    page.goto(f"{house.url}/sign-in/")
    page.fill("#user", "Ana")
    page.fill("#passphrase", words)
    page.click("form .button")


def sign_out(page):
    page.locator("form[data-sign-out] .button").click()
    page.wait_for_url(re.compile("/sign-in/"))


def make_code(page) -> str:
    """Write the recovery code down and type it back; the code."""
    page.get_by_role("button", name="Recovery code").click()
    page.fill("#recovery-passphrase", page.words)
    page.get_by_role("button", name="Show me the code").click()
    page.locator("[data-code]").wait_for()
    code = page.locator("[data-code]").inner_text()
    page.get_by_role("button", name="I have written it down").click()
    page.fill("#recovery-typed", code[:-1] + ("2" if code[-1] == "1" else "1"))
    page.get_by_role("button", name="Keep this code").click()
    page.get_by_text("That is not quite the recovery code").wait_for()
    page.fill("#recovery-typed", code.replace("-", " ").lower())
    page.get_by_role("button", name="Keep this code").click()
    page.get_by_role("button", name="Done").click()
    return code


def test_a_passphrase_of_ones_own_is_judged_with_what_somebody_close_knows(house, phone):
    page = phone().new_page()
    sent = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.goto(f"{house.url}/sign-up/")
    page.get_by_role("button", name="My own").click()
    page.fill("#enrol-name", "Ana")
    page.fill("#enrol-user", "ana")
    page.fill("#enrol-code", house.first_code)
    page.fill("#known", "Bo, Lisbon\n14.06.2015")
    page.fill("#new-passphrase", "Bo Lisbon 14.06.2015")
    page.get_by_text("Not strong enough yet").wait_for()
    page.click("form .button")
    page.get_by_text("Somebody who knows you could guess these words").wait_for()
    page.fill("#new-passphrase", "the kettle never sings before a dim dawn")
    page.get_by_text("Strong enough").wait_for()
    page.click("form .button")
    page.wait_for_url(f"{house.url}/")
    assert any("login=" in body for body in sent)
    assert not any(word in body for body in sent for word in ("Lisbon", "kettle", "2015"))


def test_a_wrong_passphrase_says_so_and_the_right_one_enters(house, ana):
    sign_out(ana)
    sign_in(ana, house, "not at all these words")
    ana.get_by_text("do not fit together").wait_for()
    ana.fill("#passphrase", f"  {ana.words}  ")
    ana.click("form .button")
    ana.wait_for_url(f"{house.url}/")
    ana.wait_for_selector("html[data-notebook=open]")


def test_the_recovery_code_lets_one_in_and_asks_for_a_new_passphrase(house, ana):
    code = make_code(ana)
    ana.locator("[data-recovery-state]", has_text="kept").wait_for()
    sign_out(ana)
    ana.get_by_role("link", name="I have my recovery code").click()
    ana.fill("#user", "ana")
    ana.fill("#code", code)
    ana.get_by_role("button", name="Go on").click()
    ana.get_by_role("heading", name="A new passphrase").wait_for()
    ana.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    words = ana.locator("[data-given]").inner_text()
    ana.get_by_role("button", name="Keep it").click()
    ana.wait_for_url(f"{house.url}/")
    ana.goto(f"{house.url}/settings/")
    sign_out(ana)
    sign_in(ana, house, ana.words)
    ana.get_by_text("do not fit together").wait_for()
    sign_in(ana, house, words)
    ana.wait_for_url(f"{house.url}/")


def test_a_new_passphrase_asks_who_knows_the_old_one_and_ends_other_sessions(house, ana, phone):
    other = phone().new_page()
    sign_in(other, house, ana.words)
    other.wait_for_url(f"{house.url}/")
    ana.get_by_text("New passphrase", exact=True).click()
    ana.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    keep = ana.get_by_role("button", name="Keep the new passphrase")
    ana.fill("#old-passphrase", ana.words)
    keep.click()
    ana.get_by_text("One field is still empty").wait_for()
    ana.locator("[name=known][value=no]").check()
    assert ana.get_by_text("is not shut out").is_visible()
    ana.fill("#old-passphrase", "not these")
    keep.click()
    ana.get_by_text("That is not your passphrase").wait_for()
    ana.fill("#old-passphrase", ana.words)
    words = ana.locator("[data-given]").inner_text()
    keep.click()
    ana.get_by_text("Your new passphrase is kept").wait_for()
    other.goto(f"{house.url}/settings/")
    other.fill("#user", "ana")
    other.fill("#passphrase", words)
    other.click("form .button")
    other.wait_for_url(f"{house.url}/settings/")


def test_where_somebody_knew_the_old_one_the_code_is_void_and_a_new_one_is_made(house, ana):
    old = make_code(ana)
    ana.get_by_text("New passphrase", exact=True).click()
    ana.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    ana.locator("[name=known][value=yes]").check()
    ana.fill("#old-passphrase", ana.words)
    ana.get_by_role("button", name="Keep the new passphrase").click()
    ana.get_by_text("the old recovery code is void").wait_for(state="attached")
    ana.locator("[data-code]").wait_for()
    new = ana.locator("[data-code]").inner_text()
    ana.get_by_role("button", name="I have written it down").click()
    ana.fill("#recovery-typed", new)
    ana.get_by_role("button", name="Keep this code").click()
    ana.get_by_role("button", name="Done").click()
    ana.locator("[data-recovery-state]", has_text="kept").wait_for()
    sign_out(ana)
    ana.get_by_role("link", name="I have my recovery code").click()
    ana.fill("#user", "ana")
    ana.fill("#code", old)
    ana.get_by_role("button", name="Go on").click()
    ana.get_by_text("do not fit together").wait_for()
    ana.fill("#code", new)
    ana.get_by_role("button", name="Go on").click()
    ana.get_by_role("heading", name="A new passphrase").wait_for()


def test_a_device_is_listed_and_can_be_signed_out_from_another(house, ana, phone):
    other = phone().new_page()
    sign_in(other, house, ana.words)
    other.wait_for_url(f"{house.url}/")
    ana.reload()
    assert ana.get_by_text("· this one").is_visible()
    ana.get_by_role("button", name="Sign out: Computer").click()
    ana.wait_for_load_state()
    other.goto(f"{house.url}/settings/")
    assert "/sign-in/" in other.url
