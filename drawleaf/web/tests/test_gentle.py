"""The rules of gentle wording as data: whole, and in the voice of the house."""

import json
import re
import tomllib
from pathlib import Path

import pytest

CONTENT = Path(__file__).parents[1] / "content"
LANGUAGES = sorted(CONTENT.glob("*/gentle@*.toml"))
FAMILIES = ["threats", "contempt", "name-calling", "mind-reading", "absolutes"]


@pytest.fixture(params=LANGUAGES, ids=lambda path: path.parent.name)
def rules(request):
    return tomllib.loads(request.param.read_text())


def every(rules):
    return [rule for family in FAMILIES for rule in rules[family]["rules"]]


def patterns(rules):
    for words in rules["words"].values():
        yield from words
    for part in [*every(rules), *(rules[family] for family in FAMILIES)]:
        for name in ("match", "only", "unless"):
            yield from part.get(name, [])


def test_each_language_has_the_five_families(rules):
    assert list(rules) == ["words", *FAMILIES]


def test_each_rule_offers_a_shape_and_says_why(rules):
    for rule in every(rules):
        assert rule["match"]
        for said in (rule["shape"], rule["reason"]):
            assert said[0].isupper() and said[-1] in ".…?" and "!" not in said


def test_words_are_known_and_used(rules):
    named = set(re.findall(r"{([a-z]+)}", json.dumps(rules)))
    assert named <= set(rules["words"])
    assert set(rules["words"]) - named == {"turn"}, "where a sentence turns is asked by the script"


def test_no_blank_stands_where_it_would_not_be_read(rules):
    """Within [ ] it would become what a blank stands for; at an end nothing could follow it."""
    for pattern in patterns(rules):
        assert not re.search(r"\[[^\]]* [^\]]*\]", pattern), pattern
        if "(" not in pattern:
            assert not re.search(r" (\||$)", pattern), pattern
