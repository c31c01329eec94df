"""The texts of the exploration and of the loop, walked through: whole, plain, and harmless."""

import json
import re
import tomllib

import pytest
from django.template import Context, Template
from django.urls import reverse

from drawleaf.practices.barriers.content import HERE, exploration
from drawleaf.practices.barriers.templatetags.barriers import carried

pytestmark = pytest.mark.once
FAMILIES = {name: each for name, each in exploration().items() if name != "rules"}
RULES = exploration()["rules"]
QUESTIONS = [
    (family, name, asks)
    for family, each in FAMILIES.items()
    for group in each["groups"].values()
    for name, asks in group["questions"].items()
]
LOOP = tomllib.loads((HERE / "en" / "loop@1.toml").read_text())
# Labels, verdicts and figures; and what safety.md lets no text ask for.
VERDICTS = r"\byou(’re| are)\b|\b(types?|diagnos\w*|disorder\w*|syndrome|scores?|per cent|toxic)\b"
STYLES = r"\b(attachment|avoidant|anxious|narciss\w*|abus\w*|victim|codepend\w*|you should)\b"
ASKED = r"\b(where you|whereabouts|phones?|passwords?|passphrase|location|messages|sex\w*)\b"
FORBIDDEN = re.compile(f"{VERDICTS}|{STYLES}|{ASKED}|[0-9%!]", re.I)
FIRST_PERSON = re.compile(r"\b(I|me|my|myself)\b")


def sentences(value):
    """Every text of a set; rules and names of things are none."""
    if isinstance(value, dict):
        for name, each in value.items():
            if name not in {"sort", "fear", "together", "leads", "rules", "after", "kind", "opens"}:
                yield from sentences(each)
    elif isinstance(value, list):
        for each in value:
            yield from sentences(each)
    elif isinstance(value, str):
        yield value


def test_four_families_of_a_dozen_questions_none_twice():
    assert list(FAMILIES) == ["vulnerability", "hurt", "communication", "stress"]
    for family in FAMILIES:
        assert len({name for each, name, _ in QUESTIONS if each == family}) == 12
    assert len({asks for _, _, asks in QUESTIONS}) == 48


@pytest.mark.parametrize("asks", [asks for _, _, asks in QUESTIONS])
def test_a_question_is_a_short_plain_sentence_about_oneself(asks):
    assert FIRST_PERSON.search(asks)
    assert asks.endswith(".")
    assert len(asks.split()) <= 18


@pytest.mark.parametrize("text", [*sentences(FAMILIES), *sentences(LOOP)])
def test_no_text_judges_counts_or_asks_for_what_is_nobodys_business(text):
    assert not FORBIDDEN.search(text)


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_said_is_gentle(family):
    for group in FAMILIES[family]["groups"].values():
        assert group["sounds"].startswith("It sounds as if ")
        assert re.search(r"\bseems?\b", group["light"])
        assert group["step"].endswith((".", "?"))


@pytest.mark.parametrize("family", FAMILIES)
def test_the_rules_name_what_is_there(family):
    each = FAMILIES[family]
    names = {name for where, name, _ in QUESTIONS if where == family}
    assert each["fear"] and set(each["fear"]) <= names
    assert {"name", "why", "keep", "alone", "groups", "fear"} <= each.keys()
    for group in each["groups"].values():
        assert len(group["questions"]) == 3
        assert set(group.get("together", [])) <= group.keys() & {"step", "turn"}
        assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in group["questions"])
    assert list(RULES["leans"]) == ["no", "little", "rather", "very"]


@pytest.mark.parametrize("family", FAMILIES)
def test_help_for_two_is_left_out_where_there_may_be_fear(family):
    """And so is every step that speaks to the other one."""
    for group in FAMILIES[family]["groups"].values():
        for name in ("step", "turn"):
            takes_two = re.search(
                r"\b(both of you|each other|asking for|[Ss]aying (it|back)|[Tt]aking turns"
                r"|[Ss]howing|agreed|asking: )",
                group.get(name, ""),
            )
            assert bool(takes_two) == (name in group.get("together", [])), group[name]
    assert not re.search(r"\b(both of you|each other)\b", FAMILIES[family]["alone"])


def test_a_doctor_or_a_counsellor_is_named_where_it_fits():
    for each in FAMILIES.values():
        turns = " ".join(group.get("turn", "") for group in each["groups"].values())
        assert re.search("counsellor|doctor", turns)


def test_the_page_carries_it_all_and_no_number_is_meant_to_be_read():
    page = Template("{% load barriers %}{% exploration %}").render(Context())
    assert page == carried()
    found = json.loads(re.sub(r"^<script[^>]*>|</script>$", "", page))
    assert found.pop("set") == "barriers@1"
    assert found == exploration()


def test_the_loop_has_three_halves_of_sentences_each_writes_alone():
    assert LOOP["set"] == {"title": "Our loop", "opens": "any"}
    (question,) = LOOP["question"].values()
    assert [part["name"] for part in question["parts"]] == ["when", "you", "under"]
    assert {part["kind"] for part in question["parts"]} == {"words"}
    assert all(part["hint"] for part in question["parts"])
    assert "Help" in question["parts"][0]["hint"] and "fear" in question["parts"][0]["hint"]
    assert reverse(question["after"])
