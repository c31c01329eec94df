"""Guessing is slow for whoever is in already: by a session, or by the passkey it began with."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from drawleaf.people.models.keyring import RECOVERY, KeyringPart
from drawleaf.web import clock
from tests import cast
from tests.soft_authenticator import Authenticator

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch):
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)


def sealed():
    return cast.text(cast.envelope(bucket=4096))


def changes(person) -> dict[str, dict]:
    """All that takes the passphrase again, each whole but for the proof."""
    wrap = {"login": cast.login_secret(), "revision": 2, "envelope": sealed()}
    pair = {"envelope": cast.text(cast.envelope()), "generation": 2, "keys": sealed()}
    new = {
        "kdf": 1, "kid": cast.text(b"87654321"), "generation": 2, "keys": sealed(),
        "recovery_login": cast.login_secret(), "recovery_revision": 1, "recovery": sealed(),
    }  # fmt: skip
    return {
        "/keyring/keys/": {"generation": 2, "envelope": sealed()},
        "/keyring/passphrase/": wrap | {"kdf": 1},
        "/keyring/recovery/": wrap | {"revision": 1},
        "/keyring/renewal/": wrap | new,
        "/passkeys/": {"credential": "{}"},
        f"/passkeys/{cast.passkey(person).pk}/removal/": {},
        f"/join/{uuid.uuid4()}/": pair,
        f"/invitations/{uuid.uuid4()}/confirmation/": pair | {"kid": new["kid"]},
    }


@pytest.mark.parametrize("which", range(8))
def test_a_session_alone_guesses_no_passphrase(browser_of, ana, which):
    browser = browser_of(ana)
    address, fields = list(changes(ana).items())[which]
    before = sorted(KeyringPart.objects.values_list("field", "revision"))
    for _ in range(5):
        answer = browser.post(address, fields | {"proof": cast.login_secret()})
        assert (answer.status_code, answer.json()["reason"]) == (403, "wrong")
    answer = browser.post(address, fields | {"proof": cast.login_of(ana)})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "1")
    assert sorted(KeyringPart.objects.values_list("field", "revision")) == before
    assert not ana.keyring.filter(field=RECOVERY).exists()


def test_whoever_was_right_begins_anew(browser_of, ana, monkeypatch):
    browser, now = browser_of(ana), clock.now()
    keys = {"generation": 2, "envelope": sealed()}
    for _ in range(5):
        browser.post("/keyring/keys/", keys | {"proof": cast.login_secret()})
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(seconds=1))
    assert browser.post("/keyring/keys/", keys | {"proof": browser.proof}).status_code == 200
    for _ in range(5):
        answer = browser.post("/keyring/keys/", keys | {"proof": cast.login_secret()})
        assert answer.status_code == 403


def test_whoever_holds_a_passkey_gets_no_more_guesses_with_each_sign_in(ana, browser_of):
    browser, key = browser_of(ana), Authenticator()
    asked = browser.post("/passkeys/challenge/").json()
    browser.post("/passkeys/", {"proof": browser.proof, "credential": key.create(asked)})
    told = []
    for _ in range(6):
        thief = Client(headers=cast.JSON)
        asked = thief.post("/sign-in/passkey/challenge/").json()
        thief.post("/sign-in/passkey/", {"credential": key.get(asked), "mine": "on"})
        proof = {"proof": cast.login_secret(), "generation": 2, "envelope": sealed()}
        answers = [thief.post("/keyring/keys/", proof)]
        del thief.cookies["sessionid"]
        answers += [thief.post("/sign-in/", {"user": "ana", "login": cast.login_secret()})]
        told.append([answer.status_code for answer in answers])
    assert told == [[403, 403]] * 5 + [[429, 429]]
