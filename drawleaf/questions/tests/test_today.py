"""What of questions waits on Today, and for whom."""

import pytest

from drawleaf.people.models import Couple, Person
from drawleaf.questions.tests.writing import both_write, write
from drawleaf.questions.today import today

pytestmark = [pytest.mark.django_db]


def waits(name):
    person = Person.objects.get(name=name)
    return [bool(each.is_due) for each in today(person, Couple.in_use(person))]


def test_a_question_waits_for_who_has_not_answered(two, asked):
    assert (waits("ana"), waits("bo")) == ([], [False])
    write(two[1], asked, "The chipped cup.")
    assert (waits("ana"), waits("bo")) == ([], [])


def test_both_have_written_and_it_waits_for_who_has_not_pressed(two, asked):
    both_write(two, asked)
    assert waits("ana") == waits("bo") == [True]
    two[0].open_question(two[0].question(asked))
    assert (waits("ana"), waits("bo")) == ([], [True])
    two[1].open_question(two[1].question(asked))
    assert waits("ana") == waits("bo") == []
