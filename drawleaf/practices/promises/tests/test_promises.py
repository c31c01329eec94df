"""Made, said anew, kept or let go, thanked for; by the addresses that a browser uses."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from drawleaf.people.readers import NoReader
from drawleaf.practices.promises.models import Promise
from drawleaf.practices.promises.today import today
from drawleaf.table.models import Leaf
from drawleaf.table.spread import Spread
from tests import cast

pytestmark = pytest.mark.django_db
PAGES = ["/", "/promises/", "/table/", "/feed/"]


def leaf(table, record=None, revision=1, **more) -> dict:
    envelope = cast.text(cast.envelope(table.key_id, 256))
    fields = {"record": str(record or uuid.uuid4()), "revision": revision, "envelope": envelope}
    return fields | more


@pytest.fixture
def make(browser_of, table):
    """`make(ana)`: she makes a promise; its id."""

    def make(person) -> uuid.UUID:
        fields = leaf(table, couple=str(table.pk))
        done = browser_of(person).post("/promises/beginnings/", fields)
        assert done.json() == {"next": f"/promises/{fields['record']}/"}
        return uuid.UUID(fields["record"])

    return make


@pytest.fixture
def promise(make, ana):
    return make(ana)


def of(person, promise) -> Promise:
    found = Promise.objects.for_person(person).select_related("joint")
    return found.get(pk=promise)


def page(browser, address="/promises/") -> str:
    return cast.without_token(browser.get(address).content.decode())


def test_a_query_without_a_reader_raises():
    with pytest.raises(NoReader):
        Promise.objects.all()


def test_made_twice_is_made_once_and_both_see_it(browser_of, ana, bo, table):
    fields = leaf(table, couple=str(table.pk))
    for _ in range(2):
        assert browser_of(ana).post("/promises/beginnings/", fields).status_code == 200
    assert Promise.objects.for_person(bo).count() == 1
    assert "What I have promised" in page(browser_of(ana))
    assert "What was promised to me" in page(browser_of(bo))


def test_nobody_makes_one_for_a_table_that_is_not_theirs(browser_of, cleo, table):
    fields = leaf(table, couple=str(table.pk))
    assert browser_of(cleo).post("/promises/beginnings/", fields).status_code == 404


def test_its_author_says_it_anew_as_the_next_revision(browser_of, ana, bo, table, promise):
    address, browser = f"/promises/{promise}/wording/", browser_of(ana)
    anew = leaf(table, promise, revision=2)
    for _ in range(2):
        assert browser.post(address, anew).status_code == 200
    (words,) = browser_of(bo).get("/feed/").json()["table"]
    assert (words["field"], words["revision"]) == ("words", 2)
    assert browser.post(address, leaf(table, revision=1)).status_code == 409, "beside its words"
    assert Leaf.objects.for_person(ana).filter(joint=promise).count() == 1


@pytest.mark.parametrize("resource", ["wording", "outcome"])
def test_nobody_else_changes_or_ends_it(browser_of, ana, bo, table, promise, resource):
    fields = leaf(table, promise, revision=2 if resource == "wording" else 1)
    done = browser_of(bo).post(f"/promises/{promise}/{resource}/", fields)
    assert done.status_code == 403 and "Nothing was changed" in done.json()["sentence"]
    assert not of(ana, promise).joint.is_over
    assert Leaf.objects.for_person(ana).filter(joint=promise).count() == 1


def test_an_outcome_ends_it_and_twice_is_once(browser_of, ana, bo, table, promise):
    address, browser = f"/promises/{promise}/outcome/", browser_of(ana)
    kept = leaf(table, promise)
    for _ in range(2):
        assert browser.post(address, kept).status_code == 200
    assert of(ana, promise).joint.is_over
    refused = browser.post(f"/promises/{promise}/wording/", leaf(table, promise, revision=2))
    assert refused.status_code == 409 and refused.json()["reason"] == "not_now"
    other = browser.post(address, leaf(table, promise))
    assert other.status_code == 409 and other.json()["current"]["revision"] == 1
    assert browser.post(address, leaf(table, promise, revision=2)).status_code == 200
    assert browser.post(address, leaf(table)).status_code == 409, "under another id"


def test_an_outcome_that_is_refused_ends_nothing(browser_of, ana, table, promise):
    wrong = leaf(table, promise) | {"envelope": cast.text(cast.envelope(b"12345678", 256))}
    assert browser_of(ana).post(f"/promises/{promise}/outcome/", wrong).status_code == 400
    assert not of(ana, promise).joint.is_over


def test_kept_and_let_go_look_alike_to_the_server(browser_of, ana, bo, table, make):
    """All that differs stands inside an envelope of one size."""
    for _ in range(2):
        promise = make(ana)
        browser_of(ana).post(f"/promises/{promise}/outcome/", leaf(table, promise))
    rows = browser_of(bo).get("/feed/").json()["table"]
    one, other = (row for row in rows if row["field"] == "outcome")
    assert len(one["envelope"]) == len(other["envelope"])
    differing = {name for name in one if one[name] != other[name]}
    assert differing == {"joint", "record", "envelope"}


def test_the_other_thanks_while_it_runs_and_after(browser_of, ana, bo, table, promise):
    address = f"/promises/{promise}/thanks/"
    assert browser_of(bo).post(address, leaf(table)).status_code == 200
    browser_of(ana).post(f"/promises/{promise}/outcome/", leaf(table, promise))
    assert browser_of(bo).post(address, leaf(table)).status_code == 200
    own = browser_of(ana).post(address, leaf(table))
    assert own.status_code == 403 and "nothing was laid down" in own.json()["sentence"]


def test_looking_at_it_is_seen_by_nobody(browser_of, ana, bo, promise):
    addresses = [*PAGES, f"/promises/{promise}/"]
    before = [page(browser_of(bo), each) for each in addresses]
    for each in [*addresses, "/promises/new/", "/promises/repairs/new/"]:
        assert browser_of(ana).get(each).status_code == 200
    assert [page(browser_of(bo), each) for each in addresses] == before


def test_a_small_repair_is_laid_once_answered_and_taken_back(browser_of, ana, bo, table):
    fields = leaf(table, couple=str(table.pk))
    for _ in range(2):
        assert browser_of(ana).post("/promises/repairs/", fields).status_code == 200
    changed = leaf(table, fields["record"], couple=str(table.pk))
    assert browser_of(ana).post("/promises/repairs/", changed).status_code == 409
    thanks = leaf(table, couple=str(table.pk))
    assert browser_of(bo).post("/promises/repairs/thanks/", thanks).status_code == 200
    found = page(browser_of(ana))
    assert found.count("data-repair=") == 1 and found.count("data-thanks>") == 1
    assert "sealed-text" not in page(browser_of(bo), "/table/"), "there lie passages alone"
    browser_of(ana).post(f"/table/leaves/{fields['record']}/taking-back/")
    assert "data-repair=" not in page(browser_of(bo))


def test_today_brings_ones_own_alone_in_one_query(
    browser_of, ana, bo, table, make, django_assert_num_queries
):
    mine = [make(ana) for _ in range(8)]
    make(bo)
    browser_of(ana).post(f"/promises/{mine[0]}/outcome/", leaf(table, mine[0]))
    with django_assert_num_queries(1):
        found = today(ana, Spread(ana, table))["promises"]
    assert {each.record for each in found} == set(mine[1:])


def test_the_list_asks_as_little_in_the_tenth_year(browser_of, ana, bo, table, make):
    browser = browser_of(ana)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(browser)
        return len(asked)

    make(ana)
    before = queries()
    for _ in range(12):
        promise = make(bo)
        browser_of(bo).post(f"/promises/{promise}/outcome/", leaf(table, promise))
        browser_of(bo).post("/promises/repairs/", leaf(table, couple=str(table.pk)))
    assert queries() == before


def test_alone_one_may_still_promise_oneself(browser_of, ana):
    found = page(browser_of(ana), "/promises/new/")
    assert "data-lay" not in found and "data-new-promise" in found
    assert "data-private" in page(browser_of(ana))


def test_whatever_lies_further_back_is_a_link_away(browser_of, ana, table, make, monkeypatch):
    monkeypatch.setattr("drawleaf.practices.promises.views.MANY", 2)
    browser = browser_of(ana)
    for _ in range(5):
        promise = make(ana)
        browser.post(f"/promises/{promise}/outcome/", leaf(table, promise))
        browser.post("/promises/repairs/", leaf(table, couple=str(table.pk)))

    def seen(address: str) -> tuple[int, int]:
        found = page(browser, address)
        return found.count("data-repair="), found.count('data-field="outcome"')

    assert seen("/promises/") == (4, 2)
    assert "?repairs=1#repairs" in page(browser) and "?past=1#past" in page(browser)
    assert seen("/promises/?repairs=1") == (5, 2)
    assert seen("/promises/?past=1") == (4, 4)
    assert seen("/promises/?past=2") == (4, 5)
    assert "?past=" not in page(browser, "/promises/?past=2")
    assert browser.get("/promises/?past=x").status_code == 400
