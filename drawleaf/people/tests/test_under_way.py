"""What was under way with old words when new ones came: it is refused, whatever it would change."""

import os
import uuid

import pytest

from drawleaf.people.models import Couple, Invitation, KeyringPart, Passkey, Person
from tests import cast
from tests.soft_authenticator import Authenticator

pytestmark = pytest.mark.django_db
# What comes first, and the revisions that would follow on it: keys, passphrase, recovery code.
FIRST = {"renewal": (3, 3, 2), "passphrase": (2, 3, 1), "recovery": (2, 2, 2)}
ACTS = ["keys", "passphrase", "recovery", "renewal", "passkey", "removal", "join", "confirmation"]


def sealed():
    return cast.text(cast.envelope(bucket=4096))


def changing(what, keys, passphrase, recovery):
    """The address and the fields, all but the proof, of a change of the keyring."""
    wrap = {"login": cast.login_secret(), "envelope": sealed()}
    code = {"recovery_login": cast.login_secret(), "recovery": sealed()}
    fields = {
        "keys": {"generation": keys, "envelope": sealed()},
        "passphrase": wrap | {"kdf": 1, "revision": passphrase},
        "recovery": wrap | {"revision": recovery},
        "renewal": wrap | code | {
            "kdf": 1, "revision": passphrase, "generation": keys, "keys": sealed(),
            "recovery_revision": recovery, "kid": cast.text(os.urandom(8)),
        },
    }  # fmt: skip
    return f"/keyring/{what}/", fields[what]


def acting(what, browser, ana, bo, follows):
    """The address and the fields of anything that takes the passphrase again."""
    pair = {"envelope": cast.text(cast.envelope()), "generation": follows[0], "keys": sealed()}
    if what == "passkey":
        asked = browser.post("/passkeys/challenge/").json()
        return "/passkeys/", {"credential": Authenticator().create(asked)}
    if what == "removal":
        return f"/passkeys/{cast.passkey(ana).pk}/removal/", {}
    if what == "join":
        sent = Invitation.send(bo, uuid.uuid4(), uuid.uuid4(), cast.envelope())
        return f"/join/{sent.pk}/", pair
    if what == "confirmation":
        sent = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
        sent.answer(bo, cast.envelope(), 2, cast.envelope(bucket=4096))
        return f"/invitations/{sent.pk}/confirmation/", pair | {"kid": cast.text(os.urandom(8))}
    return changing(what, *follows)


def kept():
    """All that may be changed."""
    models = [KeyringPart, Person, Passkey, Couple, Invitation]
    return [list(model.objects.order_by("pk").values()) for model in models]


def at_the_proof(monkeypatch, act):
    """Does something once, right after the next proof was found good."""
    looked_at = Person.proves

    def proves(person, login):
        fits = looked_at(person, login)
        monkeypatch.setattr(Person, "proves", looked_at)
        act()
        return fits

    monkeypatch.setattr(Person, "proves", proves)


@pytest.mark.parametrize("what", ACTS)
@pytest.mark.parametrize("first", FIRST)
def test_what_was_proved_by_old_words_changes_nothing(
    monkeypatch, browser_of, ana, bo, first, what
):
    here, elsewhere, before = browser_of(ana), browser_of(ana), []
    address, fields = acting(what, elsewhere, ana, bo, FIRST[first])

    def new_words():
        path, new = changing(first, 2, 2, 1)
        assert here.post(path, new | {"proof": here.proof}).status_code == 200
        before.append(kept())

    at_the_proof(monkeypatch, new_words)
    answer = elsewhere.post(address, fields | {"proof": elsewhere.proof})
    withdrawn = (first, what) == ("renewal", "confirmation")
    reason = "not_answered" if withdrawn else "stale"
    assert (answer.status_code, answer.json()["reason"]) == (409, reason)
    assert [kept()] == before


@pytest.mark.parametrize("what", ACTS)
def test_without_new_words_it_goes_on(monkeypatch, browser_of, ana, bo, what):
    browser = browser_of(ana)
    address, fields = acting(what, browser, ana, bo, (2, 2, 1))
    at_the_proof(monkeypatch, lambda: None)
    answer = browser.post(address, fields | {"proof": browser.proof})
    assert answer.status_code == (201 if what == "passkey" else 200)
