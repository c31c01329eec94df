"""Explorations and the letter with the Python client, as the browser writes and reads them."""

import re

import pytest

from drawleaf.client.errors import VaultError
from drawleaf.client.inward import LETTER
from drawleaf.client.sentences import SENTENCES
from drawleaf.client.terminal.inward import ANSWERS, in_words
from drawleaf.practices.barriers.content import HERE, SET, exploration

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY = "2026-11-22"
STATIC, PAGES = HERE.parent / "static" / "barriers", HERE.parent / "templates" / "barriers"


@pytest.fixture
def ana(two):
    return two[0]


def test_the_sentences_come_from_the_page(ana):
    carried = ana.exploration()
    assert carried.set == SET and list(carried.answers) == list(exploration()["rules"]["leans"])
    assert carried.names["stress"] == exploration()["stress"]["name"]
    assert sorted(carried.asks) == sorted(set(exploration()) - {"rules"})
    assert [len(asks) for asks in carried.asks.values()] == [12] * 4


def test_an_exploration_is_spelled_as_the_browser_spells_it(ana):
    script = (STATIC / "explorations.js").read_text()
    (members,) = re.findall(r'\{ (kind: "notebook\.record", type: "exploration", [^}]*) \}', script)
    spelled = [each.partition(":")[0] for each in members.split(", ")]
    half = ana.keep_exploration("stress", DAY, {"left": "very"}, next="works")
    assert "keep(next ? { ...body, next } : body)" in script
    assert list(half.body) == [*spelled, "next"] and half.body["set"] == SET
    answers, words = {"left": "very", "works": "no"}, {"small": " The keys. "}
    done = ana.keep_exploration("stress", DAY, answers, words, before=half)
    assert list(done.body) == spelled
    assert (done.body["answers"], done.body["words"]) == (answers, words)
    assert list(in_words(ana.exploration(), done)) == [
        "In the evening there is nothing left of me to give. · very much",
        "My head goes on working while somebody talks to me. · not at all",
        "Small things make me angry that would not matter on another day. ·  The keys. ",
    ]
    other = ana.keep_exploration("hurt", "2026-11-01", {}, {"sorry": "One."})
    assert [it.record for it in ana.explorations()] == [other.record, done.record]
    assert ana.explorations("stress") == [done]


def test_a_half_one_that_was_changed_elsewhere_stays_beside_the_new_one(ana):
    half = ana.keep_exploration("stress", DAY, {"left": "very"}, next="works")
    ana.keep(half.record, 2, "exploration", day=DAY, family="stress", answers={"left": "no"})
    ana.keep_exploration("stress", DAY, {"left": "very", "works": "no"}, before=half)
    assert len(ana.explorations()) == 2


@pytest.mark.parametrize(
    ("family", "answers", "words", "next"),
    [
        ("stress", {}, {}, ""), ("stress", {}, {}, "left"), ("rules", {"left": "no"}, {}, ""),
        ("hurt", {"left": "no"}, {}, ""), ("stress", {"left": "much"}, {}, ""),
        ("stress", {"left": "no"}, {"works": " "}, ""), ("stress", {"left": "no"}, {}, "sorry"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused_in_a_sentence(ana, family, answers, words, next):
    with pytest.raises(VaultError) as refused:
        ana.keep_exploration(family, DAY, answers, words, next=next)
    assert SENTENCES[refused.value.reason].endswith(".") and ana.explorations() == []


def test_a_letter_is_a_page_of_the_notebook_under_its_heading(ana):
    ana.write_letter("What it did to me: I went quiet.", DAY)
    (letter,) = ana.entries()
    assert letter.text == "# A letter that is not sent\n\nWhat it did to me: I went quiet."
    assert letter.body["unsent"] is True, "so that it is not offered beside what goes to the other"
    with pytest.raises(VaultError, match="no_letter"):
        ana.write_letter(" ", DAY)


def test_the_terminal_says_it_in_the_words_of_the_page():
    parts = (PAGES / "_parts.html").read_text()
    assert f'data-for="letter_heading">{{% translate "{LETTER}" %}}' in parts
    assert list(ANSWERS) == list(exploration()["rules"]["leans"])
    for answer, words in ANSWERS.items():
        assert f'data-for="answer_{answer}">{{% translate "{words}" %}}' in parts
