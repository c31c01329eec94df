"""What the database itself refuses, whoever asks it."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from drawleaf.notebook.models import Record
from drawleaf.questions.tests.sides import to
from drawleaf.table.models import Leaf
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def bound(ask):
    """Both have written; the row of Ana's commitment."""
    hers, _ = to("both have written", *ask())
    return Leaf.objects.for_person(hers.person).get(field="commitment")


def lay(bound, **changed):
    """A row beside it, put there by hand."""
    row = {name: getattr(bound, name) for name in ("couple", "joint", "author", "revision")}
    row |= {"record": bound.record, "collection": "reveal", "field": "release"}
    row |= {"envelope": bytes(bound.envelope)} | changed
    with transaction.atomic():
        Leaf(**row).save(force_insert=True)


@pytest.mark.parametrize(
    "changed",
    [
        {"field": "commitment"},
        {"field": "answer"},
        {"field": "waiting"},
        {"joint": None},
        {"record": uuid.uuid4()},
        {"collection": "question", "field": "reply", "record": uuid.uuid4()},
        {"collection": "leaf", "field": "passage", "record": uuid.uuid4(), "joint": None},
        {"envelope": None},
    ],
    ids=str,
)
def test_a_half_is_one_of_two_and_lies_under_its_joint(bound, changed):
    with pytest.raises(IntegrityError):
        lay(bound, **changed)


def test_the_other_half_may_lie_there_once(bound):
    lay(bound)
    with pytest.raises(IntegrityError):
        lay(bound)


@pytest.mark.parametrize("changed", [{"field": "ahead", "revision": 2}, {"field": "else"}], ids=str)
def test_what_belongs_to_a_joint_in_a_notebook(ana, changed):
    envelope, record = cast.envelope(ana.key_id), uuid.uuid4()
    row = {"owner": ana, "record": record, "revision": 1, "envelope": envelope, "position": 9}
    with pytest.raises(IntegrityError), transaction.atomic():
        Record(**row | changed).save(force_insert=True)
    for at, field in enumerate(("record", "waiting", "ahead")):
        Record(**row | {"field": field, "position": at}).save(force_insert=True)
