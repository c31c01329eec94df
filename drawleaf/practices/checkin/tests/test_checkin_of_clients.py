"""A check-in by two people with the Python client, from the offered time to what is opened."""

from datetime import timedelta

import pytest

from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.web import clock

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY = "2026-11-28"
WEEK = timedelta(weeks=1)


@pytest.fixture
def agreed(two):
    ana, bo = two
    offered = ana.offer_checkin("sunday", "19:00", "Europe/Lisbon", DAY)
    bo.sync()
    bo.agree_to_checkin(offered, DAY)
    for client in two:
        client.sync()
    return offered


@pytest.fixture
def later(monkeypatch):
    """`later(moment)`: from now on the server's clock shows it."""
    return lambda moment: monkeypatch.setattr(clock, "now", lambda: moment)


def write(client, week, **parts):
    client.answer_question(client.question(week), parts)


def test_the_two_read_what_they_agreed_to(two, agreed):
    for client in two:
        (found,) = client.checkins()
        assert found.yes and found.yes.name == "Bo"
        assert (found.words.body["weekday"], found.words.body["clock"]) == ("sunday", "19:00")


def test_both_write_and_open_at_their_time(two, agreed, later):
    ana, bo = two
    ((week, opens_at),) = ana.weeks().items()
    assert bo.weeks() == {week: opens_at}
    write(ana, week, appreciation="You rang my mother first.", concern="The Thursdays.")
    write(bo, week, appreciation="The soup.")
    assert ana.question(week).state == "before", "written by both, and not yet Sunday"
    with pytest.raises(VaultError, match="not_opened"):
        ana.open_question(ana.question(week))
    later(opens_at)
    for client in two:
        assert client.question(week).state == "due"
        client.open_question(client.question(week))
    assert bo.read_question(bo.question(week))["concern"] == "The Thursdays."
    assert ana.read_question(ana.question(week)) == {"appreciation": "The soup."}
    assert ana.opened_weeks() == bo.opened_weeks() == [week]
    ((following, at),) = ana.weeks().items()
    assert following != week and at - opens_at == WEEK


def test_a_week_that_was_missed_gives_way_to_the_next(two, agreed, later):
    ana, _ = two
    ((week, opens_at),) = ana.weeks().items()
    write(ana, week, hopes="A slow Saturday.")
    later(opens_at + timedelta(days=2))
    assert list(ana.weeks().values()) == [opens_at, opens_at + WEEK]
    later(opens_at + timedelta(days=7))
    assert week not in ana.weeks()
    assert ana.question(week).state == "over"
    assert ana.my_answer(ana.question(week)) == {"hopes": "A slow Saturday."}
    with pytest.raises(Refusal, match="look again"):
        write(ana, week, hopes="Another.")


def test_not_this_week_is_said_and_taken_back(two, agreed):
    ana, bo = two
    (week,) = ana.weeks()
    said = ana.not_this_week(week, DAY)
    bo.sync()
    assert [each.name for each in bo.skips(week)] == ["Ana"]
    ana.take_back(said)
    bo.sync()
    assert bo.skips(week) == []


def test_not_this_week_is_of_that_week_alone(two, agreed, later):
    """A host who lays it beside the next one says nothing by it."""
    ana, bo = two
    ((week, opens_at),) = ana.weeks().items()
    ana.not_this_week(week, DAY)
    later(opens_at)
    following = next(each for each in ana.weeks() if each != week)
    bo.sync()
    for row in bo.device.leaves.values():
        if row["field"] == "skip":
            row["joint"] = str(following)
    assert bo.skips(following) == []


def test_eight_weeks_more_when_both_wish_it(two, agreed, later):
    ana, bo = two
    (first,) = ana.weeks().values()
    later(first + 6 * WEEK)
    ana.renew_checkin(agreed)
    later(first + 7 * WEEK)
    assert list(ana.weeks().values()) == [first + 7 * WEEK]
    bo.renew_checkin(agreed)
    moved = ana.weeks()
    assert len(moved) == 2
    for client in two:
        with pytest.raises(Refusal, match="has not begun, or is over"):
            client.renew_checkin(agreed)


def test_another_time_takes_the_place_of_the_first(two, agreed):
    ana, bo = two
    (before,) = ana.weeks()
    other = bo.offer_checkin("wednesday", "20:30", "Europe/Lisbon", DAY)
    ana.sync()
    ana.agree_to_checkin(other, DAY)
    (week,) = bo.weeks()
    assert week != before and bo.question(before).state == "over"


def test_words_that_say_no_time_are_not_agreed_to(two):
    ana, bo = two
    for weekday, hour, zone in [
        ("someday", "19:00", "Europe/Lisbon"),
        ("sunday", "seven", "Europe/Lisbon"),
        ("sunday", "19:00", "Nowhere/Here"),
    ]:
        offered = ana.offer_checkin(weekday, hour, zone, DAY)
        bo.sync()
        with pytest.raises(VaultError, match="malformed"):
            bo.agree_to_checkin(offered, DAY)


def test_either_ends_the_standing_time_and_nothing_more_comes(two, agreed):
    ana, bo = two
    ana.end_checkin(agreed)
    assert not ana.weeks() and not bo.weeks()
    with pytest.raises(Refusal):
        bo.agree_to_checkin(agreed, DAY)
