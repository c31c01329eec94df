import re
import uuid

import pytest
from django.db import IntegrityError, transaction

from drawleaf.people.readers import NoReader
from drawleaf.table.models import Joint, Leaf
from drawleaf.table.views import MANY
from tests import cast

pytestmark = pytest.mark.django_db


def lay(browser, couple, envelope=None, record=None, **change):
    fields = {
        "couple": str(couple.pk),
        "record": str(record or uuid.uuid4()),
        "revision": 1,
        "collection": "leaf",
        "field": "passage",
        "envelope": cast.text(envelope or cast.envelope(couple.key_id, 256)),
    } | change
    return browser.post("/table/leaves/", fields)


@pytest.mark.parametrize("noun", [Leaf, Joint])
def test_a_query_without_a_reader_raises(noun):
    for ask in (noun.objects.all, noun.objects.count, noun.objects.first, noun.objects.exists):
        with pytest.raises(NoReader):
            ask()


def test_what_ana_lays_down_bo_receives(browser_of, ana, bo, table):
    envelope, record = cast.envelope(table.key_id, 256), uuid.uuid4()
    assert lay(browser_of(ana), table, envelope, record).json() == {
        "next": f"/table/leaves/{record}/"
    }
    (leaf,) = browser_of(bo).get("/feed/").json()["table"]
    assert leaf["envelope"] == cast.text(envelope) and leaf["author"] == str(ana.pk)


def test_each_leaf_on_the_table_leads_to_its_own_page(browser_of, ana, table):
    browser = browser_of(ana)
    records = [lay(browser, table, record=uuid.uuid4()).json()["next"] for _ in range(2)]
    page = browser.get("/table/").content.decode()
    assert re.findall(r'href="([^"]+)" data-leaf-day', page) == records[::-1]


def test_older_leaves_are_a_page_away(browser_of, ana, table):
    browser = browser_of(ana)
    for _ in range(MANY + 5):
        lay(browser, table)
    first = browser.get("/table/").content.decode()
    assert first.count("<sealed-text") == MANY
    (further,) = re.findall(r'href="(\?[^"]*before=[^"]*)"', first)
    second = browser.get("/table/" + further.replace("&amp;", "&")).content.decode()
    assert second.count("<sealed-text") == 5 and "before=" not in second


@pytest.mark.parametrize("asked", ["couple=nonsense", "before=nonsense", "before=-1"])
def test_a_table_nobody_knows_says_so(browser_of, ana, table, asked):
    assert browser_of(ana).get(f"/table/?{asked}").status_code == 400


def test_no_feed_gives_the_other_an_hour(browser_of, ana, bo, table):
    lay(browser_of(ana), table)
    (leaf,) = browser_of(bo).get("/feed/").json()["table"]
    assert set(leaf) == {
        *("couple", "joint", "author", "record", "revision", "collection", "field", "envelope")
    }


def test_the_same_again_is_no_news(browser_of, ana, table):
    envelope, record = cast.envelope(table.key_id, 256), uuid.uuid4()
    for _ in range(3):
        assert lay(browser_of(ana), table, envelope, record).status_code == 200
    table.refresh_from_db()
    assert table.feed_position == 1


def test_a_leaf_is_not_replaced(browser_of, ana, bo, table):
    record = uuid.uuid4()
    lay(browser_of(ana), table, record=record)
    for who in (ana, bo):
        assert lay(browser_of(who), table, record=record).json()["reason"] == "changed"


def test_cleo_neither_reads_nor_writes_here(browser_of, ana, cleo, table):
    record = uuid.uuid4()
    lay(browser_of(ana), table, record=record)
    assert lay(browser_of(cleo), table).status_code == 404
    assert browser_of(cleo).get(f"/table/leaves/{record}/").status_code == 404
    assert browser_of(cleo).post(f"/table/leaves/{record}/taking-back/").status_code == 404
    assert browser_of(cleo).get("/feed/").json()["table"] == []


def test_nothing_is_laid_before_the_inviter_confirms(browser_of, ana, bo):
    couple = cast.couple(ana, bo)
    couple.confirmed_at = couple.key_id = None
    couple.save()
    sealed = cast.envelope(bucket=256)
    assert lay(browser_of(bo), couple, sealed).status_code == 404
    assert lay(browser_of(ana), couple, sealed).status_code == 404


def test_only_the_couples_key_is_taken(browser_of, ana, table):
    answer = lay(browser_of(ana), table, cast.envelope(ana.key_id, 256))
    assert answer.json()["reason"] == "unknown_key"


def test_taking_back_deletes_the_words_and_says_so_to_devices(browser_of, ana, bo, table):
    record = uuid.uuid4()
    lay(browser_of(ana), table, record=record)
    cursor = browser_of(bo).get("/feed/").json()["cursor"]
    assert browser_of(ana).post(f"/table/leaves/{record}/taking-back/").status_code == 200
    (leaf,) = browser_of(bo).get("/feed/", {"after": cursor}).json()["table"]
    assert leaf["envelope"] is None
    assert Leaf.objects.for_person(bo).get(record=record).envelope is None


def test_only_the_author_takes_back(browser_of, ana, bo, table):
    record = uuid.uuid4()
    lay(browser_of(ana), table, record=record)
    assert browser_of(bo).post(f"/table/leaves/{record}/taking-back/").status_code == 403
    assert Leaf.objects.for_person(bo).get(record=record).envelope is not None


def test_what_was_taken_back_does_not_come_back_by_a_retry(browser_of, ana, table):
    envelope, record = cast.envelope(table.key_id, 256), uuid.uuid4()
    lay(browser_of(ana), table, envelope, record)
    browser_of(ana).post(f"/table/leaves/{record}/taking-back/")
    lay(browser_of(ana), table, envelope, record)
    assert Leaf.objects.for_person(ana).get(record=record).envelope is None


def test_the_database_keeps_no_words_of_what_was_taken_back(ana, table):
    leaf = Leaf.lay(ana, table, uuid.uuid4(), "leaf", "passage", cast.envelope(table.key_id, 256))
    leaf.taken_back_at = table.confirmed_at
    with pytest.raises(IntegrityError), transaction.atomic():
        leaf.save()
