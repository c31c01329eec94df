"""The same by two people with the Python client: what was said, and what a host cannot forge."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY, NEXT = "2026-11-28", "2026-11-29"


@pytest.fixture
def promise(two):
    """Ana has promised to ring, by the next day."""
    return make(*two, what="Ring the clinic", by=NEXT)


def make(ana, bo, **members):
    record = ana.make_promise(DAY, **members)
    read(ana, bo)
    (made,) = (each for each in ana.promises() if each.id == record)
    return made


def read(*clients):
    for client in clients:
        client.sync()


def seen(client):
    client.sync()
    return {each.id: each for each in client.promises()}


def test_both_read_what_was_promised_and_by_whom(two, promise):
    for client in two:
        (found,) = client.promises()
        assert found.words.body["what"] == "Ring the clinic"
        assert (found.words.name, found.outcome, found.thanks) == ("Ana", "", [])


def test_said_anew_it_is_the_next_revision_and_says_so(two, promise):
    ana, bo = two
    ana.reword_promise(promise, NEXT, by="", often="each Monday")
    found = seen(bo)[promise.id].words
    assert (found.revision, found.body["often"]) == (2, "each Monday")
    assert found.body["what"] == "Ring the clinic"
    assert "by" not in found.body


def test_said_anew_a_promise_keeps_what_was_not_named(two, promise):
    ana, bo = two
    ana.reword_promise(promise, NEXT, what="Ring the clinic, and the school")
    body = seen(bo)[promise.id].words.body
    assert (body["what"], body["by"]) == ("Ring the clinic, and the school", NEXT)


def test_said_anew_the_other_way_nothing_of_the_first_way_stays(two, promise):
    ana, bo = two
    ana.reword_promise(promise, NEXT, when="the week begins", then="ring the clinic")
    body = seen(bo)[promise.id].words.body
    assert not {"what", "by"} & body.keys()
    ana.reword_promise(seen(ana)[promise.id], NEXT, then="ring the clinic first")
    body = seen(bo)[promise.id].words.body
    assert (body["when"], body["then"]) == ("the week begins", "ring the clinic first")
    ana.reword_promise(seen(ana)[promise.id], NEXT, what="Ring the clinic")
    assert not {"when", "then"} & seen(bo)[promise.id].words.body.keys()


@pytest.mark.parametrize("outcome", ["kept", "let_go"])
def test_its_author_says_how_it_ended(two, promise, outcome):
    ana, bo = two
    ana.settle_promise(promise, outcome, NEXT)
    assert seen(bo)[promise.id].outcome == outcome


def test_a_slip_of_the_finger_is_put_right(two, promise):
    ana, bo = two
    ana.settle_promise(promise, "kept", DAY)
    ana.sync()
    ana.settle_promise(promise, "let_go", DAY)
    assert seen(bo)[promise.id].outcome == "let_go"


def test_an_outcome_of_other_words_is_none(two):
    """A host cannot let Bo take an act about one promise for one about another."""
    ana, bo = two
    small = make(ana, bo, what="Buy bread")
    large = make(ana, bo, what="Buy a house")
    ana.lay(
        f"/promises/{large.id}/outcome/", "promise.outcome", DAY,
        {"about": small.words.about, "outcome": "kept"}, record=large.id,
    )  # fmt: skip
    found = seen(bo)
    assert (found[small.id].outcome, found[large.id].outcome) == ("", "")


def test_an_answer_is_a_promise_too(two):
    ana, bo = two
    made = make(ana, bo, when="come home late", then="ask how it was")
    assert seen(bo)[made.id].words.body["then"] == "ask how it was"


def test_the_other_thanks_also_for_what_it_said_before(two, promise):
    ana, bo = two
    bo.thank_for_promise(next(bo.promises()), "Thank you.", DAY)
    ana.reword_promise(promise, NEXT, what="Ring the clinic, and the school")
    (thanks,) = seen(ana)[promise.id].thanks
    assert (thanks.text, thanks.name) == ("Thank you.", "Bo")


def test_a_small_repair_is_three_lines_and_a_thank_you(two, promise):
    ana, bo = two
    ana.small_repair("I forgot to ring.", "You waited.", "I ring at nine.", DAY, promise)
    ana.small_repair("I was loud.", "You went quiet.", "I leave the room first.", DAY)
    bo.sync()
    about = {it.words.body["did"]: it.words.body.get("about") for it in bo.small_repairs()}
    assert about == {"I forgot to ring.": promise.words.about, "I was loud.": None}
    (loud,) = (it for it in bo.small_repairs() if it.words.body["did"] == "I was loud.")
    bo.thank_for_repair(loud, "Thank you for saying it.", DAY)
    ana.sync()
    answered = {
        it.words.body["did"]: [each.text for each in it.thanks] for it in ana.small_repairs()
    }
    assert answered == {"I forgot to ring.": [], "I was loud.": ["Thank you for saying it."]}


def test_a_promise_to_oneself_is_a_record_of_the_notebook(two):
    ana, bo = two
    made = ana.promise_myself(DAY, what="Go to bed at eleven")
    ana.settle_myself(made, "kept")
    read(ana, bo)
    (found,) = ana.private_promises()
    assert (found.body["what"], found.body["outcome"]) == ("Go to bed at eleven", "kept")
    assert ana.entries() == [] and list(bo.promises()) == [] and bo.private_promises() == []
