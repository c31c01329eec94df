"""Every set of questions of every practice: a set is a file of texts, held by nothing but this."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse

from drawleaf.client.questions import whole_text
from drawleaf.client.reveal import question_of
from drawleaf.questions.content import FIRST, page_of, sets_of
from drawleaf.questions.models import Question
from drawleaf.web.content import load

PRACTICES = [each.label for each in apps.get_app_configs() if sets_of(each.label)]
SETS = [(practice, name) for practice in PRACTICES for name in sets_of(practice)]
FILE = re.compile(r"[a-z][a-z0-9_]*@[1-9][0-9]*")
QUESTION = re.compile(r"[a-z][a-z0-9_-]*")
# As the members of an answer are named.
PART = re.compile(r"[a-z][a-z0-9_]*")
OF_PART = {"name": str, "asks": str, "hint": str, "kind": str, "words": int, "folds": bool,
           "choices": dict, "ends": list}  # fmt: skip
OF_QUESTION = {"asks": str, "parts": list, "after": str, "leads": str, "closing": str,
               "by_part": bool, "talk": list}  # fmt: skip
of_each_set = pytest.mark.parametrize(("practice", "name"), SETS, ids=lambda it: it)


def questions(practice, name):
    return sets_of(practice)[name]["questions"].items()


def is_said(text) -> bool:
    return isinstance(text, str) and bool(text.strip()) and text == text.strip()


def test_there_are_sets_and_a_question_is_of_one():
    assert ("questions", "apart@1") in SETS
    files = [name for _, name in SETS]
    assert len(files) == len(set(files)), "an id begins with its set, and is everybody's"
    room = Question._meta.get_field("belongs_to").max_length
    assert all(len(practice) <= room for practice in PRACTICES)


@pytest.mark.parametrize("practice", PRACTICES)
def test_a_practice_has_a_page_for_its_questions(practice):
    url, name = page_of(practice)
    assert reverse(url) and is_said(str(name))


@of_each_set
def test_a_set_has_a_name_and_says_when_it_opens(practice, name):
    found = sets_of(practice)[name]
    assert FILE.fullmatch(name) and is_said(found["title"])
    assert found["opens"] in {"any", "agreed"}
    assert found["questions"]


@of_each_set
def test_what_both_are_bound_to_is_there_and_is_of_no_other(practice, name):
    texts = [whole_text(question) for _, question in questions(practice, name)]
    assert len(texts) == len(set(texts))
    asked = [f"{name}/{each}" for each, _ in questions(practice, name)]
    bound = list(map(question_of, asked, texts))
    assert len(bound) == len(set(bound))


@of_each_set
def test_each_question_is_told_in_known_words(practice, name):
    for each, question in questions(practice, name):
        assert QUESTION.fullmatch(each), each
        for word, kind in OF_QUESTION.items():
            assert isinstance(question.get(word, kind()), kind), (each, word)
        assert is_said(question["asks"])
        for word in ("after", "leads", "closing"):
            assert word not in question or is_said(question[word]), (each, word)
        assert "leads" not in question or "after" in question
        for step in question.get("talk", []):
            assert step.keys() == {"name", "says"} and all(map(is_said, step.values()))


@of_each_set
def test_what_follows_is_a_page(practice, name):
    for each, question in questions(practice, name):
        if "after" in question:
            assert reverse(question["after"]), each


@of_each_set
def test_each_part_can_be_answered_by_itself(practice, name):
    for each, question in questions(practice, name):
        names = [part["name"] for part in question["parts"]]
        assert len(names) == len(set(names)) and all(map(PART.fullmatch, names)), each
        for part in question["parts"]:
            where = (each, part["name"])
            assert part.keys() <= OF_PART.keys(), where
            assert all(isinstance(part[word], OF_PART[word]) for word in part), where
            assert is_said(part["asks"]) or part["asks"] == "" and names == ["text"], where
            assert "hint" not in part or is_said(part["hint"]), where
            assert 1 <= part.get("words", 1) <= 500, where
            kind = part.get("kind", "words")
            assert has_what_it_needs(kind, part), (where, kind)


def has_what_it_needs(kind, part) -> bool:
    choices, ends = part.get("choices"), part.get("ends")
    if kind == "choice":
        said = list(choices.values())
        named = all(map(PART.fullmatch, choices))
        return named and len(said) > 1 and all(map(is_said, said)) and len(set(said)) == len(said)
    if kind == "dots":
        return choices is None and len(ends) == 2 and all(map(is_said, ends))
    return kind == "words" and choices is None and ends is None


@of_each_set
def test_a_translation_asks_the_same(practice, name):
    folder = Path(apps.get_app_config(practice).path) / "content"
    first = load(folder, FIRST, f"{name}.toml")
    for file in folder.glob(f"*/{name}.toml"):
        said = load(folder, file.parent.name, file.name)
        assert said["question"].keys() == first["question"].keys()
        for each, question in said["question"].items():
            assert shape(question) == shape(first["question"][each]), (file, each)


def shape(question) -> list:
    return [(part["name"], part.get("kind", "words"), list(part.get("choices", {})),
             len(part.get("ends", []))) for part in question.get("parts", [])]  # fmt: skip


def test_one_is_bound_to_all_that_is_asked_and_how_it_can_be_answered():
    choice = {"name": "b", "asks": "Two?", "kind": "choice", "choices": {"x": "X.", "y": "Y."}}
    dots = {"name": "c", "asks": "Three?", "kind": "dots", "ends": ["far", "close"]}
    words = {"name": "a", "asks": "One?", "hint": "Not bound to."}
    text = whole_text({"asks": "All.", "closing": "Nor this.", "parts": [words, choice, dots]})
    assert text == ("All.\na words One?\nb choice Two?\nx X.\ny Y.\nc dots Three?\nfar\nclose")
