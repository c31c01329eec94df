"""What stands around the cards: depths, the safe space, the reply, what we do well."""

import re

import pytest

from drawleaf.practices.cards.tests.faults import DEPTHS, TEXTS, THEMES, faults_of_wording, text

pytestmark = pytest.mark.once

AROUND = sorted(file.name for file in TEXTS.glob("*.toml") if file.name != "cards@1.toml")
WRITTEN_TOGETHER = ["safe_space@1.toml", "well@1.toml"]


def sentences(found):
    """All that is read, but titles and names."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, list):
        for each in found:
            yield from sentences(each)
    elif isinstance(found, dict):
        for key, each in found.items():
            if key not in {"title", "name", "opens"}:
                yield from sentences(each)


@pytest.mark.parametrize("name", AROUND)
def test_every_sentence_is_as_careful_as_a_card(name):
    found = list(sentences(text(name)))
    assert found
    for sentence in found:
        assert not list(faults_of_wording(sentence)), sentence
        assert len(sentence) <= 180, sentence


@pytest.mark.parametrize("name", AROUND)
def test_a_bad_sentence_is_found_wherever_it_stands(name):
    found = text(name)
    first = next(iter(found.get("question", found).values()))
    first["hints"] = [{"hint": "You should ask where they were tonight!"}]
    assert {"exclaims", "knows better", "is about plans"} <= {
        fault for sentence in sentences(found) for fault in faults_of_wording(sentence)
    }


@pytest.mark.parametrize("name", WRITTEN_TOGETHER)
def test_what_both_write_has_several_parts_and_takes_five_minutes(name):
    found = text(name)
    assert found["set"]["opens"] == "any"
    (question,) = found["question"].values()
    names = [part["name"] for part in question["parts"]]
    assert len(set(names)) == len(names) >= 5
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", each) for each in names)
    assert all(part["asks"] and part["hint"] for part in question["parts"])
    assert sum(part["words"] for part in question["parts"]) <= 200


def test_a_reply_has_four_steps_each_with_its_reason_and_three_openings():
    found = text("reply@1.toml")
    assert list(found)[:4] == ["thank", "feel_with", "ask", "reaffirm"]
    for step in list(found.values())[:4]:
        assert set(step) == {"name", "why", "openings", "rather_not"}
        assert len(set(step["openings"])) == 3


def test_what_must_be_said_is_said():
    found = text("reply@1.toml")
    assert len(found["acts"]["examples"]) >= 3
    assert "need only listen" in found["tell"]["listener"]
    assert "take it back at any time" in found["tell"]["withdraw"]
    assert "You need not continue." in found["heavy"]["offers"]
    (agreed,) = text("safe_space@1.toml")["question"].values()
    assert any("could bear to hear quoted" in part["hint"] for part in agreed["parts"])


def test_each_depth_and_each_theme_has_its_words():
    depths = text("depths@1.toml")
    assert {each["depth"]: name for name, each in depths.items()} == DEPTHS
    assert [name for name, each in depths.items() if "door" in each] == ["slow", "rare"]
    assert set(text("themes@1.toml")) == THEMES
