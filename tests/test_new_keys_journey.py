"""Somebody may know the passphrase: new keys, the other device, the table, and the way back in."""

import re

import pytest

from tests.at_home import WORDS, moved_in, said, sign_in, unlock, write

pytestmark = pytest.mark.browser
DAY = "2026-11-22"


@pytest.fixture
def home(house):
    home = moved_in(house)
    home.ana.share("Thank you for the tea.", DAY)
    return home


def sign_in_with(page, home, words: str):
    page.fill("#user", "ana")
    page.fill("#passphrase", words)
    page.locator("input[name=mine]").check()
    page.locator("[data-sign-in] .button").click()


def take_new_keys(page) -> tuple[str, str]:
    """As `ask_for_new_keys`, to its good end."""
    words, code = ask_for_new_keys(page)
    page.get_by_role("button", name="Done").click()
    page.get_by_text("Your keys are new").wait_for()
    assert page.locator("form[action*=ending]").count() == 0, "no other device is listed"
    return words, code


def ask_for_new_keys(page) -> tuple[str, str]:
    """From the form in settings: the new passphrase, and the new code as written down."""
    page.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    words = page.locator("[data-given]").inner_text()
    page.fill("#old-passphrase", WORDS["ana"])
    page.get_by_role("button", name="Keep the new passphrase").click()
    page.locator("[data-code]").wait_for()
    code = page.locator("[data-code]").inner_text()
    page.get_by_role("button", name="I have written it down").click()
    page.fill("#recovery-typed", code)
    page.get_by_role("button", name="Keep this code").click()
    return " ".join(words.split()), code


def test_new_keys_shut_out_the_old_words_and_lose_nothing(home, phone):
    other = phone()
    kept = sign_in(other, home.house, "ana", mine=True)
    write(kept, home.house, "before")
    said(kept, "Kept.")
    other.set_offline(True)
    write_here(kept, "while away")
    page = phone().new_page()
    page.goto(f"{home.house.url}/sign-in/")
    page.get_by_role("link", name="Somebody may know my passphrase").click()
    page.get_by_text("nobody is told").wait_for()
    sign_in_with(page, home, WORDS["ana"])
    page.wait_for_url(re.compile("/settings/"))
    assert page.locator("[name=known][value=yes]").is_checked()
    words, code = take_new_keys(page)
    page.goto(f"{home.house.url}/table/")
    page.get_by_text("Thank you for the tea.").wait_for()
    page.get_by_text("From before your keys changed").wait_for()

    other.set_offline(False)
    kept.goto(f"{home.house.url}/notebook/")
    kept.wait_for_url(re.compile("/sign-in/"))
    sign_in_with(kept, home, WORDS["ana"])
    kept.get_by_text("do not fit together").wait_for()
    sign_in_with(kept, home, words)
    kept.wait_for_url(re.compile("/notebook/"))
    for text in ("before", "while away"):
        page.goto(f"{home.house.url}/notebook/")
        page.get_by_role("link", name=text).wait_for()
        kept.get_by_role("link", name=text).wait_for()

    fresh = phone().new_page()
    fresh.goto(f"{home.house.url}/recover/")
    fresh.fill("#user", "ana")
    fresh.fill("#code", code)
    fresh.get_by_role("button", name="Go on").click()
    fresh.get_by_role("heading", name="A new passphrase").wait_for()
    fresh.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    fresh.get_by_role("button", name="Keep it").click()
    fresh.wait_for_url(f"{home.house.url}/")
    fresh.goto(f"{home.house.url}/table/")
    fresh.get_by_text("Thank you for the tea.").wait_for()
    fresh.goto(f"{home.house.url}/notebook/")
    fresh.get_by_role("link", name="while away").wait_for()


def write_here(page, text):
    """On a page that is open already, without a line."""
    page.evaluate("location.hash = '#write'")
    page.fill("#entry-words", text)
    page.get_by_role("button", name="Keep").click()
    page.get_by_text("when there is a connection").first.wait_for()


def test_a_code_that_was_not_typed_back_changes_nothing(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/settings/#renew")
    page.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    page.fill("#old-passphrase", WORDS["ana"])
    page.get_by_role("button", name="Keep the new passphrase").click()
    page.locator("[data-code]").wait_for()
    page.keyboard.press("Escape")
    page.get_by_text("Nothing was changed").wait_for()
    home.ana.unlock(WORDS["ana"])


def test_a_line_that_breaks_before_the_answer_says_which_words_may_hold(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/settings/#renew")
    page.route("**/keyring/renewal/", gone_after_arriving)
    words, _code = ask_for_new_keys(page)
    page.get_by_text("Sign in with the new passphrase").first.wait_for()
    page.goto(f"{home.house.url}/sign-in/")
    if page.url.endswith("/sign-in/"):
        sign_in_with(page, home, words)
    page.wait_for_url(f"{home.house.url}/")
    page.goto(f"{home.house.url}/table/")
    page.get_by_text("Thank you for the tea.").wait_for()


def gone_after_arriving(route):
    """The server has taken it, and something between answers that it is broken."""
    route.fetch()
    route.fulfill(status=502, body="Bad gateway")


def test_new_keys_with_bo_make_a_new_table_and_the_old_one_stays_to_be_read(home, phone):
    ana = sign_in(phone(), home.house, "ana", mine=True)
    bo = sign_in(phone(), home.house, "bo", mine=True)
    ana.goto(f"{home.house.url}/pairing/")
    ana.get_by_role("button", name="They are the same").click()
    ana.get_by_text("Somebody else may have our keys").click()
    ana.get_by_role("button", name="New keys with Bo").click()
    ana.get_by_text("Bo will notice").wait_for()
    ana.get_by_role("button", name="Make the new link").click()
    link = ana.get_by_label("Link", exact=True)
    link.wait_for()
    for _once_more in range(2):
        ana.get_by_text("It is for new keys with Bo").wait_for()
        ana.reload()
    link.wait_for()
    bo.goto(link.input_value())
    bo.get_by_role("heading", name="New keys with Ana").wait_for()
    bo.get_by_text("a new table takes the place of the one you two have").wait_for()
    assert not bo.get_by_text("Ana invites you").is_visible()
    bo.locator("[data-join]").click()
    unlock(bo, "bo")
    ana.get_by_role("heading", name="Bo has answered").wait_for(timeout=15_000)
    ana.get_by_role("button", name="Yes, confirm").click()
    unlock(ana, "ana")
    for page in (ana, bo):
        page.get_by_text("From before your new keys").first.wait_for(timeout=20_000)
        page.goto(f"{home.house.url}/table/")
        page.get_by_role("link", name="before your new keys").click()
        page.get_by_text("Thank you for the tea.").wait_for()
    home.ana.unlock(WORDS["ana"])
    home.bo.unlock(WORDS["bo"])
    assert [couple.state for couple in home.ana.couples()] == ["left", "paired"]
    assert home.ana.pairing_words() == home.bo.pairing_words()
