"""Vectors for both, or neither: what each is bound to."""

from __future__ import annotations

from drawleaf.client.questions import whole_text
from drawleaf.client.reveal import question_of
from tests.vectors.fixed import Case

ASKS = "A small thing of ours.\nWhat is it, to you?"


def questions() -> list[Case]:
    cases = []
    for name, id, asks in [
        ("a question", "apart@1/kitchen", ASKS),
        ("another of the same text", "apart@1/weather", ASKS),
        ("letters composed", "apart@1/kitchen", "K\u00fcche, caf\u00e9 \u1e9b\u0323"),
        ("letters taken apart", "apart@1/kitchen", "Ku\u0308che, cafe\u0301 \u1e9b\u0323"),
        ("signs of four bytes", "apart@1/kitchen", "🍃\u200d🍃 \u2028 \U0001f1e9\U0001f1ea"),
        ("no text", "apart@1/kitchen", ""),
        ("a name within the text", "apart@1", "/kitchen" + ASKS),
    ]:  # fmt: skip
        cases.append({"does": "question", "name": name, "id": id, "text": asks,
                      "question": question_of(id, asks)})  # fmt: skip
    assert cases[2]["question"] == cases[3]["question"]
    return cases


def what_is_asked() -> list[Case]:
    """What one is bound to: another name, kind or choice is another question."""
    words = {"name": "text", "asks": ""}
    choice = {"name": "rest", "asks": "And then?", "kind": "choice",
              "choices": {"stay": "Stay a while", "go": "Go on"}}  # fmt: skip
    dots = {"name": "near", "asks": "How near?", "kind": "dots", "ends": ["far", "near"]}
    cases: list[Case] = []
    for name, parts in [
        ("in words", [words]),
        ("under another name", [words | {"name": "other"}]),
        ("a choice", [choice]),
        ("the other choice", [choice | {"choices": {"go": "Stay a while", "stay": "Go on"}}]),
        ("dots", [dots]),
        ("dots, shown as words", [dots | {"kind": "words"}]),
        ("of several parts", [words, choice, dots]),
        ("in another order", [choice, words, dots]),
    ]:  # fmt: skip
        question = {"asks": ASKS, "parts": parts}
        text = whole_text(question)
        cases.append({"does": "asked", "name": name, "asked": question, "text": text})
    assert len({case["text"] for case in cases}) == len(cases)
    return cases
