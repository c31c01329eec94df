"""Sessions and forms, as somebody would try them who wants to be somebody else."""

import pytest
from django.test import Client

from drawleaf.people.models import Person
from tests import cast
from tests.addresses import DOORS, WRITING, address

pytestmark = pytest.mark.django_db
HOME = "http://localhost"


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True, headers=cast.JSON, SERVER_NAME="localhost")


def token(browser, at="/sign-in/") -> str:
    browser.get(at, headers={"accept": "text/html"})
    return browser.cookies["csrftoken"].value


def sign_in(browser, owner, mine="", **more):
    fields = {"user": owner.name, "login": cast.login_of(owner), "mine": mine}
    return browser.post("/sign-in/", fields, headers={"X-CSRFToken": token(browser)} | more)


def session(browser) -> str:
    return browser.cookies["sessionid"].value


def reads(key: str) -> int:
    """What a browser gets of the keyring that has nothing but this session."""
    thief = Client(headers=cast.JSON)
    thief.cookies["sessionid"] = key
    return thief.get("/keyring/").status_code


def test_a_session_begun_for_somebody_is_not_the_one_they_sign_in_to(ana, browser):
    """Somebody lays a session of theirs into Ana's browser, and waits for her to sign in."""
    attacker = Client(headers=cast.JSON)
    attacker.post("/sign-in/passkey/challenge/")
    laid = browser.cookies["sessionid"] = session(attacker)
    assert sign_in(browser, ana).status_code == 200
    assert session(browser) != laid
    assert (reads(session(browser)), reads(laid)) == (200, 401)


def test_a_session_nobody_gave_out_is_none(ana, browser):
    browser.cookies["sessionid"] = "a" * 32
    sign_in(browser, ana)
    assert session(browser) != "a" * 32
    assert reads("a" * 32) == 401


def test_signing_in_as_another_ends_the_first(ana, bo, browser):
    sign_in(browser, ana)
    hers, her_token = session(browser), browser.cookies["csrftoken"].value
    assert sign_in(browser, bo).status_code == 200
    assert reads(hers) == 401 and session(browser) != hers
    assert browser.cookies["csrftoken"].value != her_token
    assert browser.get("/keyring/").json()["user"] == "bo"


def test_signing_out_ends_the_session_for_whoever_copied_it(ana, browser):
    sign_in(browser, ana, "on")
    copied = session(browser)
    assert reads(copied) == 200
    answer = browser.post("/sign-out/", headers={"X-CSRFToken": browser.cookies["csrftoken"].value})
    assert answer.status_code == 204
    assert reads(copied) == 401
    assert (session(browser), browser.cookies["device"].value) == ("", "")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


@pytest.mark.parametrize("mine", ["", "on"])
def test_cookies_are_for_this_place_only(ana, browser, mine):
    sign_in(browser, ana, mine)
    cookie = browser.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["domain"] == ""
    assert bool(cookie["max-age"]) == bool(mine), "or it ends with the browser"
    assert len(cookie.value) >= 32
    assert browser.cookies["csrftoken"]["samesite"] == "Lax"


def test_a_new_passphrase_ends_what_others_copied_and_changes_the_session(ana, browser):
    sign_in(browser, ana)
    copied = session(browser)
    wrap = {"login": cast.login_secret(), "revision": 2, "kdf": 1}
    wrap |= {"envelope": cast.text(cast.envelope(bucket=4096)), "proof": cast.login_of(ana)}
    answer = browser.post(
        "/keyring/passphrase/", wrap, headers={"X-CSRFToken": browser.cookies["csrftoken"].value}
    )
    assert answer.status_code == 200
    assert session(browser) != copied
    assert (reads(session(browser)), reads(copied)) == (200, 401)


@pytest.fixture
def things(ana):
    id = "0" * 8 + "-0000-4000-8000-" + "0" * 12
    return {"record": id, "invitation": id, "device": id, "passkey": cast.passkey(ana).pk}


@pytest.mark.parametrize("name", WRITING | DOORS)
@pytest.mark.parametrize(
    "how", ["no token", "another browser's", "an empty one", "a foreign page's", "a null origin's"]
)
def test_a_form_of_another_page_is_not_taken(ana, bo, browser, things, name, how):
    sign_in(browser, ana)
    own = browser.cookies["csrftoken"].value
    other = Client(enforce_csrf_checks=True, headers=cast.JSON)
    sign_in(other, bo)
    headers = {
        "no token": {},
        "another browser's": {"X-CSRFToken": other.cookies["csrftoken"].value, "Origin": HOME},
        "an empty one": {"X-CSRFToken": ""},
        "a foreign page's": {"X-CSRFToken": own, "Origin": "https://evil.example"},
        "a null origin's": {"X-CSRFToken": own, "Origin": "null"},
    }[how]
    before = list(Person.objects.values()), session(browser)
    answer = browser.post(address(name, things), {"user": "ana"}, headers=headers)
    assert answer.status_code == 403
    assert (list(Person.objects.values()), session(browser)) == before
    assert browser.get("/keyring/").status_code == 200


def test_a_page_of_the_house_is_taken(ana, browser):
    sign_in(browser, ana)
    headers = {"X-CSRFToken": browser.cookies["csrftoken"].value, "Origin": HOME}
    assert browser.post("/devices/this/use/", headers=headers).status_code == 204


@pytest.mark.parametrize(
    "way", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_the_server_sends_nobody_elsewhere(ana, browser, way):
    answer = sign_in(browser, ana)
    assert answer.json()["next"] == "/"
    for at in ("/sign-in/", "/sign-up/"):
        answer = browser.get(at, {"next": way}, headers={"accept": "text/html"})
        assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    signed_out = Client().get("/settings/", {"next": way})
    assert signed_out.headers["Location"].startswith("/sign-in/?next=/settings/")
