"""Two who live at two ends of the world: each mark is of its author's own day, and of one only."""

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from drawleaf.client.keys import tick_record

ANA, BO, RITUAL = (UUID(int=number, version=4) for number in range(3))
KEY = bytes(range(32))
AUCKLAND, LISBON = ZoneInfo("Pacific/Auckland"), ZoneInfo("Europe/Lisbon")
instants = st.datetimes(datetime(2024, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))


def utc(when: str) -> datetime:
    return datetime.fromisoformat(when).replace(tzinfo=UTC)


def day(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).date().isoformat()


@given(instants, instants, st.sampled_from([AUCKLAND, LISBON]))
@example(utc("2028-02-28T23:30"), utc("2028-02-29T00:30"), LISBON)
@example(utc("2026-10-25T00:59"), utc("2026-10-25T01:01"), LISBON)
@example(utc("2026-04-04T13:59"), utc("2026-04-04T14:01"), AUCKLAND)
def test_two_marks_are_one_exactly_when_they_are_of_one_day(first, second, zone):
    records = [tick_record(KEY, RITUAL, ANA, day(at, zone)) for at in (first, second)]
    assert (records[0] == records[1]) == (day(first, zone) == day(second, zone))


@given(instants)
def test_at_one_moment_their_days_are_a_day_apart_at_most(at):
    here, there = at.astimezone(AUCKLAND).date(), at.astimezone(LISBON).date()
    assert 0 <= (here - there).days <= 1


@given(instants)
def test_the_marks_of_two_are_never_one(at):
    ana, bo = (tick_record(KEY, RITUAL, who, day(at, LISBON)) for who in (ANA, BO))
    assert ana != bo
