import uuid

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from drawleaf.people.models import Device, Invitation, Person
from drawleaf.people.signing_in import first_code
from drawleaf.web import clock
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger():
    return Client(headers=cast.JSON)


def test_first_person_enters_with_the_printed_code(stranger):
    fields = cast.sign_up_fields(code=first_code())
    answer = stranger.post("/sign-up/", fields)
    assert answer.status_code == 201
    assert answer.json()["keyring"]["person"] == fields["person"]
    assert stranger.get("/keyring/").json()["envelopes"]["keys"]["envelope"] == fields["keys"]


def test_a_wrong_code_lets_nobody_in(stranger):
    answer = stranger.post("/sign-up/", cast.sign_up_fields(code="0000-0000-0000-0000"))
    assert (answer.status_code, answer.json()["reason"]) == (403, "code_wrong")
    assert not Person.objects.exists()


def test_the_code_works_for_the_first_person_only(stranger, ana):
    answer = stranger.post("/sign-up/", cast.sign_up_fields("bo", code=first_code()))
    assert answer.json()["reason"] == "no_invitation"


def test_an_invitation_lets_in_whoever_has_the_link_until_it_is_answered(stranger, ana):
    """So that asking again does not tell the inviter whether somebody has come."""
    invitation = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
    invited = {"invitation": str(invitation.pk)}
    assert stranger.post("/sign-up/", cast.sign_up_fields("bo", **invited)).status_code == 201
    second = Client(headers=cast.JSON).post("/sign-up/", cast.sign_up_fields("cleo", **invited))
    assert second.status_code == 201
    Invitation.objects.filter(pk=invitation.pk).update(
        joined_at=clock.now(), invited=Person.objects.get(name="bo"), join=cast.envelope()
    )
    third = Client(headers=cast.JSON).post("/sign-up/", cast.sign_up_fields("another", **invited))
    assert third.json()["reason"] == "no_invitation"


def test_the_database_knows_one_first_person(ana):
    first = Person(name="first", display_name="First", key_id=b"1", is_first=True)
    first.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Person(name="second", display_name="Second", key_id=b"2", is_first=True).save()


def test_a_withdrawn_invitation_lets_nobody_in(stranger, ana):
    invitation = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
    invitation.withdraw()
    answer = stranger.post("/sign-up/", cast.sign_up_fields("bo", invitation=str(invitation.pk)))
    assert answer.status_code == 403


def test_hosts_may_open_the_door(stranger, ana, settings):
    settings.OPEN_SIGNUP = True
    assert stranger.post("/sign-up/", cast.sign_up_fields("bo")).status_code == 201


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"user": "ana"}, "name_taken"),
        ({"user": "A na"}, "bad_user"),
        ({"kdf": 2}, "bad_kdf"),
        ({"kdf": 0}, "bad_kdf"),
        ({"wrap": "AAAA"}, "bad_size"),
        ({"keys": ""}, "malformed"),
        ({"login": "AAAA"}, "malformed"),
        ({"kid": "not base64url!"}, "malformed"),
        ({"person": "nobody"}, "malformed"),
        ({"name": "  "}, "malformed"),
        ({"name": "A\u202ena"}, "bad_name"),
        ({"name": "Ana\u200b"}, "bad_name"),
        ({"name": "A\nna"}, "bad_name"),
        ({"name": "a" * 41}, "max_length"),
    ],
)
def test_sign_up_says_what_was_wrong(stranger, ana, settings, change, reason):
    settings.OPEN_SIGNUP = True
    answer = stranger.post("/sign-up/", cast.sign_up_fields("bo") | change)
    assert answer.status_code in {400, 409}
    assert answer.json()["reason"] == reason
    assert answer.json()["sentence"].endswith(".")
    assert Person.objects.count() == 1


def test_signing_in_gives_the_wraps_and_remembers_the_device(stranger):
    login = cast.login_secret()
    ana = cast.person("ana", login)
    answer = stranger.post("/sign-in/", {"user": "ana", "login": login, "mine": "on"})
    assert set(answer.json()["keyring"]["envelopes"]) == {"keys", "root-passphrase"}
    assert Device.objects.get(person=ana).is_mine
    assert stranger.session.get_expiry_age() == 30 * 24 * 3600


def test_a_device_not_marked_mine_ends_with_its_browser(stranger):
    login = cast.login_secret()
    cast.person("ana", login)
    stranger.post("/sign-in/", {"user": "ana", "login": login})
    assert stranger.session.get_expire_at_browser_close()


def test_wrong_words_and_unknown_names_get_the_same_answer(stranger, ana):
    wrong = {"login": cast.login_secret()}
    known = stranger.post("/sign-in/", wrong | {"user": "ana"})
    unknown = stranger.post("/sign-in/", wrong | {"user": "nobody"})
    assert known.status_code == unknown.status_code == 403
    assert known.content == unknown.content


def test_every_name_has_one_salt_for_ever(stranger, ana):
    def salt(name):
        answer = stranger.get("/sign-in/salt/", {"user": name}).json()
        assert set(answer) == {"kdf", "salt"}
        return answer["salt"]

    assert salt("ana") == salt("ana") != salt("nobody") == salt("nobody")


def test_signing_out_ends_the_session_and_tells_the_browser_to_forget(browser_of, ana):
    browser = browser_of(ana)
    answer = browser.post("/sign-out/")
    assert '"storage"' in answer.headers["Clear-Site-Data"]
    assert browser.get("/keyring/").status_code == 401


def test_a_device_can_be_signed_out_from_another(stranger):
    login = cast.login_secret()
    ana = cast.person("ana", login)
    other = Client(headers=cast.JSON)
    for each in (stranger, other):
        each.post("/sign-in/", {"user": "ana", "login": login})
    lost = Device.objects.exclude(session_key=stranger.session.session_key).get(person=ana)
    stranger.post(f"/devices/{lost.pk}/ending/")
    assert other.get("/keyring/").status_code == 401
    assert stranger.get("/keyring/").status_code == 200
