"""What both add to one page; by the addresses that a browser uses."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from drawleaf.people.readers import NoReader
from drawleaf.table.models import Leaf
from drawleaf.table.our_page import OurPage, prompts
from drawleaf.table.spread import Spread, passages
from drawleaf.table.views import MANY
from drawleaf.web import clock
from drawleaf.web.refusals import Refused
from tests import cast

pytestmark = pytest.mark.django_db


def words(table, record=None, revision=1) -> dict[str, str]:
    sealed = cast.text(cast.envelope(table.key_id, 256))
    return {"record": str(record or uuid.uuid4()), "revision": str(revision), "envelope": sealed}


@pytest.fixture
def add(browser_of, table):
    """`add(ana)`: she adds something; its record."""

    def add(person, record=None, revision=1) -> str:
        fields = words(table, record, revision)
        done = browser_of(person).post(f"/table/{table.pk}/page/additions/", fields)
        assert done.json() == {"next": f"/table/page/?couple={table.pk}"}
        return fields["record"]

    return add


def page(browser, query="") -> str:
    return cast.without_token(browser.get(f"/table/page/{query}").content.decode())


def records(found: str) -> list[str]:
    return re.findall(r'<sealed-text [^>]*data-record="([^"]+)"', found)


def renewed(table, person, other):
    new = cast.couple(person, other)
    new.renews = table
    new.save()
    return new


def test_what_one_adds_both_see_and_twice_is_once(browser_of, ana, bo, table):
    fields, address = words(table), f"/table/{table.pk}/page/additions/"
    for _ in range(3):
        assert browser_of(ana).post(address, fields).status_code == 200
    for who in (ana, bo):
        assert records(page(browser_of(who))) == [fields["record"]]
    table.refresh_from_db()
    assert table.feed_position == 1


def test_its_author_says_it_anew_and_it_stays_where_it_stood(browser_of, ana, bo, table, add):
    first, second, third = add(ana), add(bo), add(ana)
    cursor = browser_of(bo).get("/feed/").json()["cursor"]
    assert add(ana, first, revision=2) == first
    assert records(page(browser_of(bo))) == [third, second, first]
    (row,) = browser_of(bo).get("/feed/", {"after": cursor}).json()["table"]
    assert (row["record"], row["revision"], row["field"]) == (first, 2, "addition")


def test_nobody_else_changes_it_or_takes_it_back(browser_of, ana, bo, table, add):
    record = add(ana)
    before = Leaf.objects.for_person(ana).get(record=record).sealed
    address = f"/table/{table.pk}/page/additions/"
    for revision in (1, 2):
        refused = browser_of(bo).post(address, words(table, record, revision))
        assert (refused.status_code, refused.json()["reason"]) == (409, "changed")
        assert "current" not in refused.json() or refused.json()["current"] is None
    assert browser_of(bo).post(f"/table/leaves/{record}/taking-back/").status_code == 403
    assert Leaf.objects.for_person(ana).get(record=record).sealed == before


def test_a_change_follows_on_the_last_words_alone(browser_of, ana, table, add):
    record, address = add(ana), f"/table/{table.pk}/page/additions/"
    for revision in (1, 3):
        refused = browser_of(ana).post(address, words(table, record, revision))
        assert refused.status_code == 409 and refused.json()["current"]["revision"] == 1


def test_taken_back_it_is_gone_and_does_not_come_back(browser_of, ana, bo, table, add):
    record = add(ana)
    assert browser_of(ana).post(f"/table/leaves/{record}/taking-back/").status_code == 200
    for who in (ana, bo):
        assert records(page(browser_of(who))) == []
    refused = browser_of(ana).post(f"/table/{table.pk}/page/additions/", words(table, record, 2))
    assert refused.json()["reason"] == "taken_back"
    assert Leaf.objects.for_person(bo).get(record=record).envelope is None


def test_a_passage_still_never_changes(ana, table):
    seal, record = cast.envelope, uuid.uuid4()
    Leaf.lay(ana, table, record, "leaf", "passage", seal(table.key_id, 256))
    with pytest.raises(Refused):
        Leaf.lay(ana, table, record, "leaf", "passage", seal(table.key_id, 256), revision=2)


def test_cleo_neither_reads_nor_writes_here(browser_of, ana, cleo, table, add):
    add(ana)
    for query in ("", f"?couple={table.pk}"):
        assert records(page(browser_of(cleo), query)) == []
    assert browser_of(cleo).post(f"/table/{table.pk}/page/additions/").status_code == 404
    assert OurPage(cleo, table).additions(None, 9) == []
    assert browser_of(cleo).get("/feed/").json()["table"] == []
    with pytest.raises(NoReader):
        Leaf.objects.filter(collection=Leaf.PAGE)


def test_nothing_is_added_before_the_inviter_confirms(browser_of, ana, bo):
    couple = cast.couple(ana, bo)
    couple.confirmed_at = couple.key_id = None
    couple.save()
    for who in (ana, bo):
        assert browser_of(who).post(f"/table/{couple.pk}/page/additions/").status_code == 404
        assert "A page of two takes two." in page(browser_of(who))


def test_earlier_pages_hold_the_rest_each_once(browser_of, ana, bo, add):
    every = [add((ana, bo)[at % 2]) for at in range(2 * MANY + 5)]
    add(ana, every[0], revision=2)  # a change moves nothing from page to page
    seen: list[str] = []
    queries = [""]
    for query in queries:
        found = page(browser_of(bo), query)
        assert len(records(found)) <= MANY
        seen += records(found)
        assert ("data-adding" in found) == (query == "")
        further = re.findall(r'href="(\?[^"]*before=[^"]*)"', found)
        queries += [each.replace("&amp;", "&") for each in further]
    assert seen == every[::-1]


def test_no_question_grows_with_the_years(browser_of, ana, bo, table, add):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(browser_of(ana))
        return len(asked)

    add(ana)
    before = queries()
    for _ in range(MANY + 3):
        add(bo)
    assert queries() == before
    if connection.vendor == "sqlite":
        with CaptureQueriesContext(connection) as asked:
            OurPage(ana, table).additions(900, 21)
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {asked[0]['sql']}")
            plan = " ".join(row[-1] for row in cursor.fetchall())
        assert "leaves_as_they_came" in plan and "TEMP B-TREE" not in plan, plan


def test_after_new_keys_it_is_read_and_not_written(browser_of, ana, bo, table, add):
    record = add(ana)
    new = renewed(table, ana, bo)
    browser, old = browser_of(ana), f"?couple={table.pk}"
    now = page(browser)
    assert records(now) == [] and f'data-table="{new.pk}"' in now and old in now
    before = page(browser, old)
    assert records(before) == [record]
    assert "data-adding" not in before and "Let it say this" not in before
    assert old in browser.get(f"/table/{old}").content.decode()
    for fields in (words(table), words(table, record, 2)):
        refused = browser.post(f"/table/{table.pk}/page/additions/", fields)
        assert refused.json()["reason"] == "renewed"
    assert browser.post(f"/table/leaves/{record}/taking-back/").status_code == 200


def test_each_table_has_a_page_of_its_own(browser_of, ana, bo, cleo, table, add):
    other = cast.couple(ana, cleo)
    ours = add(ana)
    theirs = words(other)
    browser_of(cleo).post(f"/table/{other.pk}/page/additions/", theirs)
    browser = browser_of(ana)
    assert records(page(browser)) == [ours]
    found = page(browser, f"?couple={other.pk}")
    assert records(found) == [theirs["record"]] and f'data-table="{other.pk}"' in found
    browser.post("/settings/table/", {"couple": str(other.pk)})
    assert (ours in page(browser_of(bo))) and theirs["record"] not in page(browser_of(bo))
    moved = browser.post(f"/table/{other.pk}/page/additions/", words(table))
    assert moved.json()["reason"] == "unknown_key", "what is sealed for two goes to no other"


def test_it_is_no_news_on_today_and_no_passage(browser_of, ana, bo, table, add):
    browser = browser_of(bo)
    browser.get("/")
    today, lying = (cast.without_token(browser.get(at).content.decode()) for at in ("/", "/table/"))
    add(ana)
    table.refresh_from_db()
    assert cast.without_token(browser.get("/").content.decode()) == today
    assert cast.without_token(browser.get("/table/").content.decode()) == lying
    assert not Spread(bo, table).told and passages(bo, table, None, 9) == []


def test_an_empty_page_invites_and_brings_something_to_begin_with(browser_of, ana, table, add):
    found = page(browser_of(ana))
    assert "A page that both of you write on." in found and 5 <= len(prompts()) <= 9
    assert all(each in found for each in prompts())
    add(ana)
    assert "A page that both of you write on." not in page(browser_of(ana))


@pytest.mark.parametrize("asked", ["couple=nonsense", "before=nonsense", "before=-1"])
def test_a_page_nobody_knows_says_so(browser_of, ana, table, asked):
    assert browser_of(ana).get(f"/table/page/?{asked}").status_code == 400


def test_no_hour_stands_on_it(browser_of, ana, table, add):
    add(ana)
    now = clock.now()
    assert not re.search(rf"\b{now:%H}:{now:%M}\b", page(browser_of(ana)))
