"""A question from asking to reading, by two people with the Python client."""

import pytest

from demo.couple import ANA
from drawleaf.client import recovery
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.questions.tests.writing import both_write, write

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
