import uuid
from datetime import timedelta

import pytest
from django.test import Client

from drawleaf.people.models import Couple, Invitation
from drawleaf.web import clock
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation(ana):
    return Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())


def answer(browser, invitation, generation=2):
    fields = {
        "envelope": cast.text(cast.envelope()),
        "generation": generation,
        "keys": cast.text(cast.envelope(bucket=4096)),
        "proof": browser.proof,
    }
    return browser.post(f"/join/{invitation.pk}/", fields)


def confirm(browser, invitation, generation=2):
    fields = {
        "envelope": cast.text(cast.envelope()),
        "kid": cast.text(b"12345678"),
        "generation": generation,
        "keys": cast.text(cast.envelope(bucket=4096)),
        "proof": browser.proof,
    }
    return browser.post(f"/invitations/{invitation.pk}/confirmation/", fields)


def test_two_become_a_couple_when_the_inviter_confirms(browser_of, ana, bo, invitation):
    assert answer(browser_of(bo), invitation).status_code == 200
    assert not Couple.objects.get().is_confirmed
    assert confirm(browser_of(ana), invitation).status_code == 200
    assert Couple.objects.for_person(bo).confirmed().get().inviter == ana


def test_one_open_invitation_at_a_time(browser_of, ana, invitation):
    again = {
        "invitation": str(uuid.uuid4()),
        "couple": str(uuid.uuid4()),
        "envelope": cast.text(cast.envelope()),
    }
    assert browser_of(ana).post("/invitations/", again).json()["reason"] == "one_open"
    invitation.withdraw()
    assert browser_of(ana).post("/invitations/", again).status_code == 201


def test_an_invitation_fades_after_seven_days(browser_of, ana, bo, invitation, monkeypatch):
    later = clock.now() + timedelta(days=7, seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert answer(browser_of(bo), invitation).json()["reason"] == "gone"
    assert Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope()).is_open


def test_an_invitation_is_for_one(browser_of, bo, cleo, invitation):
    assert answer(browser_of(bo), invitation).status_code == 200
    assert answer(browser_of(cleo), invitation).json()["reason"] == "gone"


def test_only_the_partner_reads_that_it_is_for_new_keys(browser_of, ana, bo, cleo, table):
    invitation = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope(), renews=table)
    address, said = f"/join/{invitation.pk}/", f'data-renews="{table.pk}"'
    assert said in browser_of(bo).get(address).content.decode()
    for other in (browser_of(ana), browser_of(cleo), Client()):
        assert said not in other.get(address).content.decode()


def test_nobody_joins_themselves(browser_of, ana, invitation):
    assert answer(browser_of(ana), invitation).json()["reason"] == "gone"


def test_nothing_is_confirmed_before_an_answer(browser_of, ana, invitation):
    assert confirm(browser_of(ana), invitation).json()["reason"] == "not_answered"


def test_only_the_inviter_confirms_or_withdraws(browser_of, bo, cleo, invitation):
    answer(browser_of(bo), invitation)
    for other in (bo, cleo):
        assert confirm(browser_of(other), invitation).status_code == 404
        assert (
            browser_of(other).post(f"/invitations/{invitation.pk}/withdrawal/").status_code == 404
        )


def test_an_answer_can_be_turned_away(browser_of, ana, bo, invitation):
    answer(browser_of(bo), invitation)
    assert browser_of(ana).post(f"/invitations/{invitation.pk}/withdrawal/").status_code == 200
    assert not Couple.objects.exists()
    assert confirm(browser_of(ana), invitation).status_code == 409


def test_a_stale_keyring_stops_the_whole_answer(browser_of, bo, invitation):
    assert answer(browser_of(bo), invitation, generation=7).status_code == 409
    invitation.refresh_from_db()
    assert invitation.is_open and not Couple.objects.exists()


def test_a_session_alone_joins_nobody_to_anybody(browser_of, ana, bo, invitation):
    thief = browser_of(bo)
    thief.proof = cast.login_secret()
    assert answer(thief, invitation).json()["reason"] == "wrong"
    assert not Couple.objects.exists() and bo.keyring.get(field="keys").revision == 1
    answer(browser_of(bo), invitation)
    thief = browser_of(ana)
    thief.proof = cast.login_secret()
    assert confirm(thief, invitation).status_code == 403
    assert not Couple.objects.confirmed().exists()
    assert ana.keyring.get(field="keys").revision == 1


def test_a_stale_keyring_stops_the_whole_confirmation(browser_of, ana, bo, invitation):
    answer(browser_of(bo), invitation)
    assert confirm(browser_of(ana), invitation, generation=5).status_code == 409
    assert not Couple.objects.confirmed().exists()
