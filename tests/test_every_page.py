"""Every address, asked by somebody signed out, Ana, Bo and Cleo. A new one must say its answers."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.urls import get_resolver

from drawleaf.people.models import Device, Invitation
from drawleaf.table.models import Leaf
from tests import cast

pytestmark = pytest.mark.django_db

# name: answers to GET for signed out, Ana, Bo, Cleo. Ana has laid the leaf and sent the
# invitation; `device` is hers.
SIGN_IN = 302
READING = {
    "today": (SIGN_IN, 200, 200, 200),
    "notebook": (SIGN_IN, 200, 200, 200),
    "talk": (SIGN_IN, 200, 200, 200),
    "table": (SIGN_IN, 200, 200, 200),
    "help": (200, 200, 200, 200),
    "feed": (SIGN_IN, 200, 200, 200),
    "keyring": (SIGN_IN, 200, 200, 200),
    "settings": (SIGN_IN, 200, 200, 200),
    "privacy": (200, 200, 200, 200),
    "pairing": (SIGN_IN, 200, 200, 200),
    "sign-in": (200, 302, 302, 302),
    "sign-up": (200, 302, 302, 302),
    "recover": (200, 302, 302, 302),
    "salt": (200, 200, 200, 200),
    "join": (200, 200, 200, 200),
    "leaf": (SIGN_IN, 200, 200, 404),
    "healthz": (200, 200, 200, 200),
    "worker": (200, 200, 200, 200),
    "offline": (200, 200, 200, 200),
}
# name: answers to an empty POST. 400: the form was read and found empty.
WRITING = {
    "records": (SIGN_IN, 400, 400, 400),
    "leaves": (SIGN_IN, 400, 400, 400),
    "take-back": (SIGN_IN, 302, 403, 404),
    "keyring-keys": (SIGN_IN, 400, 400, 400),
    "keyring-passphrase": (SIGN_IN, 400, 400, 400),
    "keyring-recovery": (SIGN_IN, 400, 400, 400),
    "invitations": (SIGN_IN, 400, 400, 400),
    "withdrawal": (SIGN_IN, 200, 404, 404),
    "confirmation": (SIGN_IN, 400, 400, 400),
    "device-ending": (SIGN_IN, 302, 404, 404),
    "devices-ending": (SIGN_IN, 302, 302, 302),
    "device-use": (SIGN_IN, 204, 204, 204),
    "sign-out": (SIGN_IN, 302, 302, 302),
}
# The doors answer both ways; an empty form is read and found empty.
DOORS = {
    "sign-in": (400, 400, 400, 400),
    "sign-up": (400, 400, 400, 400),
    "recover": (400, 400, 400, 400),
    "join": (401, 400, 400, 400),
}
ASKED_BY = ("nobody", "ana", "bo", "cleo")


def routes(patterns=None):
    for pattern in patterns or get_resolver().url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns)
        else:
            yield pattern


@pytest.fixture
def things(ana, table):
    return {
        "record": Leaf.lay(
            ana, table, uuid.uuid4(), "leaf", "passage", cast.envelope(table.key_id, 256)
        ).record,
        "invitation": Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope()).pk,
        "device": Device.objects.create(
            person=ana, name="Phone", session_key="x", last_used_on=table.confirmed_at.date()
        ).pk,
    }


@pytest.fixture
def asked_by(ana, bo, cleo):
    def browser(name):
        client = Client()
        if name != "nobody":
            client.force_login({"ana": ana, "bo": bo, "cleo": cleo}[name])
        return client

    return browser


def address(name, things) -> str:
    pattern = next(each.pattern for each in routes() if each.name == name)
    found = "/" + str(pattern)
    thing = "device" if name == "device-ending" else "invitation"
    return found.replace("<uuid:record>", str(things["record"])).replace(
        "<uuid:id>", str(things[thing])
    )


def test_every_address_is_asked():
    assert {each.name for each in routes()} == READING.keys() | WRITING.keys()


@pytest.mark.parametrize("who", ASKED_BY)
@pytest.mark.parametrize("name", READING)
def test_reading(asked_by, things, name, who):
    answer = asked_by(who).get(address(name, things))
    assert answer.status_code == READING[name][ASKED_BY.index(who)]


@pytest.mark.parametrize("who", ASKED_BY)
@pytest.mark.parametrize("name", WRITING | DOORS)
def test_writing(asked_by, things, name, who):
    answer = asked_by(who).post(address(name, things))
    assert answer.status_code == (WRITING | DOORS)[name][ASKED_BY.index(who)]


@pytest.mark.parametrize("name", WRITING | DOORS)
def test_writing_asks_for_a_csrf_token(things, ana, name):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana)
    assert browser.post(address(name, things)).status_code == 403


@pytest.mark.parametrize("name", WRITING)
def test_writing_asks_for_a_post(asked_by, things, name):
    assert asked_by("ana").get(address(name, things)).status_code == 405


def rows() -> dict[str, list]:
    """Every row of every database table."""
    with connection.cursor() as cursor:
        found = {}
        for name in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{name}"')
            found[name] = sorted(map(repr, cursor.fetchall()))
    return found


@pytest.mark.parametrize("who", ASKED_BY)
def test_looking_changes_nothing(asked_by, things, who):
    browser = asked_by(who)
    before = rows()
    for name in READING:
        browser.get(address(name, things))
        browser.head(address(name, things))
    assert rows() == before


@pytest.mark.parametrize("name", READING)
def test_every_answer_carries_its_headers(asked_by, things, name):
    headers = asked_by("ana").get(address(name, things)).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == ("no-cache" if name == "worker" else "no-store")
