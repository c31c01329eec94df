"""Both at once: on PostgreSQL for real, on SQLite one by one."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from drawleaf.questions.tests.sides import to
from drawleaf.table.models import Leaf

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 5


def at_once(*acts) -> list[int]:
    """The status of each answer, in the order of the acts."""

    def done(act):
        try:
            return act().status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(done, acts))


def test_both_press_at_once_and_it_opens_once(ask):
    for _ in range(TIMES):
        hers, his = to("both have written", *ask())
        hers.ahead()
        his.ahead()
        twice = [hers.opening, his.opening] * 2
        assert at_once(*twice) == [200] * 4
        assert hers.given()["state"] == "open"
        halves = Leaf.objects.for_person(hers.person).filter(joint=hers.question)
        positions = [leaf.position for leaf in halves.filter(collection="reveal")]
        assert len(positions) == len(set(positions)) == 4 and None not in positions
        assert his.given()["their_release"] == hers.given()["release"]


def test_two_devices_keep_one_answer(ask):
    for _ in range(TIMES):
        hers, his = ask()
        other = type(hers)(hers.browser, hers.person, hers.table, hers.question)
        assert sorted(at_once(hers.answer, other.answer)) == [200, 409]
        his.answer()
        given = hers.given()
        assert given["waiting"]["revision"] == given["commitment"]["revision"] == 1


def test_who_withdraws_as_the_other_writes_is_bound_or_not(ask):
    for _ in range(TIMES):
        hers, his = to("I have written", *ask())
        withdrew, wrote = at_once(hers.withdrawal, his.answer)
        assert wrote == 200
        state = "before" if withdrew == 200 else "due"
        assert hers.given()["state"] == his.given()["state"] == state
        assert ("commitment" in hers.given()) == (withdrew == 409)


def test_who_puts_it_down_as_the_other_opens_has_either(ask):
    for _ in range(TIMES):
        hers, his = to("I have pressed", *ask())
        his.ahead()
        put_down, opened = at_once(hers.ending, his.opening)
        assert put_down == 200
        state = "open" if opened == 200 else "over"
        assert hers.given()["state"] == his.given()["state"] == state
        assert ("their_release" in hers.given()) == (opened == 200)
