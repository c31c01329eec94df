"""What is written in a terminal is kept whole, and nothing goes unasked."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from demo.couple import ANA
from drawleaf.client.home import Home
from drawleaf.client.rituals import beside_mark
from drawleaf.client.terminal import commands

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY, WORDS = "2026-11-28", ANA.passphrase + "\n"
ONE, SEVERAL = ("questions", "apart@1/kitchen"), ("checkin", "checkin@1/week")


@pytest.fixture
def terminal(two, whole_server, tmp_path):
    """Ana's: `terminal("ritual", "list")` is what it prints; `typed` goes to its prompts."""
    home = Home(tmp_path / "ana", whole_server)
    home.keep(two[0])
    two[0].unlock(ANA.passphrase)

    def run(*words, typed="", code=0):
        done = CliRunner().invoke(commands, words, input=typed, obj=home)
        assert done.exit_code == code, done.output
        return done.output

    return run


@pytest.fixture
def ritual(two):
    ana, bo = two
    ritual = ana.offer_ritual("Thank each other", DAY)
    bo.sync()
    bo.agree_to_ritual(ritual, DAY)
    ana.sync()
    return ritual


@pytest.fixture
def write(terminal):
    return lambda id, *words, **how: terminal("question", "write", str(id), *words, **how)


@pytest.fixture
def kept(two):
    return lambda id: two[0].my_answer(two[0].question(id))


def test_a_mark_with_words_asks_before_both_go(terminal, two, ritual):
    ana, _ = two
    ana.tick(ritual, DAY, what="You sat with me on the stairs.")
    undo = ("ritual", "mark", "Thank", "--day", DAY, "--undo")
    assert "[y/N]" in terminal(*undo, typed="\n")
    ana.sync()
    mark = ana.my_mark(ritual, DAY)
    assert mark.body["done"] and beside_mark(mark) == {"what": "You sat with me on the stairs."}
    assert "Not marked any more" in terminal(*undo, typed="y\n")
    ana.sync()
    assert not ana.my_mark(ritual, DAY).body["done"]


def test_a_mark_without_words_is_taken_away_unasked(terminal, two, ritual):
    two[0].tick(ritual, DAY)
    said = terminal("ritual", "mark", "Thank", "--day", DAY, "--undo")
    assert said == "Not marked any more.\n"


def test_an_equals_sign_takes_no_words_away(write, kept, two):
    asked = two[0].ask(*ONE, DAY)
    write(asked, "You", "and", "I", "=", "us,", "text=or", "so.", typed=WORDS)
    assert kept(asked) == {"text": "You and I = us, text=or so."}
    write(asked, "text=On the stairs = ours.", typed=WORDS)
    assert kept(asked) == {"text": "On the stairs = ours."}


@pytest.mark.parametrize(
    "words",
    [
        ["hopes=A", "slow", "Saturday."],
        ["hopes=A slow Saturday.", "joys=None."],
        ["hopes=Rain.", "hopes=Sun."],
        ["A slow Saturday."],
    ],
)
def test_words_that_go_to_no_part_are_said_so_and_nothing_is_kept(write, kept, two, words):
    asked = two[0].ask(*SEVERAL, DAY)
    write(asked, "request=Ask.", typed=WORDS)
    said = write(asked, *words, typed=WORDS, code=1)
    assert "PART=WORDS" in said and "concern" in said and said.endswith("Nothing was kept.\n")
    assert kept(asked) == {"request": "Ask."}


def test_a_part_written_later_leaves_the_others_as_they_were(write, kept, two):
    asked = two[0].ask(*SEVERAL, DAY)
    write(asked, "hopes=A slow Saturday.", "request=Ask.", typed=WORDS)
    write(asked, "request=Ask twice.", "concern=Rent = rain.", typed=WORDS)
    assert kept(asked) == {
        "hopes": "A slow Saturday.",
        "request": "Ask twice.",
        "concern": "Rent = rain.",
    }
    write(asked, "concern=", typed=WORDS)
    assert kept(asked) == {"hopes": "A slow Saturday.", "request": "Ask twice."}


def test_an_answer_without_words_is_none(write, kept, two):
    asked = two[0].ask(*ONE, DAY)
    write(asked, "On the stairs.", typed=WORDS)
    assert "Nothing was kept." in write(asked, "text=", typed=WORDS, code=1)
    assert kept(asked) == {"text": "On the stairs."}
