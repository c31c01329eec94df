"""What trust stands on as texts, and wishes on the table: laid, answered, taken back."""

import re
import uuid
from pathlib import Path

import pytest

from drawleaf.practices.foundations.content import foundations
from drawleaf.table.models import Leaf
from tests import cast

HERE = Path(__file__).parents[1]
# No text here asks for what could be used to watch or to rule somebody.
WATCHING = (
    r"\b(where you (are|go)|phone|password|passcode|location|messages?|track|photo|proof|"
    r"check(ed|ing)? up|allow|obey|wear|dress|sex\w*|every hour|must|never)\b"
)


def texts():
    for name, each in foundations().items():
        yield from ((name, each[part]) for part in ("month", "hint", "why"))
        yield from ((f"{name}/{id}", what) for id, what in each["examples"].items())


def test_each_foundation_says_what_it_is_in_the_first_person_and_has_examples():
    for name, each in foundations().items():
        assert each["name"] and each["hint"] and each["why"], name
        assert each["month"].startswith("I could "), name
        assert 6 <= len(each["examples"]) <= 8, name
        assert all(re.fullmatch(r"[a-z][a-z_]*", id) for id in each["examples"]), name


def test_the_texts_are_short_calm_and_each_stands_once():
    found = [text for _, text in texts()]
    assert len(found) == len(set(found))
    for where, text in texts():
        assert text[0].isupper() or text[0] == "“", where
        assert text.endswith(".") and "!" not in text, where
        assert len(text) <= (90 if "/" in where or where == "month" else 170), where


def test_no_text_asks_to_be_watched_or_ruled():
    for where, text in texts():
        assert not re.search(WATCHING, text, re.I), (where, text)


def test_the_scripts_know_the_same_four():
    script = (HERE / "static" / "foundations" / "months.js").read_text()
    (listed,) = re.findall(r"FOUNDATIONS = \[(.*)\]", script)
    assert re.findall(r'"(\w+)"', listed) == list(foundations())


def leaf(couple, **more) -> dict:
    fields = {"record": uuid.uuid4(), "revision": 1, "couple": couple.pk}
    return fields | {"envelope": cast.text(cast.envelope(couple.key_id, 256))} | more


def page(browser, address="/foundations/") -> str:
    return browser.get(address).content.decode()


@pytest.fixture
def lay(browser_of, table):
    """`lay(ana, "wishes/")` lays a leaf; its record."""

    def laid(person, address):
        fields = leaf(table)
        answer = browser_of(person).post(f"/foundations/{address}", fields)
        assert answer.status_code == 200 and answer.json()["next"] == "/foundations/"
        return fields["record"]

    return laid


def test_a_wish_lies_there_for_both_and_only_the_other_may_answer(browser_of, ana, bo, lay):
    wish = lay(ana, "wishes/")
    mine, theirs = page(browser_of(ana)), page(browser_of(bo))
    for found in (mine, theirs):
        assert f'data-wish="{wish}"' in found
    assert "It decides nothing for you" in theirs and "data-answering" in theirs
    assert "It decides nothing for you" not in mine and "data-answering" not in mine
    assert "data-take-back" in mine and "data-take-back" not in theirs


def test_an_answer_is_beside_it_on_both_pages(browser_of, ana, bo, lay):
    lay(ana, "wishes/")
    answer = lay(bo, "wishes/answers/")
    for person in (ana, bo):
        assert f'data-record="{answer}"' in page(browser_of(person))


def test_a_wish_taken_back_is_gone_for_both(browser_of, ana, bo, lay):
    wish = lay(ana, "wishes/")
    assert browser_of(bo).post(f"/table/leaves/{wish}/taking-back/").status_code == 403
    assert browser_of(ana).post(f"/table/leaves/{wish}/taking-back/").status_code == 200
    for person in (ana, bo):
        assert "data-wish=" not in page(browser_of(person))
    assert Leaf.objects.for_person(bo).get(record=wish).envelope is None


def test_nobody_else_reads_or_lays_one(browser_of, ana, cleo, table, lay):
    wish = lay(ana, "wishes/")
    assert str(wish) not in page(browser_of(cleo))
    for address in ("wishes/", "wishes/answers/"):
        assert browser_of(cleo).post(f"/foundations/{address}", leaf(table)).status_code == 404


def test_many_wishes_are_read_in_pages_each_with_its_answers(
    browser_of, ana, bo, lay, django_assert_max_num_queries
):
    first = [lay(ana, "wishes/") for _ in range(3)]
    answer = lay(bo, "wishes/answers/")
    for _ in range(40):
        lay(ana, "wishes/")
    browser = browser_of(ana)
    page(browser)
    with django_assert_max_num_queries(8):
        latest = page(browser)
    assert latest.count("data-wish=") == 40
    (earlier,) = re.findall(r'href="(\?before=\d+)"', latest)
    found = page(browser, f"/foundations/{earlier}")
    assert [f'data-wish="{each}"' in found for each in first] == [True, True, True]
    assert f'data-record="{answer}"' in found and "?before=" not in found


def test_alone_the_plain_words_stand_there_and_a_way_to_invite(browser_of, ana):
    found = page(browser_of(ana))
    assert "A wish takes two." in found and "What was said on Sunday" in found
    assert 'href="/pairing/"' in found and 'href="/notebook/#trust"' in found
