"""What each of the two receives of a question, and what the server keeps of it, for whom."""

import uuid

import pytest

from drawleaf.notebook.models import Record
from drawleaf.people.models import Couple
from drawleaf.people.readers import NoReader
from drawleaf.questions.models import Question
from drawleaf.questions.tests.sides import rows, to
from drawleaf.table.models import Joint, Leaf
from drawleaf.web import clock
from tests import cast

pytestmark = pytest.mark.django_db
OWN = {"waiting", "ahead", "commitment", "release"}


STATES = {
    "asked": ("before", set(), set()),
    "I have written": ("before", {"waiting", "commitment"}, set()),
    "he has written": ("before", set(), set()),
    "both have written": ("due", {"waiting", "commitment"}, {"commitment"}),
    "I have pressed": ("due", OWN, {"commitment"}),
    "he has pressed": ("due", {"waiting", "commitment"}, {"commitment"}),
    "open": ("open", OWN, {"commitment", "release"}),
    "put down": ("over", OWN, set()),
}


@pytest.mark.parametrize("stage", STATES)
def test_what_each_receives(ask, stage):
    state, mine, theirs = STATES[stage]
    hers, his = to(stage, *ask())
    given = hers.given()
    assert given["state"] == his.given()["state"] == state
    assert OWN & given.keys() == mine
    assert {name[6:] for name in given if name.startswith("their_")} == theirs
    for name in ("commitment", "release"):
        if name in theirs:
            assert given[f"their_{name}"] == his.given()[name]
            assert given[f"their_{name}"]["author"] == str(his.person.pk)


@pytest.mark.parametrize("stage", STATES)
def test_the_feed_of_the_two_has_the_halves_only_when_it_is_open(ask, stage):
    hers, his = to(stage, *ask())
    for side in (hers, his):
        feed = side.browser.get("/feed/").json()
        halves = [row for row in feed["table"] if row["collection"] == "reveal"]
        assert len(halves) == (4 if stage == "open" else 0)
        assert {row["field"] for row in feed["reveal"]} == OWN & {"waiting", "ahead"} & set(
            side.given()
        )
    assert "reveal" not in {row["collection"] for row in feed["notebook"] if "collection" in row}


def test_until_the_time_has_come_both_change_and_nothing_shows(agreed):
    (hers, his), later = agreed
    hers.answer()
    his.answer()
    for side in (hers, his):
        assert side.given()["state"] == "before" and "their_commitment" not in side.given()
        assert side.ahead().json()["reason"] == "not_now"
    assert hers.answer().status_code == his.withdrawal().status_code == 200
    later(2.1)
    assert hers.given()["state"] == "before"
    his.answer()
    assert hers.given()["state"] == "due"
    assert hers.answer().json()["reason"] == "not_now"
    hers.press()
    his.press()
    assert hers.given()["state"] == "open"
    later(30)
    assert hers.given()["state"] == "open", "what is open stays open"


def test_it_fades_after_its_time_and_cannot_be_opened_any_more(ask, agreed):
    (hers, his), later = agreed
    hers.answer()
    his.answer()
    later(3)
    hers.press()
    later(10.1)
    assert hers.given()["state"] == his.given()["state"] == "over"
    assert his.press().json()["reason"] == "not_now"
    (hers, his) = to("both have written", *ask())
    later(10.1 + 57)
    assert hers.given()["state"] == "over"
    assert hers.press().json()["reason"] == his.answer().json()["reason"] == "not_now"


def test_what_never_opened_is_found_again_by_whoever_wrote_for_it(ask, agreed):
    (hers, his), later = agreed
    hers.answer()
    later(10.1)
    listed = "What never opened"
    assert listed in hers.browser.get("/questions/").content.decode()
    assert f"/questions/{hers.question}/" in hers.browser.get("/questions/").content.decode()
    assert listed not in his.browser.get("/questions/").content.decode()
    (hers, his) = ask()
    his.answer()
    his.withdrawal()
    hers.ending()
    assert listed not in his.browser.get("/questions/").content.decode()


def test_an_answer_takes_the_place_of_the_last_and_a_withdrawal_leaves_none(ask):
    hers, his = ask()
    hers.answer()
    first = hers.given()
    hers.answer()
    second = hers.given()
    assert (second["waiting"]["revision"], second["commitment"]["revision"]) == (2, 2)
    assert first["commitment"]["envelope"] != second["commitment"]["envelope"]
    hers.withdrawal()
    third = hers.given()
    assert (third["waiting"]["revision"], "commitment" in third) == (3, False)
    his.answer()
    assert his.given()["state"] == "before"
    hers.answer()
    assert his.given()["state"] == "due"


@pytest.mark.parametrize(
    ("verb", "fields", "reason"),
    [
        ("answer", {"revision": 2}, "changed"),
        ("answer", {"revision": "one"}, "malformed"),
        ("answer", {"waiting": ""}, "malformed"),
        ("answer", {"commitment": ""}, "malformed"),
        ("answer", {"waiting": "little"}, "bad_size"),
        ("answer", {"commitment": "little"}, "bad_size"),
        ("answer", {"waiting": "ours"}, "unknown_key"),
        ("answer", {"commitment": "mine"}, "unknown_key"),
        ("withdrawal", {"waiting": "little"}, "bad_size"),
        ("withdrawal", {"waiting": "ours"}, "unknown_key"),
        ("ahead", {"envelope": "ours"}, "unknown_key"),
        ("opening", {"envelope": "little"}, "bad_size"),
        ("opening", {"envelope": "mine"}, "unknown_key"),
    ],
)
def test_what_has_not_the_form_of_a_half_is_refused_whole(ask, verb, fields, reason):
    hers, his = ask()
    if verb in ("ahead", "opening"):
        to("both have written", hers, his)
        hers.ahead() if verb == "opening" else None
    said = {
        "answer": {"revision": 1, "waiting": hers.mine(), "commitment": hers.ours(1024)},
        "withdrawal": {"revision": 1, "waiting": hers.mine()},
        "ahead": {"envelope": hers.mine(256)},
        "opening": {"revision": 1, "envelope": hers.ours()},
    }[verb]
    bucket = 1024 if "commitment" in fields else 16384
    named = {"little": hers.mine(256), "mine": hers.mine(bucket), "ours": hers.ours(bucket)}
    before = rows()
    answer = hers.post(verb, **said | {name: named.get(it, it) for name, it in fields.items()})
    assert (answer.json()["reason"], rows()) == (reason, before)


def test_a_reply_comes_after_the_opening_and_lies_before_both(ask):
    hers, his = to("open", *ask())
    assert his.replies().status_code == 200
    assert his.last["replies"]["envelope"] in hers.page()


def test_a_question_of_the_two_is_of_no_one_else(ask, cleo, browser_of, table):
    hers, _ = to("both have written", *ask())
    for who, due in ((browser_of(cleo), {404}), (browser_of(None), {302, 401})):
        for verb in ("", "answer", "withdrawal", "ahead", "opening", "replies", "ending"):
            where, said = f"/questions/{hers.question}/{verb}", hers.last.get(verb, {})
            answer = who.post(f"{where}/", said) if verb else who.get(where)
            assert answer.status_code in due, where
    fields = {"couple": str(table.pk), "record": str(uuid.uuid4()), "revision": 1}
    fields["envelope"] = cast.text(cast.envelope(table.key_id, 256))
    begin = "/questions/beginnings/questions/"
    assert browser_of(cleo).post(begin, fields).status_code == 404
    assert browser_of(hers.person).post("/questions/beginnings/people/", fields).status_code == 404
    assert hers.given()["state"] == "due"


def test_halves_are_not_taken_back_from_under_the_other(ask):
    """Kept back or open: a commitment stays, and nothing of his goes by her hand."""
    hers, his = to("I have pressed", *ask())
    for side in (hers, his):
        taken = side.browser.post(f"/table/leaves/{hers.question}/taking-back/")
        assert taken.status_code == 404
    his.press()
    assert hers.given()["state"] == "open"


def test_new_keys_of_the_two_end_what_could_still_be_written(ask, ana, bo, table):
    hers, _ = to("both have written", *ask())
    Couple.objects.create(
        id=uuid.uuid4(), inviter=ana, invited=bo, key_id=b"12345678",
        confirmed_at=clock.now(), renews=table,
    )  # fmt: skip
    assert hers.ahead().status_code == 200
    assert hers.opening().json()["reason"] == "renewed"
    assert hers.given()["state"] == "due"


def test_what_waits_asks_for_its_reader(ask, ana, bo):
    hers, _ = to("both have written", *ask())
    for noun in (Question, Joint, Leaf, Record):
        with pytest.raises(NoReader):
            noun.objects.all()
    halves = Leaf.objects.for_person(bo).filter(joint=hers.question, collection="reveal")
    assert {leaf.author_id for leaf in halves} == {bo.pk}
    assert {each.owner_id for each in Record.objects.for_person(bo)} == {bo.pk}
