"""Ana and Bo, with the Python client or as the server knows them, and a question before both."""

import uuid
from datetime import timedelta

import pytest

from drawleaf.questions.models import Question
from drawleaf.questions.tests.sides import Side
from drawleaf.questions.tests.writing import ASKS, DAY
from drawleaf.web import clock
from tests import cast


@pytest.fixture
def asked(two):
    ana, bo = two
    found = ana.ask("questions", ASKS, DAY)
    bo.sync()
    return found


@pytest.fixture
def ask(ana, bo, table, browser_of):
    """`ask()`: Ana has laid a question before both; the two at their browsers."""

    def asked(question=None):
        if question is None:
            fields = {"couple": str(table.pk), "record": str(uuid.uuid4()), "revision": 1}
            fields["envelope"] = cast.text(cast.envelope(table.key_id, 256))
            browser_of(ana).post("/questions/beginnings/questions/", fields)
            question = fields["record"]
        return [Side(browser_of(each), each, table, question) for each in (ana, bo)]

    return asked


@pytest.fixture
def agreed(ask, ana, monkeypatch):
    """A question for a time two days off, under words that both know; and `later(days)`."""
    start = clock.now()
    of_both = Question.objects.for_person(ana).select_related("joint", "couple")
    under = of_both.get(pk=ask()[0].question)
    times = start + timedelta(days=2), start + timedelta(days=9)
    question = Question.ask_at(under, "questions", *times)

    def later(days):
        monkeypatch.setattr(clock, "now", lambda: start + timedelta(days=days))

    return ask(str(question.pk)), later
