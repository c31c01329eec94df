"""What Today asks of a table in one sentence: the same as its people may read, and no more."""

import uuid
from datetime import timedelta

import pytest

from drawleaf.people.models import Couple, Invitation
from drawleaf.people.plainly import plainly
from drawleaf.people.readers import NoReader
from drawleaf.table.models import Joint, Leaf
from drawleaf.table.spread import Spread, passages
from drawleaf.web import clock
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def lay(table):
    """lay(person, joint?, field) gives the leaf that was laid."""

    def lay(person, joint=None, field="passage"):
        sealed = cast.envelope(table.key_id, 256)
        table.refresh_from_db()
        if joint:
            return joint.lay(person, uuid.uuid4(), 1, field, sealed)
        return Leaf.lay(person, table, uuid.uuid4(), "leaf", field, sealed)

    return lay


@pytest.fixture
def begin(table):
    def begin(person, practice="ritual"):
        sealed = cast.envelope(table.key_id, 256)
        return Joint.begin(person, table, uuid.uuid4(), practice, sealed)

    return begin


def spread(person, table):
    table.refresh_from_db()
    return Spread(person, table)


def test_it_holds_what_runs_and_what_was_laid_lately(ana, bo, table, begin, lay):
    ritual, promise = begin(ana), begin(bo, "promise")
    yes = lay(bo, ritual, "yes")
    first, *between, last, after = (lay(bo, ritual, "tick") for _ in range(9))
    own, theirs = lay(ana), lay(bo)
    found = spread(ana, table)
    (words,) = [each["words"] for each in found.of("promise")]
    assert [leaf.record for leaf in words] == [promise.pk]
    (running,) = found.of("ritual")
    assert running["yes"][0].record == yes.record
    ticks = [leaf.as_sent() for leaf in found.lately if leaf.field == "tick"]
    assert ticks[:2] == [after.as_sent(), last.as_sent()] and len(ticks) < 2 + len(between)
    assert first.record not in {leaf.record for leaf in found.lately}
    assert [leaf.record for leaf in found.told] == [theirs.record]
    assert [leaf.record for leaf in spread(bo, table).told] == [own.record]


def test_what_has_ended_lapsed_or_was_taken_back_is_not_in_it(ana, bo, table, begin, lay):
    ended, lapsed = begin(ana), begin(ana)
    ended.end()
    lapsed.lapses_on = clock.now().date() - timedelta(days=1)
    lapsed.save()
    lay(bo).take_back(bo)
    found = spread(ana, table)
    assert (found.of("ritual"), found.lately, found.told) == ([], [], [])
    lapsed.lapses_on = clock.now().date()
    lapsed.save()
    assert [each["words"][0].record for each in spread(ana, table).of("ritual")] == [lapsed.pk]


def test_nobody_else_finds_anything_and_no_two_before_they_are_confirmed(
    ana, bo, cleo, table, begin, lay
):
    begin(ana)
    lay(bo)
    assert passages(ana, table, None, 9) and spread(ana, table).told
    for who in (cleo, cast.person("dora")):
        found = spread(who, table)
        assert (found.of("ritual"), found.lately, found.told) == ([], [], [])
        assert passages(who, table, None, 9) == []
    table.confirmed_at = table.key_id = None
    table.save()
    assert not spread(ana, table).of("ritual") and not spread(ana, table).told
    assert passages(ana, table, None, 9) == [] and Couple.tables_of(ana) == []


def test_the_last_lie_first_and_only_as_many_as_were_asked_for(ana, bo, table, lay):
    records = [lay(bo).record for _ in range(7)][::-1]
    assert [leaf.record for leaf in spread(ana, table).told] == records[:5]
    first = passages(ana, table, None, 3)
    assert [leaf.record for leaf in first] == records[:3]
    assert [leaf.record for leaf in passages(ana, table, first[-1].position, 9)] == records[3:]


def test_a_small_repair_is_told_as_a_passage_is(ana, bo, table):
    sealed = cast.envelope(table.key_id, 256)
    repair = Leaf.lay(bo, table, uuid.uuid4(), "promise", "small-repair", sealed)
    assert [leaf.record for leaf in spread(ana, table).told] == [repair.record]
    assert not spread(bo, table).told


def test_the_plain_sentences_find_what_django_finds(ana, bo, cleo, table):
    for who in (ana, bo, cleo):
        by_django = Couple.objects.for_person(who).confirmed().order_by("confirmed_at")
        assert Couple.tables_of(who) == list(by_django)
        assert Invitation.waiting_for(who) is None
    invitation = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), cast.envelope())
    assert Invitation.waiting_for(ana) == invitation and Invitation.waiting_for(bo) is None
    invitation.withdraw()
    assert Invitation.waiting_for(ana) is None


@pytest.mark.parametrize("noun", [Leaf, Joint])
def test_a_plain_sentence_without_a_reader_raises_too(ana, noun):
    every = f"SELECT * FROM {noun._meta.db_table}"
    with pytest.raises(NoReader):
        plainly(noun, every)
    with pytest.raises(NoReader):
        plainly(noun, every, reader=ana.pk)
