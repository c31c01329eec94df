from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from drawleaf.people.sessions import SessionStore

pytestmark = pytest.mark.django_db


def kept(**words):
    session = SessionStore()
    session.update(words)
    session.save()
    return session.session_key


def test_a_session_is_found_by_its_key():
    assert SessionStore(kept(who="ana"))["who"] == "ana"


def test_a_session_that_has_run_out_is_empty_and_gets_a_new_key():
    key = kept(who="ana")
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    late = SessionStore(key)
    assert "who" not in late
    assert late.session_key is None


def test_an_unknown_key_finds_nobody():
    assert "who" not in SessionStore("x" * 32)
