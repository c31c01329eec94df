"""What a passkey begins: a session that waits for its answer, and one that ends with it."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from drawleaf.people.models import Device, Passkey
from drawleaf.web import clock
from tests.passkeys import enrolled, no, sign_in, stranger
from tests.soft_authenticator import Authenticator

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ana, browser_of):
    return browser_of(ana)


def test_who_came_in_with_a_removed_one_is_out(browser):
    """Bo had a passkey made on Ana’s name; she takes it away, having come in by her own."""
    bos, anas = enrolled(browser), enrolled(browser)
    his, again, other, hers = (stranger() for _ in range(4))
    for key, there in ((bos, his), (bos, again), (anas, other), (anas, hers)):
        assert sign_in(key, there, mine="on").status_code == 200

    def remove(number, there):
        address = f"/passkeys/{Passkey.objects.get(number=number).pk}/removal/"
        assert there.post(address, {"proof": browser.proof}).status_code == 200

    remove(1, hers)
    assert [there.get("/feed/").status_code for there in (his, again)] == [401, 401]
    assert [there.get("/feed/").status_code for there in (browser, other, hers)] == [200] * 3
    remove(2, hers)
    assert other.get("/feed/").status_code == 401
    assert hers.get("/feed/").status_code == 200, "here the passphrase has just been given"
    assert Device.objects.get().session_key == hers.session.session_key


def test_whoever_answers_each_question_never_waits(browser):
    key = enrolled(browser)
    for _ in range(22):
        there = stranger()
        asked = there.post("/sign-in/passkey/challenge/")
        assert asked.status_code == 200
        assert sign_in(key, there, asked.json()).status_code == 200


def test_nobody_has_any_number_of_questions_kept(browser, monkeypatch):
    key, there, now = enrolled(browser), stranger(), clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)
    held = Session.objects.count()

    def ask():
        return stranger().post("/sign-in/passkey/challenge/").status_code

    assert [ask() for _ in range(22)] == [200] * 20 + [429] * 2
    assert Session.objects.count() == held + 20
    now += timedelta(seconds=2)
    asked = there.post("/sign-in/passkey/challenge/").json()
    assert ask() == 429
    assert sign_in(key, there, asked).status_code == 200
    assert ask() == 429, "who shares the place cannot tell that somebody has come in"
    now += timedelta(seconds=2)
    assert ask() == 200
    now += timedelta(minutes=6)
    Device.forget_sessions()
    assert Session.objects.count() == held + 1, "whoever came in stays"


def test_after_five_minutes_nobody_waits_for_an_answer(browser, monkeypatch):
    key, there, now = enrolled(browser), stranger(), clock.now()
    asked = there.post("/sign-in/passkey/challenge/").json()
    late = browser.post("/passkeys/challenge/").json()
    (waiting,) = Session.objects.exclude(pk=browser.session.session_key)
    assert 290 < (waiting.expire_date - now).total_seconds() < 310
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=5, seconds=10))
    assert no(sign_in(key, there, asked)) == (403, "passkey_late")
    fields = {"proof": browser.proof, "credential": Authenticator().create(late)}
    assert no(browser.post("/passkeys/", fields)) == (403, "passkey_late")
