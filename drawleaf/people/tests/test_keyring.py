import pytest
from django.db import transaction
from django.test import Client

from drawleaf.people.models import Device, KeyringPart, Person
from tests import cast

pytestmark = pytest.mark.django_db


def wrap(**fields):
    return {
        "kdf": 1,
        "login": cast.login_secret(),
        "revision": 2,
        "envelope": cast.text(cast.envelope(bucket=4096)),
    } | fields


def test_keys_change_only_by_compare_and_swap(signed_in, login):
    browser = signed_in()
    mine, other = (cast.text(cast.envelope(bucket=4096)) for _ in range(2))
    fields = {"generation": 2, "proof": login}
    for _ in range(2):
        assert browser.post("/keyring/keys/", fields | {"envelope": mine}).status_code == 200
    refused = browser.post("/keyring/keys/", fields | {"envelope": other})
    assert (refused.status_code, refused.json()["reason"]) == (409, "stale")
    assert browser.get("/keyring/").json()["envelopes"]["keys"]["envelope"] == mine


def test_a_new_passphrase_needs_the_present_one(signed_in):
    browser = signed_in()
    answer = browser.post("/keyring/passphrase/", wrap(proof=cast.login_secret()))
    assert answer.status_code == 403
    assert browser.get("/keyring/").json()["envelopes"]["root-passphrase"]["revision"] == 1


def test_a_new_passphrase_ends_every_other_session(signed_in, login):
    here, elsewhere = signed_in(), signed_in()
    new = wrap(proof=login)
    assert here.post("/keyring/passphrase/", new).status_code == 200
    assert here.get("/keyring/").status_code == 200
    assert elsewhere.get("/keyring/").status_code == 401
    assert Device.objects.count() == 1
    assert here.post("/sign-in/", {"user": "ana", "login": login}).status_code == 403
    assert here.post("/sign-in/", {"user": "ana", "login": new["login"]}).status_code == 200


def test_the_recovery_code_signs_in_and_proves(signed_in, login):
    browser = signed_in()
    code = cast.login_secret()
    kept = browser.post("/keyring/recovery/", wrap(proof=login, login=code, revision=1))
    assert "root-recovery" in kept.json()["envelopes"]
    fresh = Client(headers=cast.JSON)
    assert fresh.post("/recover/", {"user": "ana", "login": login}).status_code == 403
    assert fresh.post("/recover/", {"user": "ana", "login": code}).status_code == 200
    assert fresh.post("/keyring/passphrase/", wrap(proof=code)).status_code == 200


def test_no_code_no_recovery(signed_in, login):
    signed_in()
    answer = Client(headers=cast.JSON).post("/recover/", {"user": "ana", "login": login})
    assert answer.status_code == 403


def test_a_new_passphrase_does_not_put_back_how_far_the_feed_has_come(
    signed_in, login, monkeypatch
):
    """Somebody writes on another device while the passphrase is being changed."""
    browser, ana, turn = signed_in(), Person.objects.get(), KeyringPart.turn

    def turn_while_writing(*fields):
        ana.held().next_position()
        return turn(*fields)

    with transaction.atomic():
        monkeypatch.setattr(KeyringPart, "turn", turn_while_writing)
        assert browser.post("/keyring/passphrase/", wrap(proof=login)).status_code == 200
        assert ana.held().next_position() == 2


def test_a_session_alone_changes_no_keys(signed_in):
    browser = signed_in()
    kept = browser.get("/keyring/").json()["envelopes"]
    other = {"generation": 2, "envelope": cast.text(cast.envelope(bucket=4096))}
    assert browser.post("/keyring/keys/", other).json()["reason"] == "malformed"
    refused = browser.post("/keyring/keys/", other | {"proof": cast.login_secret()})
    assert (refused.status_code, refused.json()["reason"]) == (403, "wrong")
    assert browser.get("/keyring/").json()["envelopes"] == kept
