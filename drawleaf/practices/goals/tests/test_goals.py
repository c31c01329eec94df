"""Begun, carried, ended; by the addresses that a browser uses."""

import uuid

import pytest

from drawleaf.people.readers import NoReader
from drawleaf.practices.goals.content import sorts
from drawleaf.practices.goals.models import FIELDS, Goal
from drawleaf.table.models import Leaf
from tests import cast

pytestmark = pytest.mark.django_db


def leaf(table, record=None, revision=1, **more) -> dict:
    envelope = cast.text(cast.envelope(table.key_id, 256))
    fields = {"record": str(record or uuid.uuid4()), "revision": revision, "envelope": envelope}
    return fields | more


@pytest.fixture
def goal(browser_of, ana, table):
    record = uuid.uuid4()
    done = browser_of(ana).post("/goals/beginnings/", leaf(table, record, couple=str(table.pk)))
    assert done.json() == {"next": f"/goals/{record}/"}
    return record


@pytest.fixture
def lay(browser_of, table, goal):
    """`lay(ana, "step")` posts a leaf for the goal."""
    return lambda person, field, record=None, revision=1: browser_of(person).post(
        f"/goals/{goal}/leaves/", leaf(table, record, revision, field=field)
    )


@pytest.fixture
def end(browser_of, table, goal):
    return lambda person: browser_of(person).post(f"/goals/{goal}/ending/", leaf(table))


def page(browser, address="/goals/") -> str:
    return browser.get(address).content.decode()


def of(person, goal, field) -> list[Leaf]:
    return Leaf.of_joints(person, [goal], field)[goal].get(field, [])


def test_a_query_without_a_reader_raises():
    with pytest.raises(NoReader):
        Goal.objects.all()


def test_beginning_twice_is_once(browser_of, ana, table):
    fields = leaf(table, couple=str(table.pk))
    for _ in range(2):
        assert browser_of(ana).post("/goals/beginnings/", fields).status_code == 200
    assert Goal.objects.for_person(ana).count() == 1


@pytest.mark.parametrize("field", FIELDS)
def test_either_lays_down_what_is_their_own(ana, bo, goal, lay, field):
    for person in (ana, bo):
        assert lay(person, field).status_code == 200
    assert {each.author for each in of(ana, goal, field)} == {ana, bo}


@pytest.mark.parametrize("field", ["words", "yes", "ending", "tick", ""])
def test_nothing_else_is_laid_down(ana, goal, lay, field):
    assert lay(ana, field).json()["reason"] == "malformed"
    assert of(ana, goal, field) == [] or field == "words"


def test_nobody_ticks_the_step_of_the_other(ana, bo, goal, lay):
    record = uuid.uuid4()
    lay(ana, "step", record)
    assert lay(bo, "step", record, revision=2).status_code == 409
    assert lay(ana, "step", record, revision=2).status_code == 200
    assert [(each.author, each.revision) for each in of(bo, goal, "step")] == [(ana, 2)]


def test_each_brings_one_thing_and_may_change_it(browser_of, ana, bo, goal, lay):
    record = uuid.uuid4()
    assert lay(ana, "bring", record).status_code == lay(bo, "bring").status_code == 200
    no = lay(ana, "bring")
    assert no.status_code == 409 and "lies here already" in no.json()["sentence"]
    assert lay(ana, "bring", record, revision=2).status_code == 200
    browser_of(ana).post(f"/table/leaves/{record}/taking-back/")
    assert lay(ana, "bring").status_code == 200, "another one, after the first was taken back"


def test_only_who_began_it_says_it_anew(browser_of, ana, bo, table, goal):
    address, fields = f"/goals/{goal}/wording/", leaf(table, goal, revision=2)
    assert browser_of(bo).post(address, fields).status_code == 409
    assert browser_of(ana).post(address, leaf(table)).status_code == 409, "under another record"
    assert "said anew" not in page(browser_of(bo), f"/goals/{goal}/")
    assert browser_of(ana).post(address, fields).status_code == 200
    assert "said anew" in page(browser_of(bo), f"/goals/{goal}/")


@pytest.mark.parametrize("by", ["ana", "bo"])
def test_either_ends_it_and_then_only_celebrates(request, ana, bo, table, goal, lay, end, by):
    record = uuid.uuid4()
    lay(ana, "step", record)
    assert end(request.getfixturevalue(by)).status_code == 200
    assert Goal.objects.for_person(ana).get().joint.is_over
    for field in set(FIELDS) - {"moment"}:
        assert lay(bo, field).status_code == 409
    assert lay(bo, "moment").status_code == 200
    assert lay(ana, "step", record, revision=2).status_code == 200, "it lay there before"


def test_it_ends_once(browser_of, ana, bo, table, goal, end):
    fields = leaf(table)
    for _ in range(2):
        assert browser_of(ana).post(f"/goals/{goal}/ending/", fields).status_code == 200
    assert end(bo).status_code == 409
    assert [each.author for each in of(bo, goal, "ending")] == [ana]
    record = fields["record"]
    assert browser_of(ana).post(f"/table/leaves/{record}/taking-back/").status_code == 404


def test_the_page_names_nobody_beside_an_amount(browser_of, ana, bo, goal, lay):
    for person in (ana, bo, ana):
        lay(person, "contribution")
    found = page(browser_of(ana), f"/goals/{goal}/")
    assert found.count('data-field="contribution"') == 3
    assert found.count("data-take-back") == 2, "one's own can be taken back"


def test_the_list_asks_as_little_for_many(
    browser_of, ana, table, lay, django_assert_max_num_queries
):
    browser = browser_of(ana)
    for _ in range(5):
        browser.post("/goals/beginnings/", leaf(table, couple=str(table.pk)))
        lay(ana, "contribution")
    page(browser)
    with django_assert_max_num_queries(8):
        found = page(browser)
    assert found.count("data-goal=") == 6 and found.count('data-field="contribution"') == 5


def test_every_sort_says_what_it_is():
    for sort, each in sorts().items():
        assert each["why"] and each["ideas"] and each["apart"], sort
    assert [sort for sort, each in sorts().items() if each.get("has_amount")] == ["savings"]
