"""Sign-up, unlocking, sharing, recovery with a passkey: two kinds of address, PRF on and off."""

import json
import os
from urllib.parse import parse_qs

import pytest

from demo.phone import phones_of
from tests.entering import make_code, make_link, open_keyring, sign_up
from tests.passkey_home import (
    TRUSTING,
    Keys,
    SecureHouse,
    add_passkey,
    by_passkey,
    is_open,
    newcomer,
    says,
    shut,
    sign_out,
    unlock_by_passkey,
)

pytestmark = pytest.mark.browser
SENTENCE = "You waited at the gate."
ANSWER = {"id", "rawId", "type", "response"}
CREATED = {"clientDataJSON", "attestationObject"}
USED = {"clientDataJSON", "authenticatorData", "signature", "userHandle"}


@pytest.fixture(scope="module")
def trusting(chromium):
    """A browser that finds the name of the house, and takes its certificate."""
    path = os.environ.get("DRAWLEAF_CHROMIUM")
    browser = chromium.browser_type.launch(executable_path=path, args=TRUSTING)
    yield browser
    browser.close()


@pytest.fixture(params=["http", "https"])
def home(request, house):
    """On http://localhost, and on an https:// name."""
    if request.param == "http":
        yield house
        return
    house.stop()
    with SecureHouse(house.var) as secure:
        yield secure


@pytest.fixture
def phone(trusting):
    with phones_of(trusting) as phone:
        yield phone


def write_and_share(page, house, text):
    page.goto(f"{house.url}/notebook/#write")
    page.fill("#entry-words", f"{text} I said nothing.")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("link", name="Share a passage").click()
    page.locator(".sentence").first.click()
    page.get_by_role("button", name="Lay it on the table").click()
    page.wait_for_url("**/table/leaves/**")


def pair(ana, bo, house):
    bo.goto(make_link(ana, house))
    sign_up(bo, "Bo")
    ana.get_by_role("button", name="Yes, confirm").click()
    open_keyring(ana, ana.words)
    ana.get_by_role("heading", name="You and Bo").wait_for()
    bo.get_by_role("heading", name="You and Ana").wait_for()


def test_sign_up_enrol_unlock_share_and_come_back_with_a_passkey(home, phone):
    ana, bo = newcomer(phone, home), phone().new_page()
    add_passkey(ana, home, ana.words)
    assert ana.get_by_text("signs in; the passphrase opens").count() == 0
    pair(ana, bo, home)
    ana.goto(f"{home.url}/notebook/")
    shut(ana)
    unlock_by_passkey(ana, home)
    write_and_share(ana, home, SENTENCE)
    bo.goto(f"{home.url}/table/")
    bo.locator("sealed-text").get_by_text(SENTENCE).wait_for()
    sign_out(ana, home)
    by_passkey(ana, home)
    ana.wait_for_url(f"{home.url}/")
    is_open(ana)
    ana.goto(f"{home.url}/notebook/")
    ana.get_by_text("I said nothing").first.wait_for()
    # What the authenticator gave for the notebook never travels, nor the passphrase.
    answers = [parse_qs(body)["credential"][0] for body in ana.sent if "credential=" in body]
    assert [set(json.loads(answer)) for answer in answers] == [ANSWER, ANSWER]
    assert [set(json.loads(answer)["response"]) for answer in answers] == [CREATED, USED]
    long = [word for word in ana.words.split() if len(word) > 4]
    assert not any(word in body for body in ana.sent for word in long)


def test_without_prf_a_passkey_signs_in_and_the_passphrase_opens(home, phone):
    ana, bo = newcomer(phone, home, prf=False), phone().new_page()
    add_passkey(ana, home, ana.words)
    assert ana.get_by_text("signs in; the passphrase opens").is_visible()
    pair(ana, bo, home)
    shut(ana)
    ana.goto(f"{home.url}/notebook/")
    ana.get_by_role("button", name="Open", exact=True).click()
    assert not ana.locator("#unlock [data-by-passkey]").is_visible()
    open_keyring(ana, ana.words)
    is_open(ana)
    write_and_share(ana, home, SENTENCE)
    bo.goto(f"{home.url}/table/")
    bo.locator("sealed-text").get_by_text(SENTENCE).wait_for()
    sign_out(ana, home)
    ana.check("input[name=mine]")
    ana.get_by_role("button", name="With a passkey").click()
    says(ana, "You are signed in. Your passphrase opens the notebook.")
    assert ana.locator("#user").input_value() == "ana"
    ana.fill("#passphrase", "not these words at all")
    ana.click("form[data-sign-in] .button")
    says(ana, "That is not your passphrase")
    ana.fill("#passphrase", ana.words)
    ana.click("form[data-sign-in] .button")
    ana.wait_for_url(f"{home.url}/")
    is_open(ana)
    ana.goto(f"{home.url}/settings/")
    assert ana.get_by_text("only yours").is_visible()
    # The passphrase opened; it was not what signed in.
    assert not any("login=" in body and "kid=" not in body for body in ana.sent)


def test_after_a_recovery_a_fresh_device_gets_a_passkey_of_its_own(home, phone):
    ana = newcomer(phone, home)
    add_passkey(ana, home, ana.words)
    ana.goto(f"{home.url}/notebook/#write")
    ana.fill("#entry-words", "Rain on the tin roof.")
    ana.get_by_role("button", name="Keep").click()
    ana.wait_for_selector("[data-edit]")
    ana.goto(f"{home.url}/settings/")
    code = make_code(ana)
    fresh = phone().new_page()
    keys = Keys(fresh)
    fresh.goto(f"{home.url}/recover/")
    fresh.fill("#user", "ana")
    fresh.fill("#code", code)
    fresh.check("input[name=mine]")
    fresh.get_by_role("button", name="Go on").click()
    fresh.get_by_role("heading", name="A new passphrase").wait_for()
    fresh.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    words = " ".join(fresh.locator("[data-given]").inner_text().split())
    fresh.get_by_role("button", name="Keep it").click()
    fresh.wait_for_url(f"{home.url}/")
    add_passkey(fresh, home, words)
    assert len(keys.all()) == 1
    sign_out(fresh, home)
    by_passkey(fresh, home)
    fresh.wait_for_url(f"{home.url}/")
    fresh.goto(f"{home.url}/notebook/")
    fresh.get_by_text("Rain on the tin roof.").first.wait_for()
    shut(fresh)
    unlock_by_passkey(fresh, home)
    fresh.get_by_text("Rain on the tin roof.").first.wait_for()
