import uuid

import pytest

from drawleaf.people.models import Invitation
from drawleaf.people.models.invitation import OPEN_FOR
from drawleaf.web import clock
from tests import cast

pytestmark = pytest.mark.django_db


def rename(browser, name):
    return browser.post("/settings/name/", {"name": name})


def form_stands(browser) -> bool:
    return "/settings/name/" in browser.get("/settings/").content.decode()


def test_a_name_can_change_as_long_as_nobody_knows_it(browser_of, ana):
    browser = browser_of(ana)
    assert form_stands(browser)
    assert rename(browser, " Anna ").status_code == 204
    ana.refresh_from_db()
    assert (ana.display_name, ana.name) == ("Anna", "ana")
    assert browser.get("/keyring/").json()["name"] == "Anna"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("  ", "malformed"), ("A\u202ena", "bad_name"), ("a" * 41, "max_length")],
)
def test_another_name_keeps_the_rules_of_sign_up(browser_of, ana, name, reason):
    answer = rename(browser_of(ana), name)
    assert (answer.status_code, answer.json()["reason"]) == (400, reason)
    ana.refresh_from_db()
    assert ana.display_name == "Ana"


def test_partners_keep_the_name_they_paired_with(browser_of, ana, bo, table):
    for each in (ana, bo):
        assert not form_stands(browser_of(each))
        answer = rename(browser_of(each), "Another")
        assert (answer.status_code, answer.json()["reason"]) == (409, "name_known")
    ana.refresh_from_db()
    assert ana.display_name == "Ana"


def test_an_invitation_carries_the_name_until_it_is_withdrawn_or_fades(browser_of, ana):
    browser = browser_of(ana)
    invitation = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
    assert rename(browser, "Anna").status_code == 409
    invitation.withdraw()
    assert rename(browser, "Anna").status_code == 204
    faded = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
    Invitation.objects.filter(pk=faded.pk).update(expires_at=clock.now() - OPEN_FOR)
    assert rename(browser, "Ana").status_code == 204


def test_whoever_has_answered_keeps_the_name_of_the_answer(browser_of, ana, bo):
    invitation = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
    invitation.answer(bo, cast.envelope(), 2, cast.envelope(bucket=4096))
    assert rename(browser_of(bo), "Robert").status_code == 409
    assert rename(browser_of(ana), "Anna").status_code == 409
