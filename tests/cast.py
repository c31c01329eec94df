"""Ana and Bo are a couple, Cleo belongs to another; as the server knows them.

The server cannot tell a true envelope from random bytes of the right size, so tests of the server
use such bytes. Tests of the two themselves seal for real, with the client or a browser.
"""

import os
import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client, override_settings

from drawleaf.envelopes import base64url
from drawleaf.envelopes.fields import OVERHEAD
from drawleaf.people.models import Couple, Passkey, Person
from drawleaf.people.models.keyring import KEYS, PASSPHRASE, KeyringPart
from drawleaf.web import clock


def envelope(key_id: bytes = b"", bucket: int = 1024) -> bytes:
    """Random bytes in the form of an envelope."""
    head = b"\x01" + (key_id or os.urandom(8))
    return head + os.urandom(bucket + OVERHEAD - len(head))


def without_token(page: str) -> str:
    """A page with the form token blanked: it is new each time, and says nothing."""
    return re.sub(r'(csrfmiddlewaretoken" value=")[^"]*', r"\1", page)


def text(data: bytes) -> str:
    return base64url.encode(data)


def login_secret() -> str:
    return text(os.urandom(32))


JSON = {"accept": "application/json"}
LOGINS: dict[uuid.UUID, str] = {}


def login_of(person: Person) -> str:
    """The login secret that this person's browser would send."""
    return LOGINS[person.pk]


def person(name: str, login: str = "") -> Person:
    found = Person(name=name, display_name=name.title(), key_id=os.urandom(8))
    LOGINS[found.pk] = login or login_secret()
    found.set_password(LOGINS[found.pk])
    found.save()
    KeyringPart.turn(found, PASSPHRASE, 1, envelope(bucket=4096))
    KeyringPart.turn(found, KEYS, 1, envelope(bucket=4096))
    return found


def passkey(owner: Person) -> Passkey:
    """A passkey of somebody's, as it lies here; nothing in a test signs with it."""
    return Passkey.objects.create(
        person=owner,
        number=Passkey.next_number(owner),
        credential_id=os.urandom(16),
        public_key=os.urandom(77),
        sign_count=0,
        added_on=clock.now().date(),
    )


def sign_up_fields(user="ana", **more) -> dict:
    """What a browser sends of somebody new; `code` or `invitation` comes to it."""
    return {
        "person": str(uuid.uuid4()),
        "user": user,
        "name": user.title(),
        "kdf": 1,
        "login": login_secret(),
        "kid": text(b"12345678"),
        "wrap": text(envelope(bucket=4096)),
        "keys": text(envelope(bucket=4096)),
    } | more


def couple(inviter: Person, invited: Person) -> Couple:
    return Couple.objects.create(
        id=uuid.uuid4(),
        inviter=inviter,
        invited=invited,
        key_id=os.urandom(8),
        confirmed_at=clock.now(),
    )


@pytest.fixture(scope="session", autouse=True)
def files_are_looked_up_when_asked_for():
    """Or every test's browser would first walk through all that bin/setup collected."""
    with override_settings(WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture
def ana(db):
    return person("ana")


@pytest.fixture
def bo(db):
    return person("bo")


@pytest.fixture
def cleo(db):
    """Cleo has a table too, with somebody else."""
    cleo = person("cleo")
    couple(cleo, person("another"))
    return cleo


@pytest.fixture
def table(ana, bo):
    """What Ana and Bo have in common."""
    return couple(ana, bo)


@pytest.fixture
def later(monkeypatch):
    """`later(weeks=3)`: from now on it is that much later."""
    start = clock.now()
    return lambda **time: monkeypatch.setattr(clock, "now", lambda: start + timedelta(**time))


@pytest.fixture
def browser_of():
    """`browser_of(ana)`: Django's test browser, signed in as her."""

    def signed_in(who):
        browser = Client(headers=JSON)
        if who:
            browser.force_login(who)
            browser.proof = login_of(who)
        return browser

    return signed_in
