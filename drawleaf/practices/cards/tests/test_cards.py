"""What the server knows of cards: leaves of the two, and pages alike for every depth."""

import json
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from drawleaf.questions.models import Question
from drawleaf.table.models import Leaf
from tests import cast

pytestmark = pytest.mark.django_db
POSTS = ["/cards/drawn/", "/cards/deeper/", "/cards/tellings/", "/cards/replies/"]


def leaf(table, record=None):
    return {
        "record": str(record or uuid.uuid4()),
        "revision": 1,
        "couple": str(table.pk),
        "envelope": cast.text(cast.envelope(table.key_id, 256)),
    }


def page(browser, address="/cards/"):
    return cast.without_token(browser.get(address).content.decode())


@pytest.mark.parametrize("address", POSTS)
def test_it_is_laid_for_both_once_and_for_nobody_else(browser_of, ana, bo, cleo, table, address):
    fields = leaf(table)
    for _ in range(2):
        assert browser_of(ana).post(address, fields).status_code == 200
    assert browser_of(cleo).post(address, leaf(table)).status_code == 404
    (row,) = browser_of(bo).get("/feed/").json()["table"]
    assert (row["collection"], row["joint"]) == ("cards", None)
    assert row["field"] == {"tellings": "telling", "replies": "reply"}.get(
        address.split("/")[2], address.split("/")[2]
    )
    assert browser_of(cleo).get("/feed/").json()["table"] == []


@pytest.mark.parametrize("address", POSTS)
def test_only_its_author_takes_it_back(browser_of, ana, bo, table, address):
    fields = leaf(table)
    browser_of(ana).post(address, fields)
    back = f"/table/leaves/{fields['record']}/taking-back/"
    assert browser_of(bo).post(back).status_code == 403
    assert browser_of(ana).post(back).status_code == 200
    (row,) = browser_of(bo).get("/feed/").json()["table"]
    assert row["envelope"] is None
    assert browser_of(ana).post(address, fields).status_code == 200, "a retry is no news"
    assert not Leaf.objects.for_person(bo).exclude(envelope=None).exists()


def test_all_depths_stand_in_one_page_and_the_server_learns_of_none(browser_of, ana, table):
    found = page(browser_of(ana))
    for depth in ("light", "near", "slow", "rare"):
        assert f'href="#{depth}"' in found and f'id="{depth}"' in found
    sets = json.loads(re.search(r'<script id="sets"[^>]*>(.*?)</script>', found, re.S).group(1))
    assert len(sets["cards@1"]["questions"]) == 200
    assert set(sets) == {"cards@1", "safe_space@1", "well@1"}


def test_what_the_other_has_told_is_named_and_not_what_one_has_told_oneself(
    browser_of, ana, bo, table
):
    fields = leaf(table)
    browser_of(bo).post("/cards/tellings/", fields)
    assert f'data-told data-couple="{table.pk}"' in page(browser_of(ana))
    assert "data-told" not in page(browser_of(bo))
    browser_of(bo).post(f"/table/leaves/{fields['record']}/taking-back/")
    assert "data-told" not in page(browser_of(ana))


def test_tellings_and_replies_lie_on_their_page_alone(browser_of, ana, bo, table):
    told = leaf(table)
    browser_of(bo).post("/cards/tellings/", told)
    browser_of(ana).post("/cards/replies/", leaf(table))
    for who, may_answer in ((ana, True), (bo, False)):
        found = page(browser_of(who), "/cards/telling/")
        assert found.count("data-telling>") == 1 and found.count("data-reply>") == 1
        assert (f'data-about="{told["record"]}"' in found) is may_answer
    for address in ("/", "/table/"):
        assert "sealed-text" not in page(browser_of(ana), address)


def test_whatever_was_told_is_a_link_away(browser_of, ana, bo, table, monkeypatch):
    monkeypatch.setattr("drawleaf.practices.cards.views.MANY", 2)
    for _ in range(5):
        browser_of(bo).post("/cards/tellings/", leaf(table))
    address = "/cards/telling/"
    for earlier, seen in ((0, 2), (1, 4), (2, 5)):
        found = page(browser_of(ana), address)
        assert found.count("data-telling>") == seen
        address = f"/cards/telling/?earlier={earlier + 1}"
        assert (address.partition("/telling/")[2] in found) is (seen < 5)
    assert browser_of(ana).get("/cards/telling/?earlier=x").status_code == 400


def test_a_card_is_a_question_of_this_practice(browser_of, ana, bo, table):
    fields = leaf(table)
    asked = browser_of(ana).post("/questions/beginnings/cards/", fields)
    assert asked.json()["next"] == f"/questions/{fields['record']}/"
    assert Question.objects.for_person(bo).get().belongs_to == "cards"
    found = page(browser_of(bo), asked.json()["next"])
    assert 'href="/cards/"' in found
    assert f'href="/questions/{fields["record"]}/"' in page(browser_of(bo))


def test_the_pages_ask_as_little_in_the_tenth_year(browser_of, ana, bo, table):
    browser = browser_of(ana)

    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            page(browser, address)
        return len(asked)

    def live():
        browser_of(bo).post("/questions/beginnings/cards/", leaf(table))
        for address in POSTS:
            browser_of(bo).post(address, leaf(table))

    live()
    before = [queries(each) for each in ("/cards/", "/cards/telling/")]
    for _ in range(12):
        live()
    assert [queries(each) for each in ("/cards/", "/cards/telling/")] == before


def test_alone_there_is_nothing_to_draw(browser_of, ana):
    for address in ("/cards/", "/cards/telling/"):
        found = page(browser_of(ana), address)
        assert "data-lay" not in found and 'href="/pairing/"' in found
