"""A question from asking to reading, by two people with the Python client."""

from dataclasses import replace
from uuid import uuid4

import pytest

from demo.couple import ANA
from drawleaf.client import recovery
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.questions.tests.writing import ASKS, DAY, both_write, write

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_both_write_each_opens_both_read(two, asked):
    ana, bo = two
    both_write(two, asked)
    for client in two:
        assert client.question(asked).state == "due"
        client.open_question(client.question(asked))
    assert ana.read_question(ana.question(asked)) == {"text": "The chipped cup."}
    assert bo.read_question(bo.question(asked)) == {"text": "The lamp."}
    assert ana.question(asked).state == "open"


def test_an_answer_is_changed_until_both_have_written(two, asked):
    ana, bo = two
    write(ana, asked, "The lamp.")
    write(ana, asked, "The lamp, and the radio.")
    assert ana.my_answer(ana.question(asked)) == {"text": "The lamp, and the radio."}
    write(bo, asked, "The chipped cup.")
    with pytest.raises(Refusal, match="look again"):
        write(ana, asked, "No, the stairs.")
    assert ana.my_answer(ana.question(asked)) == {"text": "The lamp, and the radio."}


def test_what_is_withdrawn_waits_no_more_and_can_be_written_anew(two, asked):
    ana, bo = two
    write(ana, asked, "The lamp.")
    ana.withdraw_answer(ana.question(asked))
    with pytest.raises(VaultError, match="withdrawn"):
        ana.my_answer(ana.question(asked))
    write(bo, asked, "The chipped cup.")
    assert bo.question(asked).state == "before"
    write(ana, asked, "The stairs.")
    assert bo.question(asked).state == "due"
    for client in two:
        client.open_question(client.question(asked))
    assert bo.read_question(bo.question(asked)) == {"text": "The stairs."}


def test_an_old_look_at_it_does_not_write_over_what_was_said_since(two, asked):
    ana, _ = two
    before = ana.question(asked)
    write(ana, asked, "The lamp, and the radio.")
    with pytest.raises(VaultError, match="said_since"):
        ana.answer_question(before, {"text": "The lamp."})
    with pytest.raises(VaultError, match="said_since"):
        ana.withdraw_answer(before)
    assert ana.my_answer(ana.question(asked)) == {"text": "The lamp, and the radio."}


def test_pressed_by_one_nothing_opens(two, asked):
    ana, bo = two
    both_write(two, asked)
    before = bo.question(asked)
    ana.open_question(ana.question(asked))
    assert bo.question(asked) == before
    for client in two:
        with pytest.raises(VaultError, match="not_opened"):
            client.read_question(client.question(asked))


def test_said_again_after_a_lost_line_it_is_opened_once(two, asked):
    ana, bo = two
    both_write(two, asked)
    for _ in range(3):
        ana.open_question(ana.question(asked))
    bo.open_question(bo.question(asked))
    assert bo.read_question(bo.question(asked)) == {"text": "The lamp."}


def test_new_keys_leave_the_answer_that_waits_bound(two, asked):
    ana, bo = two
    write(ana, asked, "The lamp.")
    write(bo, asked, "The chipped cup.")
    ana.sync()
    ana.renew_keys("harbor lantern moss kettle maple", recovery.fresh(), present=ANA.passphrase)
    assert ana.ring.retiring is None
    for client in two:
        client.open_question(client.question(asked))
    assert bo.read_question(bo.question(asked)) == {"text": "The lamp."}


def test_a_reply_is_shown_beside_the_words_it_names_alone(two, asked):
    """A host who lays it under another question lays nothing there but its place."""
    ana, bo = two
    opened(two, asked)
    ana.reply(ana.question(asked), "Yes, gladly.", DAY)
    other = bo.ask("questions", ASKS, DAY)
    ana.sync()
    assert [reply.text for reply in ana.replies(ana.question(asked))] == ["Yes, gladly."]
    moved(ana, other)
    (reply,) = ana.replies(ana.question(other))
    assert (reply.text, reply.error) == ("", "misplaced")


def test_the_same_words_may_be_those_of_two_questions(two, asked):
    """As the weeks of one standing time: a reply is of the one that it was said to."""
    ana, _ = two
    opened(two, asked)
    question = ana.question(asked)
    ana.reply(question, "Yes, gladly.", DAY)
    words = ana._leaf(question.given["words"])
    ana.lay(f"/questions/{asked}/replies/", "question.reply", DAY, {"about": words.about})
    ana.sync()
    assert [reply.error for reply in ana.replies(question)] == ["", ""]
    week = replace(question, id=uuid4())
    moved(ana, week.id)
    assert [reply.error for reply in ana.replies(week)] == ["misplaced", "misplaced"]


def test_a_reply_from_before_new_keys_is_marked_and_still_there(two, asked):
    ana, _ = two
    opened(two, asked)
    ana.reply(ana.question(asked), "Yes, gladly.", DAY)
    ana.renew_keys("harbor lantern moss kettle maple", recovery.fresh(), present=ANA.passphrase)
    ana.sync()
    (reply,) = ana.replies(ana.question(asked))
    assert (reply.text, reply.error) == ("Yes, gladly.", "from_before")


def opened(two, asked):
    both_write(two, asked)
    for client in two:
        client.open_question(client.question(asked))


def moved(client, joint):
    """What a host says of where it lies."""
    for row in client.device.leaves.values():
        if row["field"] == "reply":
            row["joint"] = str(joint)
