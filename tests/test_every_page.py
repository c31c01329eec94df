"""Every address, asked by somebody signed out, Ana, Bo and Cleo. A new one must say its answers."""

import uuid

import pytest
from django.db import connection
from django.test import Client

from drawleaf.people.models import Device, Invitation
from drawleaf.table.models import Leaf
from tests import cast
from tests.addresses import ASKED_BY, DOORS, READING, WRITING, address, routes
from tests.things import begun

pytestmark = pytest.mark.django_db


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
        "passkey": cast.passkey(ana).pk,
    } | begun(ana, table)


@pytest.fixture
def asked_by(ana, bo, cleo):
    def browser(name):
        client = Client()
        if name != "nobody":
            client.force_login({"ana": ana, "bo": bo, "cleo": cleo}[name])
        return client

    return browser


def test_every_address_is_asked():
    assert {each.name for each in routes()} == READING.keys() | WRITING.keys()


@pytest.mark.parametrize("who", ASKED_BY)
@pytest.mark.parametrize("name", READING)
def test_reading(asked_by, things, name, who):
    answer = asked_by(who).get(address(name, things))
    assert answer.status_code == READING[name][ASKED_BY.index(who)]
    head = asked_by(who).head(address(name, things))
    assert (head.status_code, head.content) == (answer.status_code, b"")


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
