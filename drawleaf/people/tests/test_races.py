"""Several at once, for what only one can have: on PostgreSQL for real, on SQLite one by one."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from drawleaf.people.models import Couple, Invitation, Person
from drawleaf.people.signing_in import first_code
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


def all_at_once(*acts) -> list[int]:
    """The status of each answer."""

    def done(act):
        try:
            return act().status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return sorted(threads.map(done, acts))


def test_the_first_code_is_for_one():
    acts = [
        lambda name=name: Client(headers=cast.JSON).post(
            "/sign-up/", cast.sign_up_fields(name, code=first_code())
        )
        for name in ("ana", "bo", "cleo")
    ]
    assert all_at_once(*acts)[0] == 201
    assert Person.objects.count() == 1


def test_one_invitation_is_open(browser_of, ana):
    def send():
        fields = {"invitation": str(uuid.uuid4()), "couple": str(uuid.uuid4())}
        sealed = cast.text(cast.envelope())
        return browser_of(ana).post("/invitations/", fields | {"envelope": sealed})

    assert all_at_once(send, send, send) == [201, 409, 409]


def test_one_of_two_who_answer_joins(browser_of, ana, bo, cleo):
    invitation = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())

    def answer(who):
        fields = {"envelope": cast.text(cast.envelope()), "generation": 2}
        keys = cast.text(cast.envelope(bucket=4096))
        fields |= {"keys": keys, "proof": cast.login_of(who)}
        return lambda: browser_of(who).post(f"/join/{invitation.pk}/", fields)

    assert all_at_once(answer(bo), answer(cleo)) == [200, 409]
    assert Couple.objects.filter(pk=invitation.couple_id).count() == 1
