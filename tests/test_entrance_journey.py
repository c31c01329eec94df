"""In, and in again: a passphrase of one's own, the recovery code, a new passphrase, sign-out."""

import pytest

from tests.entering import make_code, make_link, sign_out, sign_up

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
    page.get_by_text("These words are too easy to guess").wait_for()
    assert not page.get_by_text("Not strong enough yet").is_visible(), "one line says it"
    page.fill("#new-passphrase", "the kettle never sings before a dim dawn")
    page.get_by_text("Strong enough").wait_for()
    page.click("form .button")
    page.wait_for_url(f"{house.url}/")
    assert any("login=" in body for body in sent)
    assert not any(word in body for body in sent for word in ("Lisbon", "kettle", "2015"))


def test_a_no_leads_to_the_field_it_is_about_until_somebody_types(house, phone):
    page = phone().new_page()
    page.goto(f"{house.url}/sign-up/")
    sign_up(page, "Ana Lu", house.first_code)
    page.get_by_text("A sign-in name has letters a to z").wait_for()
    field = page.locator("#enrol-user")
    assert field.evaluate("(field) => field === document.activeElement")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == "enrol-user-help enrol-say"
    why = page.locator("#enrol-say").bounding_box()["y"] - field.bounding_box()["y"]
    assert 0 < why < 150, "the reason stands beside the field"
    field.press("Backspace")
    assert field.get_attribute("aria-invalid") is None
    assert field.get_attribute("aria-describedby") == "enrol-user-help"
    assert page.locator("#enrol-say").inner_text() == ""
    field.fill("ana")
    page.fill("#enrol-code", "")
    page.click("form .button")
    page.get_by_text("This field is still empty").wait_for()
    assert page.locator("#enrol-code").get_attribute("aria-invalid") == "true"


def test_a_name_changes_until_somebody_knows_it(house, ana, phone):
    ana.get_by_text("Another name", exact=True).click()
    ana.fill("#display-name", "you")
    ana.get_by_role("button", name="Keep this name").click()
    ana.get_by_text("this word stands for the one who reads").wait_for()
    ana.fill("#display-name", "Anna")
    ana.get_by_role("button", name="Keep this name").click()
    ana.get_by_role("heading", name="Anna", exact=True).wait_for()
    link = make_link(ana, house)
    bo = phone().new_page()
    bo.goto(link)
    bo.get_by_role("heading", name="Anna invites you").wait_for()
    ana.goto(f"{house.url}/settings/")
    assert ana.get_by_text("Another name", exact=True).count() == 0


def test_a_wrong_passphrase_says_so_and_the_right_one_enters(house, ana):
    sign_out(ana)
    sign_in(ana, house, "not at all these words")
    ana.get_by_text("do not fit together").wait_for()
    ana.get_by_role("link", name="Somebody may know my passphrase").click()
    ana.get_by_text("nobody is told").wait_for()
    assert not ana.get_by_text("do not fit together").is_visible()
    ana.goto(f"{house.url}/sign-in/")
    ana.evaluate("sessionStorage.clear()")
    ana.fill("#user", "ana")
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


def test_whoever_left_the_recovery_half_way_finishes_it_signed_in(house, ana):
    code = make_code(ana)
    sign_out(ana)
    for _half_way in range(2):
        ana.goto(f"{house.url}/recover/")
        ana.fill("#user", "ana")
        ana.fill("#code", code)
        ana.get_by_role("button", name="Go on").click()
        ana.get_by_text("Keeping it signs out your other devices.").wait_for()
    ana.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    ana.get_by_role("button", name="Keep it").click()
    ana.wait_for_url(f"{house.url}/")
    ana.goto(f"{house.url}/sign-in/")
    assert ana.url == f"{house.url}/", "who is signed in signs in no further"


def test_a_new_passphrase_asks_who_knows_the_old_one_and_ends_other_sessions(house, ana, phone):
    other = phone().new_page()
    sign_in(other, house, ana.words)
    other.wait_for_url(f"{house.url}/")
    ana.get_by_text("New passphrase", exact=True).click()
    ana.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    keep = ana.get_by_role("button", name="Keep the new passphrase")
    ana.fill("#old-passphrase", ana.words)
    keep.click()
    ana.get_by_text("Please choose one").wait_for()
    choice = ana.locator("#renew [role=radiogroup]")
    assert choice.get_attribute("aria-invalid") == "true"
    ana.locator("[name=known][value=no]").check()
    assert choice.get_attribute("aria-invalid") is None
    assert not ana.get_by_text("Please choose one").is_visible()
    assert ana.get_by_text("is not shut out").is_visible()
    ana.fill("#old-passphrase", "not these")
    keep.click()
    ana.get_by_text("That is not your passphrase").wait_for()
    ana.fill("#old-passphrase", ana.words)
    words = ana.locator("[data-given]").inner_text()
    keep.click()
    kept = ana.get_by_text("Your new passphrase is kept")
    kept.wait_for()
    assert not ana.locator("#old-passphrase").is_visible()
    assert 0 < kept.bounding_box()["y"] < 844
    assert not ana.get_by_role("button", name="Sign out: Computer").is_visible()
    ana.reload()
    ana.wait_for_load_state("networkidle")
    assert not kept.is_visible(), "said once"
    other.goto(f"{house.url}/settings/")
    other.fill("#user", "ana")
    other.fill("#passphrase", words)
    other.click("form .button")
    other.wait_for_url(f"{house.url}/settings/")


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
