"""Passkeys day by day: several devices, a lost one, no line, another finger, no passkey at all."""

import pytest

from tests.entering import open_keyring, sign_up
from tests.passkey_home import (
    Keys,
    add_passkey,
    by_passkey,
    is_open,
    newcomer,
    says,
    shut,
    sign_out,
    unlock_by_passkey,
)
from tests.without_server import shell_is_kept, stopped

pytestmark = pytest.mark.browser


def test_several_devices_and_one_that_is_removed(house, phone):
    first = newcomer(phone, house)
    add_passkey(first, house, first.words)
    second = phone().new_page()
    second.keys = Keys(second)
    second.goto(f"{house.url}/sign-in/")
    second.fill("#user", "ana")
    second.fill("#passphrase", first.words)
    second.check("input[name=mine]")
    second.click("form[data-sign-in] .button")
    second.wait_for_url(f"{house.url}/")
    add_passkey(second, house, first.words)
    assert second.locator("#passkeys li").count() == 2
    # The lost one, from the second phone: the first passkey in the list.
    second.locator("#passkeys li").first.get_by_role("button").click()
    open_keyring(second, first.words)
    says(second, "it neither signs in nor opens any more")
    second.reload()
    assert second.locator("#passkeys li").count() == 1
    shut(second)
    unlock_by_passkey(second, house)
    first.goto(f"{house.url}/notebook/")
    shut(first)
    first.get_by_role("button", name="Open", exact=True).click()
    first.get_by_role("button", name="Open with your passkey").click()
    says(first, "This passkey does not open your notebook any more.")
    open_keyring(first, first.words)
    is_open(first)
    sign_out(first, house)
    by_passkey(first, house)
    says(first, "This passkey is not known here, or was removed.")
    sign_out(second, house)
    by_passkey(second, house)
    second.wait_for_url(f"{house.url}/")
    is_open(second)


def test_with_the_server_stopped_the_passkey_still_opens(house, phone):
    ana = newcomer(phone, house)
    add_passkey(ana, house, ana.words)
    ana.goto(f"{house.url}/notebook/#write")
    ana.fill("#entry-words", "Apples in the cellar.")
    ana.get_by_role("button", name="Keep").click()
    ana.wait_for_selector("[data-edit]")
    ana.goto(f"{house.url}/")
    shell_is_kept(ana)
    shut(ana)
    with stopped(house):
        unlock_by_passkey(ana, house)
        ana.get_by_text("Apples in the cellar.").first.wait_for()


def test_a_phone_that_does_not_check_who_holds_it_lets_nobody_in(house, phone):
    ana = newcomer(phone, house)
    add_passkey(ana, house, ana.words)
    ana.goto(f"{house.url}/notebook/")
    shut(ana)
    ana.keys.is_another_finger()
    ana.get_by_role("button", name="Open", exact=True).click()
    ana.get_by_role("button", name="Open with your passkey").click()
    says(ana, "No passkey was used, and nothing was changed.")
    assert ana.locator("html").get_attribute("data-notebook") == "shut"
    sign_out(ana, house)
    ana.get_by_role("button", name="With a passkey").click()
    says(ana, "No passkey was used, and nothing was changed.")
    ana.fill("#user", "ana")
    ana.fill("#passphrase", ana.words)
    ana.click("form[data-sign-in] .button")
    ana.wait_for_url(f"{house.url}/")
    is_open(ana)


def test_a_phone_has_one_passkey_for_one_person(house, phone):
    ana = newcomer(phone, house)
    add_passkey(ana, house, ana.words)
    ana.get_by_role("button", name="Add a passkey").click()
    open_keyring(ana, ana.words)
    says(ana, "This device has a passkey for you already.")
    assert ana.locator("#passkeys li").count() == 1


def test_on_another_address_the_page_says_that_passkeys_want_the_right_one(house, phone):
    ana = newcomer(phone, house)
    ana.goto(f"http://127.0.0.1:{house.port}/sign-in/")
    ana.get_by_role("button", name="With a passkey").click()
    says(ana, "Passkeys work at this server’s own address only.")


def test_unlocking_offers_a_passkey_quietly_where_the_device_could_have_one(house, phone):
    ana = newcomer(phone, house)
    offer = ana.get_by_role("link", name="Open with your fingerprint next time")
    shut(ana)
    ana.goto(f"{house.url}/notebook/")
    ana.get_by_role("button", name="Open", exact=True).click()
    offer.click()
    ana.wait_for_url("**/settings/#passkeys")
    assert ana.get_by_text("Whoever unlocks this phone unlocks this.").is_visible()
    add_passkey(ana, house, ana.words)
    ana.goto(f"{house.url}/notebook/")
    shut(ana)
    ana.get_by_role("button", name="Open", exact=True).click()
    ana.get_by_role("button", name="Open with your passkey").wait_for()
    assert not offer.is_visible()


def test_a_device_without_an_authenticator_is_offered_nothing(house, phone):
    page = phone().new_page()
    page.goto(f"{house.url}/sign-up/")
    page.check("input[name=mine]")
    sign_up(page, "Ana", house.first_code)
    page.wait_for_url(f"{house.url}/")
    shut(page)
    page.goto(f"{house.url}/notebook/")
    page.get_by_role("button", name="Open", exact=True).click()
    page.locator("#unlock[open]").wait_for()
    assert not page.get_by_role("link", name="Open with your fingerprint").is_visible()
    assert not page.locator("#unlock [data-by-passkey]").is_visible()
