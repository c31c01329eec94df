"""A standing time: offered, agreed to, gone on with, over; by the addresses that a browser uses."""

import uuid
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from drawleaf.people.readers import NoReader
from drawleaf.practices.checkin.models import CheckIn, Week
from drawleaf.table.agreed import EIGHT_WEEKS, SOON
from drawleaf.web import clock
from tests import cast

pytestmark = pytest.mark.django_db
WEEK = timedelta(weeks=1)


def leaf(table, **more) -> dict:
    envelope = cast.text(cast.envelope(table.key_id, 256))
    return {"record": str(uuid.uuid4()), "revision": 1, "envelope": envelope} | more


def times(first=None, step=WEEK, many=8) -> str:
    first = first or clock.now() + timedelta(days=3)
    return ",".join((first + number * step).isoformat() for number in range(many))


def binding(person, table) -> dict:
    """What one sends to be bound, for the first time."""
    return {
        "revision": 1,
        "waiting": cast.text(cast.envelope(person.key_id, 16384)),
        "commitment": cast.text(cast.envelope(table.key_id, 1024)),
    }


@pytest.fixture
def offered(browser_of, ana, table):
    fields = leaf(table, couple=str(table.pk))
    done = browser_of(ana).post("/checkin/proposals/", fields)
    assert done.json() == {"next": "/checkin/"}
    return fields["record"]


@pytest.fixture
def agreed(browser_of, bo, table, offered):
    done = agree(browser_of(bo), table, offered)
    assert done.status_code == 200
    return offered


def agree(browser, table, offered, opens_at=None):
    fields = leaf(table, opens_at=opens_at or times())
    return browser.post(f"/checkin/{offered}/agreement/", fields)


def page(browser, address="/checkin/") -> str:
    return browser.get(address).content.decode()


def weeks(person) -> list[Week]:
    found = Week.objects.for_person(person).select_related("joint")
    return sorted(found, key=opens_at_of)


def opens_at_of(week) -> datetime:
    return week.joint.opens_at


def test_a_query_without_a_reader_raises():
    for noun in (CheckIn, Week):
        with pytest.raises(NoReader):
            noun.objects.all()


def test_it_exists_when_both_have_said_yes_and_then_there_are_eight_weeks(
    browser_of, ana, bo, table, offered
):
    assert weeks(bo) == [] and 'data-offered="theirs"' in page(browser_of(bo))
    assert agree(browser_of(bo), table, offered).status_code == 200
    found = weeks(ana)
    assert len(found) == 8 and {str(each.under_id) for each in found} == {offered}
    opening = [opens_at_of(each) for each in found]
    assert {later - each for each, later in pairwise(opening)} == {WEEK}
    assert "data-offered" not in page(browser_of(ana))
    assert page(browser_of(ana)).count("data-week=") == 1, "the next one alone"


def test_a_yes_that_comes_twice_makes_eight(browser_of, bo, table, offered):
    fields = leaf(table, opens_at=times())
    for _ in range(2):
        done = browser_of(bo).post(f"/checkin/{offered}/agreement/", fields)
        assert done.status_code == 200
    agree(browser_of(bo), table, offered)
    assert len(weeks(bo)) == 8


def test_nobody_agrees_to_their_own(browser_of, ana, table, offered):
    assert agree(browser_of(ana), table, offered).status_code == 409
    assert weeks(ana) == []


@pytest.mark.parametrize(
    "opens_at",
    [
        "", "soon", times(many=7), times(many=9), times(step=timedelta(days=1)),
        times(step=timedelta(days=14)), times(step=-WEEK),
        times(clock.now() + timedelta(days=9)), times(clock.now() - timedelta(days=2)),
        times(datetime(2026, 11, 29, 19)), times(datetime(9999, 12, 31, tzinfo=UTC), timedelta()),
    ],
)  # fmt: skip
def test_eight_times_are_a_week_apart_and_the_first_is_near(
    browser_of, bo, table, offered, opens_at
):
    done = agree(browser_of(bo), table, offered, opens_at or "-")
    assert (done.status_code, done.json()["reason"]) == (400, "malformed")
    assert weeks(bo) == [] and not CheckIn.objects.for_person(bo).get().is_agreed


def test_a_clock_change_and_a_clock_that_is_wrong_by_hours_are_no_reason(
    browser_of, bo, table, offered
):
    first = clock.now() - timedelta(hours=5)
    changed = [first + number * WEEK - timedelta(hours=number > 3) for number in range(8)]
    said = ",".join(each.isoformat() for each in changed)
    assert agree(browser_of(bo), table, offered, said).status_code == 200


def test_each_week_is_there_until_the_day_before_the_next(browser_of, ana, agreed, later):
    browser, found = browser_of(ana), weeks(ana)
    for days, shown in [(2, found[:1]), (3, found[:2]), (8, found[:2]), (10, found[1:3])]:
        later(days=days, minutes=1)
        there = page(browser)
        assert [each for each in found if f'data-week="{each.pk}"' in there] == shown, days


def test_it_is_written_now_and_opened_at_its_time(browser_of, ana, bo, table, agreed, later):
    week = weeks(ana)[0]
    for person in (ana, bo):
        done = browser_of(person).post(f"/questions/{week.pk}/answer/", binding(person, table))
        assert done.status_code == 200
    assert "You have both written" not in page(browser_of(ana))
    assert "Kept. You can change it until" in page(browser_of(ana))
    later(days=3, seconds=1)
    assert "You have both written. Open?" in page(browser_of(ana))


def test_it_goes_on_only_when_both_wish_it(browser_of, ana, bo, agreed, later):
    address, last = f"/checkin/{agreed}/renewal/", weeks(ana)[-1].joint.opens_at
    fields = {"opens_at": times(last + WEEK)}
    assert browser_of(ana).post(address, fields).status_code == 409, "not weeks before its end"
    later(days=(EIGHT_WEEKS - SOON).days + 1)
    before = cast.without_token(page(browser_of(bo)))
    assert f'data-last="{last.isoformat()}' in before
    assert browser_of(ana).post(address, fields).status_code == 200
    assert cast.without_token(page(browser_of(bo))) == before
    assert len(weeks(bo)) == 8
    assert browser_of(bo).post(address, {"opens_at": times(last + 3 * WEEK)}).status_code == 400
    assert browser_of(bo).post(address, fields).status_code == 200
    found = [each.joint.opens_at for each in weeks(bo)]
    assert len(found) == 16 and found[8] - found[7] == WEEK
    assert browser_of(ana).post(address, fields).status_code == 409


def test_without_both_it_lapses_and_cannot_be_woken(browser_of, ana, agreed, later):
    fields = {"opens_at": times(weeks(ana)[-1].joint.opens_at + WEEK)}
    later(days=EIGHT_WEEKS.days - 1)
    assert browser_of(ana).post(f"/checkin/{agreed}/renewal/", fields).status_code == 200
    later(days=EIGHT_WEEKS.days + 1)
    assert browser_of(ana).post(f"/checkin/{agreed}/renewal/", fields).status_code == 409
    assert "When could you both sit down?" in page(browser_of(ana))


def test_ended_and_lapsed_look_alike(browser_of, ana, bo, agreed, later):
    """The pages of the other, once it is over, do not tell by whom or how."""
    later(days=EIGHT_WEEKS.days + 1)
    addresses = ["/", "/checkin/", "/table/", "/feed/"]
    addresses += [f"/questions/{each.pk}/" for each in weeks(bo)]
    lapsed = [cast.without_token(page(browser_of(bo), each)) for each in addresses]
    browser_of(ana).post(f"/checkin/{agreed}/ending/")
    ended = [cast.without_token(page(browser_of(bo), each)) for each in addresses]
    assert ended == lapsed


def test_ended_early_no_more_weeks_come_and_one_that_has_come_is_still_there(
    browser_of, ana, bo, agreed, later
):
    later(days=4)
    come, *coming = weeks(ana)
    assert browser_of(bo).post(f"/checkin/{agreed}/ending/").status_code == 200
    there = page(browser_of(ana))
    assert f'data-week="{come.pk}"' in there and there.count("data-week=") == 1
    assert all(each.joint.is_over for each in weeks(ana)[1:]) and len(coming) == 7


def test_another_time_takes_the_place_of_the_first(browser_of, ana, bo, table, agreed):
    fields = leaf(table, couple=str(table.pk))
    browser_of(bo).post("/checkin/proposals/", fields)
    assert "It takes the place of the time you have now." in page(browser_of(ana))
    assert agree(browser_of(ana), table, fields["record"]).status_code == 200
    running = [each for each in weeks(ana) if not each.joint.is_over]
    assert {str(each.under_id) for each in running} == {fields["record"]}
    assert page(browser_of(bo)).count("data-standing=") == 1


def test_only_its_proposer_takes_an_offer_back(browser_of, ana, bo, offered):
    assert browser_of(bo).post(f"/checkin/{offered}/ending/").status_code == 409
    assert browser_of(ana).post(f"/checkin/{offered}/ending/").status_code == 200
    assert "data-offered" not in page(browser_of(bo))
    (words,) = browser_of(bo).get("/feed/").json()["table"]
    assert words["envelope"] is None


def test_not_this_week_is_said_of_one_week_and_only_while_it_is_there(
    browser_of, ana, bo, table, agreed, later
):
    week, *_, last = weeks(ana)
    said = browser_of(ana).post(f"/checkin/weeks/{week.pk}/skips/", leaf(table))
    assert said.json() == {"next": "/checkin/"}
    assert "data-skip" in page(browser_of(bo))
    (skip,) = [
        each for each in browser_of(bo).get("/feed/").json()["table"] if each["field"] == "skip"
    ]
    assert (skip["joint"], skip["collection"]) == (str(week.pk), "checkin")
    later(days=3 + 7)
    assert browser_of(ana).post(f"/checkin/weeks/{week.pk}/skips/", leaf(table)).status_code == 409
    assert "data-skip" not in page(browser_of(bo))
    assert browser_of(ana).post(f"/checkin/weeks/{last.pk}/skips/", leaf(table)).status_code == 200


def test_a_question_of_another_practice_is_no_week(browser_of, ana, table):
    fields = leaf(table, couple=str(table.pk))
    browser_of(ana).post("/questions/beginnings/questions/", fields)
    address = f"/checkin/weeks/{fields['record']}/skips/"
    assert browser_of(ana).post(address, leaf(table)).status_code == 404


def test_the_page_asks_as_little_in_the_tenth_year(
    browser_of, ana, bo, table, agreed, later, django_assert_max_num_queries
):
    later(days=4)
    browser = browser_of(ana)
    browser.get("/checkin/")
    with django_assert_max_num_queries(19):
        page(browser)
