"""Offered, agreed, marked, lapsed; by the addresses that a browser uses."""

import uuid

import pytest

from drawleaf.people.readers import NoReader
from drawleaf.practices.rituals.content import sorts
from drawleaf.practices.rituals.models import Ritual
from drawleaf.table.agreed import EIGHT_WEEKS, SOON
from tests import cast

pytestmark = pytest.mark.django_db


def leaf(table, record=None, revision=1, **more) -> dict:
    envelope = cast.text(cast.envelope(table.key_id, 256))
    fields = {"record": str(record or uuid.uuid4()), "revision": revision, "envelope": envelope}
    return fields | more


@pytest.fixture
def offered(browser_of, ana, table):
    record = uuid.uuid4()
    done = browser_of(ana).post("/rituals/proposals/", leaf(table, record, couple=str(table.pk)))
    assert done.json() == {"next": f"/rituals/{record}/"}
    return record


@pytest.fixture
def agreed(browser_of, bo, table, offered):
    done = browser_of(bo).post(f"/rituals/{offered}/agreement/", leaf(table))
    assert done.status_code == 200
    return offered


def page(browser, address="/rituals/") -> str:
    return browser.get(address).content.decode()


def of(person, record) -> Ritual:
    return Ritual.objects.for_person(person).get(pk=record)


def test_a_query_without_a_reader_raises():
    with pytest.raises(NoReader):
        Ritual.objects.all()


def test_it_exists_when_both_have_said_yes(browser_of, ana, bo, table, offered):
    assert not of(ana, offered).is_agreed
    assert "data-offered" in page(browser_of(bo)) and "data-running" not in page(browser_of(bo))
    assert browser_of(bo).post(f"/rituals/{offered}/ticks/", leaf(table)).status_code == 409
    browser_of(bo).post(f"/rituals/{offered}/agreement/", leaf(table))
    assert of(ana, offered).is_running
    assert "data-running" in page(browser_of(ana))


def test_nobody_agrees_to_their_own(browser_of, ana, table, offered):
    done = browser_of(ana).post(f"/rituals/{offered}/agreement/", leaf(table))
    assert done.status_code == 409 and not of(ana, offered).is_agreed


def test_offering_twice_is_once(browser_of, ana, table):
    fields = leaf(table, couple=str(table.pk))
    for _ in range(2):
        assert browser_of(ana).post("/rituals/proposals/", fields).status_code == 200
    assert Ritual.objects.for_person(ana).count() == 1


def test_a_mark_is_set_and_unset_and_the_same_again_is_once(browser_of, ana, bo, table, agreed):
    browser, record = browser_of(ana), uuid.uuid4()
    first = leaf(table, record)
    for fields in (first, first, leaf(table, record, revision=2)):
        assert browser.post(f"/rituals/{agreed}/ticks/", fields).status_code == 200
    refused = browser.post(f"/rituals/{agreed}/ticks/", leaf(table, record, revision=2))
    assert refused.status_code == 409 and refused.json()["current"]["revision"] == 2
    rows = browser_of(bo).get("/feed/").json()["table"]
    ticks = [each for each in rows if each["field"] == "tick"]
    assert [(each["revision"], each["joint"]) for each in ticks] == [(2, str(agreed))]


def test_a_mark_may_come_late(browser_of, ana, bo, table, agreed):
    browser_of(bo).post(f"/rituals/{agreed}/ending/")
    assert browser_of(ana).post(f"/rituals/{agreed}/ticks/", leaf(table)).status_code == 200


def test_an_unanswered_offer_fades_for_both(browser_of, ana, bo, offered, later):
    later(days=EIGHT_WEEKS.days + 1)
    for person in (ana, bo):
        assert "data-offered" not in page(browser_of(person))


def test_only_its_proposer_takes_an_offer_back(browser_of, ana, bo, offered):
    assert browser_of(bo).post(f"/rituals/{offered}/ending/").status_code == 409
    assert browser_of(ana).post(f"/rituals/{offered}/ending/").status_code == 200
    assert "data-offered" not in page(browser_of(bo))
    (words,) = browser_of(bo).get("/feed/").json()["table"]
    assert words["envelope"] is None


def test_it_goes_on_only_when_both_wish_it(browser_of, ana, bo, agreed, later):
    address, until = f"/rituals/{agreed}/renewal/", of(ana, agreed).joint.lapses_on
    assert browser_of(ana).post(address).status_code == 409, "not weeks before its end"
    later(days=(EIGHT_WEEKS - SOON).days + 1)
    before = page(browser_of(bo), f"/rituals/{agreed}/")
    assert browser_of(ana).post(address).status_code == 200
    token = cast.without_token
    assert token(page(browser_of(bo), f"/rituals/{agreed}/")) == token(before)
    assert of(ana, agreed).joint.lapses_on == until
    assert browser_of(bo).post(address).status_code == 200
    assert of(ana, agreed).joint.lapses_on == until + EIGHT_WEEKS


def test_without_both_it_lapses_and_cannot_be_woken(browser_of, ana, agreed, later):
    later(days=EIGHT_WEEKS.days - 1)
    browser_of(ana).post(f"/rituals/{agreed}/renewal/")
    later(days=EIGHT_WEEKS.days + 1)
    assert not of(ana, agreed).is_running
    assert browser_of(ana).post(f"/rituals/{agreed}/renewal/").status_code == 409


def test_ended_and_lapsed_look_alike(browser_of, ana, bo, table, agreed, later):
    """The pages of the other, once it is over, do not tell by whom or how."""
    later(days=EIGHT_WEEKS.days + 1)
    addresses = ["/", "/rituals/", f"/rituals/{agreed}/", "/table/", "/feed/"]
    lapsed = [cast.without_token(page(browser_of(bo), each)) for each in addresses]
    later(days=3)
    browser_of(ana).post(f"/rituals/{agreed}/ending/")
    ended = [cast.without_token(page(browser_of(bo), each)) for each in addresses]
    assert ended == lapsed


def test_today_brings_the_last_marks_and_asks_as_little_in_the_tenth_year(
    browser_of, ana, bo, table, agreed, django_assert_max_num_queries
):
    for _ in range(30):
        browser_of(bo).post(f"/rituals/{agreed}/ticks/", leaf(table))
    browser = browser_of(ana)
    browser.get("/")
    with django_assert_max_num_queries(12):
        found = page(browser, "/")
    assert found.count('"field": "tick"') == 6 and f'data-ritual="{agreed}"' in found


def test_every_sort_says_what_it_is():
    for sort, each in sorts().items():
        assert each["why"] and each["ideas"] and each["apart"] and each["when"], sort
        assert all(label for label in each.get("asks", {}).values())
