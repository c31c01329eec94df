"""New keys, as the server takes them: all of it in one moment, or nothing."""

import os
import uuid

import pytest
from django.test import Client

from drawleaf.people.models import Device, Invitation, KeyringPart, Passkey, Person
from drawleaf.people.models.keyring import KEYS, PASSPHRASE, RECOVERY
from drawleaf.web import clock
from tests import cast

pytestmark = pytest.mark.django_db
WHOLE = ["recovery_login", "recovery_revision", "recovery", "kid", "kdf", "keys", "generation",
         "revision", "envelope", "login", "proof"]  # fmt: skip


def new_keys(proof, **more):
    def sealed():
        return cast.text(cast.envelope(bucket=4096))

    return {
        "proof": proof,
        "login": cast.login_secret(),
        "kdf": 1,
        "revision": 2,
        "envelope": sealed(),
        "generation": 2,
        "keys": sealed(),
        "kid": cast.text(os.urandom(8)),
        "recovery_login": cast.login_secret(),
        "recovery_revision": 1,
        "recovery": sealed(),
    } | more


def kept():
    """All that a renewal may change."""
    parts = KeyringPart.objects.order_by("field").values_list("field", "revision", "envelope")
    person = Person.objects.get()
    whole = [(field, revision, bytes(envelope)) for field, revision, envelope in parts]
    return whole, person.password, person.recovery_login, bytes(person.key_id)


def refused(browser, fields):
    return browser.post("/keyring/renewal/", fields).json()["reason"]


def test_all_that_opens_the_keyring_is_new_at_once(signed_in, login):
    browser = signed_in()
    fields = new_keys(login)
    keyring = browser.post("/keyring/renewal/", fields).json()
    assert keyring["kid"] == fields["kid"]
    sent = {KEYS: "keys", PASSPHRASE: "envelope", RECOVERY: "recovery"}
    found = {name: keyring["envelopes"][name]["envelope"] for name in keyring["envelopes"]}
    assert found == {name: fields[field] for name, field in sent.items()}
    assert browser.get("/keyring/").json() == keyring
    fresh = Client(headers=cast.JSON)
    assert fresh.post("/sign-in/", {"user": "ana", "login": login}).status_code == 403
    for door, words in (("/sign-in/", "login"), ("/recover/", "recovery_login")):
        signed = Client(headers=cast.JSON).post(door, {"user": "ana", "login": fields[words]})
        assert signed.status_code == 200


def test_every_other_session_ends_and_this_one_goes_on(signed_in, login):
    here, elsewhere = signed_in(), signed_in()
    assert here.post("/keyring/renewal/", new_keys(login)).status_code == 200
    assert elsewhere.get("/keyring/").status_code == 401
    assert here.get("/keyring/").status_code == 200
    assert Device.objects.count() == 1


def test_the_old_code_and_every_passkey_open_nothing_any_more(signed_in, login):
    browser, code = signed_in(), cast.login_secret()
    wrap = {"proof": login, "login": code, "revision": 1}
    browser.post("/keyring/recovery/", wrap | {"envelope": cast.text(cast.envelope(bucket=4096))})
    ana = Person.objects.get()
    for number in (1, 2):
        KeyringPart.turn(ana, f"root-passkey-{number}", 1, cast.envelope(bucket=4096))
    passkey = {"number": 1, "credential_id": b"1", "public_key": b"", "sign_count": 0}
    Passkey.objects.create(person=ana, added_on=clock.now().date(), **passkey)
    keyring = browser.post("/keyring/renewal/", new_keys(login, recovery_revision=2)).json()
    assert not Passkey.objects.exists() and keyring["passkeys"] == []
    assert sorted(keyring["envelopes"]) == [KEYS, PASSPHRASE, RECOVERY]
    fresh = Client(headers=cast.JSON)
    assert fresh.post("/recover/", {"user": "ana", "login": code}).status_code == 403


def test_the_recovery_code_proves_too(signed_in, login):
    browser, code = signed_in(), cast.login_secret()
    wrap = {"proof": login, "login": code, "revision": 1}
    browser.post("/keyring/recovery/", wrap | {"envelope": cast.text(cast.envelope(bucket=4096))})
    by_code = new_keys(code, recovery_revision=2)
    assert browser.post("/keyring/renewal/", by_code).status_code == 200


@pytest.mark.parametrize("without", WHOLE)
def test_half_of_it_changes_nothing(signed_in, login, without):
    browser, before = signed_in(), kept()
    fields = new_keys(login)
    del fields[without]
    assert refused(browser, fields) == "malformed"
    assert kept() == before


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"generation": 3}, "stale"),
        ({"revision": 3}, "stale"),
        ({"recovery_revision": 2}, "stale"),
        ({"generation": 1}, "stale"),
        ({"proof": cast.login_secret()}, "wrong"),
    ],
)
def test_what_does_not_follow_on_what_is_there_changes_nothing(signed_in, login, wrong, reason):
    here, elsewhere = signed_in(), signed_in()
    before = kept()
    assert refused(here, new_keys(login) | wrong) == reason
    assert kept() == before
    assert elsewhere.get("/keyring/").status_code == 200


def test_old_words_and_an_old_key_are_no_new_ones(signed_in, login):
    browser, before = signed_in(), kept()
    same_key = new_keys(login, kid=cast.text(bytes(Person.objects.get().key_id)))
    assert refused(browser, same_key) == "known"
    same_words = new_keys(login, login=login)
    assert refused(browser, same_words) == "same_passphrase"
    assert kept() == before


def test_nothing_new_comes_in_under_the_old_key(signed_in, login):
    browser = signed_in()
    old = bytes(Person.objects.get().key_id)
    record = str(uuid.uuid4())

    def row(kid, revision):
        sealed = cast.text(cast.envelope(kid))
        return {"record": record, "revision": revision, "envelope": sealed}

    browser.post("/notebook/records/", row(old, 1))
    browser.post("/keyring/renewal/", new_keys(login))
    refused = browser.post("/notebook/records/", row(old, 2))
    assert refused.json()["reason"] == "unknown_key"
    sealed_anew = row(bytes(Person.objects.get().key_id), 2)
    assert browser.post("/notebook/records/", sealed_anew).status_code == 200
    assert browser.get("/feed/").json()["notebook"] == [sealed_anew]


def test_an_invitation_that_is_still_open_ends(signed_in, login):
    browser, ana = signed_in(), Person.objects.get()
    sent = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
    assert browser.post("/keyring/renewal/", new_keys(login)).status_code == 200
    sent.refresh_from_db()
    assert sent.is_withdrawn


def test_where_nothing_is_renewed_an_invitation_stays_open(signed_in, login):
    browser, ana = signed_in(), Person.objects.get()
    sent = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
    refused = browser.post("/keyring/renewal/", new_keys(login, login=login))
    assert refused.json()["reason"] == "same_passphrase"
    sent.refresh_from_db()
    assert sent.is_open
