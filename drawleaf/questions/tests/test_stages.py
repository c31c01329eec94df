"""Every verb at every stage, by the addresses that a browser uses."""

import pytest

from drawleaf.questions.tests.sides import rows, to

pytestmark = pytest.mark.django_db
# What Ana may do at each: the rest is refused with one sentence, and nothing is changed by it.
MAY = {
    "asked": {"answer", "withdrawal", "ending"},
    "I have written": {"answer", "withdrawal", "ending"},
    "he has written": {"answer", "withdrawal", "ending"},
    "both have written": {"ahead", "ending"},
    "I have looked ahead": {"opening", "ending"},
    "I have pressed": {"opening", "ending"},
    "he has pressed": {"ahead", "ending"},
    "open": {"opening", "replies", "ending"},
    "put down": {"opening", "ending"},
}
VERBS = ("answer", "withdrawal", "ahead", "opening", "replies", "ending")
# Another ahead than the first is answered with the first.
CHANGED = {("I have looked ahead", "ahead"), ("I have pressed", "ahead")}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("stage", MAY)
def test_each_verb_at_each_stage(ask, stage, verb):
    hers, _ = to(stage, *ask())
    before = rows()
    answer = getattr(hers, verb)()
    if verb in MAY[stage]:
        assert answer.json() == {"next": f"/questions/{hers.question}/"}
        return
    assert answer.status_code == 409
    reason = "changed" if (stage, verb) in CHANGED else "not_now"
    assert answer.json()["reason"] == reason
    assert answer.json()["sentence"].count(".") == 2
    assert rows() == before


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("stage", MAY)
def test_said_again_it_is_no_news(ask, stage, verb):
    """After an answer that was lost, in the same bytes."""
    hers, _ = to(stage, *ask())
    first = getattr(hers, verb)()
    before = rows()
    second = hers.again(verb)
    assert (second.status_code, rows()) == (first.status_code, before)


def test_what_is_lost_on_the_way_is_no_news_even_where_the_other_was_next(ask):
    hers, his = ask()
    hers.answer()
    his.answer()
    assert hers.again("answer").status_code == 200
    hers.press()
    his.press()
    assert hers.again("opening").status_code == 200
    assert hers.given()["state"] == his.given()["state"] == "open"


def test_the_first_release_stays_and_so_does_the_first_ahead(ask):
    hers, his = to("I have pressed", *ask())
    first = hers.given()
    assert hers.opening().status_code == 200
    second = hers.ahead()
    assert second.json()["current"] == first["ahead"]
    assert hers.given() == first
    his.press()
    assert his.given()["their_release"] == first["release"]


def test_nobody_opens_without_having_looked_ahead_nor_another_revision(ask):
    hers, _ = to("both have written", *ask())
    assert hers.opening().json()["reason"] == "not_now"
    hers.ahead()
    hers.revision += 1
    assert hers.opening().json()["reason"] == "not_now"
    hers.revision -= 1
    assert hers.opening().status_code == 200
