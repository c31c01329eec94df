"""The texts of the check-in: seven minutes of writing, and a talk of twenty."""

import re
import tomllib
from pathlib import Path

import pytest
from django.urls import reverse

pytestmark = pytest.mark.once
FILE = Path(__file__).parents[1] / "content" / "en" / "checkin@1.toml"
SET = tomllib.loads(FILE.read_text())
WEEK = SET["question"]["week"]
A_MINUTE, MINUTES = 40, 7


def test_the_suggested_lengths_are_seven_minutes_at_most():
    words = sum(part["words"] for part in WEEK["parts"])
    assert words <= MINUTES * A_MINUTE == 280


def test_an_appreciation_comes_first_and_only_the_concern_folds():
    names = [part["name"] for part in WEEK["parts"]]
    assert names == ["appreciation", "feelings", "concern", "hopes", "request"]
    assert [part["name"] for part in WEEK["parts"] if part.get("folds")] == ["concern"]
    assert all(part["asks"] and part["hint"] for part in WEEK["parts"])
    assert SET["set"]["opens"] == "agreed" and WEEK["by_part"]


def test_what_follows_leads_somewhere():
    assert reverse(WEEK["after"]) and WEEK["leads"] and WEEK["closing"]


def test_the_talk_says_when_not_to_and_that_either_may_go():
    steps = {step["name"]: step["says"] for step in WEEK["talk"]}
    assert next(iter(steps)) == "Sit down" and list(steps)[-1] == "At most three promises"
    assert "Twenty minutes" in steps["Sit down"]
    assert all(word in steps["Sit down"] for word in ("worn out", "drinking", "afraid", "Help"))
    assert "Either may leave the room at any time." in steps["If it gets hot"]
    assert "says back" in steps["How it was"]


def test_every_sentence_is_plain():
    """No exclamation, no should, no name of a gender or a household, nothing planned away."""
    said = [WEEK["asks"], WEEK["closing"], WEEK["leads"]]
    said += [text for part in WEEK["parts"] for text in (part["asks"], part["hint"])]
    said += [text for step in WEEK["talk"] for text in step.values()]
    wrong = r"!|\b(should|must|always|never|he|she|his|her|wife|husband|score|better than)\b"
    for sentence in said:
        assert not re.search(wrong, sentence, re.I), sentence
        assert len(sentence) <= 240, sentence
