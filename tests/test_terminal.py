"""The same through the terminal's commands."""

import stat

import httpx
import pytest
from click.testing import CliRunner

from drawleaf.client.home import Home
from drawleaf.client.terminal import commands
from drawleaf.people.signing_in import first_code

URL = "http://localhost"


@pytest.fixture
def terminal(newcomer, whole_server, tmp_path):
    """`terminal("ana")("notebook", "list")`: what it prints; `typed` goes to its prompts."""

    def of(name):
        def run(*words, typed="", code=0, line=whole_server):
            home = Home(tmp_path / name, line)
            done = CliRunner().invoke(commands, words, input=typed, obj=home)
            assert done.exit_code == code, done.output
            return done.output

        return run

    return of


def passphrase(printed: str) -> str:
    return printed.rsplit(": ", 1)[1]


def test_two_people_in_two_terminals(terminal, tmp_path):
    ana, bo = terminal("ana"), terminal("bo")
    words = passphrase(ana("sign-up", URL, "ana", "Ana", "--code", first_code()))
    link = ana("pair", "invite", typed=words).strip().splitlines()[-1]
    bos = passphrase(bo("sign-up", URL, "bo", "Bo", "--link", link))
    assert "Nobody has answered" in ana("pair", "confirm", typed=words, code=1)
    assert "Ana sees your answer" in bo("pair", "join", link, typed=bos)
    assert "Bo has answered" in ana("pair", "confirm", typed=words + "y\n")
    assert ana("pair", "words").split(": ")[1] == bo("pair", "words").split(": ")[1]

    ana("notebook", "add", "Bo made tea.", "--day", "2026-11-22", typed=words)
    ana("notebook", "add", "Rain.", "--day", "2026-10-01", typed=words)
    assert "Bo made tea." in ana("notebook", "search", "TEA", typed=words)
    october = ana("notebook", "list", "--month", "2026-10", typed=words)
    assert "Rain." in october and "tea" not in october

    ana("table", "lay", "Thank you for the tea.", typed="y\n")
    assert "Ana\nThank you for the tea." in bo("table", "list")

    ana("ritual", "offer", "Supper", "--after", "laying the table")
    assert "? · Supper · laying the table" in bo("ritual", "list")
    assert "Nothing was changed" in bo("ritual", "mark", "Supper", code=1)
    bo("notebook", "list", typed=bos)  # with the notebook open, Bo learns that Ana has said yes
    bo("ritual", "agree", "supper")
    ana("ritual", "mark", "Supper", "--day", "2026-11-22")
    assert "✓ · Supper" in bo("ritual", "list", "--day", "2026-11-22")
    ana("ritual", "mark", "Supper", "--day", "2026-11-22", "--undo")
    assert "○ · Supper" in bo("ritual", "list", "--day", "2026-11-22")
    ana("promise", "make", "Ring the clinic", "--by", "2026-11-23")
    assert "Ana · Ring the clinic · 2026-11-23" in bo("promise", "list")
    assert "Nothing here begins" in bo("promise", "keep", "Ring", code=1)
    ana("promise", "keep", "Ring")
    assert "Ring" not in bo("promise", "list")

    asked = ana("question", "ask", "questions", "apart@1/laugh").split(": ")[1].strip()
    assert asked in bo("question", "list")
    ana("question", "write", asked, "At the hat.", typed=words)
    assert "You both write" in bo("question", "read", asked, typed=bos)
    bo("question", "write", asked, "text=On the stairs.", typed=bos)
    assert "At the hat." in ana("question", "open", asked, typed=words + "y\n")
    assert "Open for both of you." in bo("question", "open", asked, typed=bos + "y\n")
    assert "Ana\nAt the hat." in bo("question", "read", asked, typed=bos)
    ana("page", "add", "The heron is back.", "--day", "2026-11-22")
    bo("page", "add", "So it is.", "--day", "2026-11-23")
    assert "Nothing was changed" in bo("page", "change", "The heron", "Mine now.", code=1)
    assert "the page says so" in ana("page", "change", "the heron", "The heron is here.")
    read = bo("page", "list")
    assert "2026-11-22 · Ana, edited\nThe heron is here.\n\n2026-11-23 · Bo\nSo it is." in read
    assert "Ana may have read it" in bo("page", "take-back", "So it")
    assert "So it is." not in ana("page", "list", "--month", "2026-11")
    drawn = ana("card", "draw", "1", "--theme", "play", typed="y\n")
    assert "It lies before you both: " in drawn
    assert drawn.split(": ")[-1].strip() in bo("question", "list")
    assert "takes a safe space" in ana("card", "draw", "3", typed=words, code=1)
    assert "None stands open" in ana("card", "safe-space", typed=words)
    safe = ana("card", "safe-space", "--make", typed=words).split(": ")[-1].strip()
    for who, pass_ in ((ana, words), (bo, bos)):
        who("question", "write", safe, "helps=A walk.", typed=pass_)
    for who, pass_ in ((ana, words), (bo, bos)):
        who("question", "open", safe, typed=pass_ + "y\n")
    ana("question", "reply", safe, "Thank you for the walk.")
    assert "Thank you for the walk." in bo("question", "read", safe, typed=bos)
    for who, pass_ in ((ana, words), (bo, bos)):
        who("card", "deeper", typed=pass_)
    assert "Bo, helps\nA walk." in ana("card", "safe-space", typed=words)
    assert "Only that it was drawn" in ana("card", "draw", "3", typed=words + "y\n")
    assert "Taken back." in bo("card", "deeper", "--back", typed=bos)
    assert "takes a safe space" in ana("card", "draw", "3", typed=words, code=1)
    ana("tell", "say", "I was jealous.", typed="y\n")
    assert "Nothing here begins" in ana("tell", "answer", "I was", "Thank you.", code=1)
    bo("tell", "answer", "I was", "Thank you for telling me.")
    assert "I was jealous." in bo("tell", "list") and "for telling me." in ana("tell", "list")

    ana("checkin", "offer", "sunday", "19:00", "--zone", "Europe/Lisbon")
    assert "No time is offered to you" in ana("checkin", "agree", code=1)
    assert "? · Ana · sunday 19:00" in bo("checkin", "list")
    assert "no week before you" in bo("checkin", "skip", code=1)
    assert "You both said yes" in bo("checkin", "agree")
    week = bo("checkin", "list").split(" · ")[0]
    ana("question", "write", week, "hopes=A slow Saturday.", "request=Ask.", typed=words)
    bo("checkin", "skip")
    assert "Bo: not this week" in ana("checkin", "list")

    state = tmp_path / "ana" / "state.json"
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    assert words.strip() not in state.read_text() and "made tea" not in state.read_text()
    assert "Nothing is kept" in ana("sign-out")
    assert not state.exists()
    assert "Begin with" in ana("table", "list", code=1)
    assert "Signed in as Ana" in ana("sign-in", URL, "ana", typed=words)


def test_months_wishes_and_what_one_looks_at_alone(terminal):
    ana, bo = terminal("ana"), terminal("bo")
    words = passphrase(ana("sign-up", URL, "ana", "Ana", "--code", first_code()))
    link = ana("pair", "invite", typed=words).strip().splitlines()[-1]
    bos = passphrase(bo("sign-up", URL, "bo", "Bo", "--link", link))
    bo("pair", "join", link, typed=bos)
    ana("pair", "confirm", typed=words + "y\n")
    bo("notebook", "list", typed=bos)

    assert "or a line. Nothing" in ana("foundations", "say", "consistency", "often", code=1)
    assert "or a line. Nothing" in ana("foundations", "say", "consistency", code=1)
    ana("foundations", "say", "consistency", "now", "and", "then", typed=words)
    said = ("--line", "A no was just a no.")
    assert "until the month is over" in ana("foundations", "say", "boundaries", *said, typed=words)
    listed = ana("foundations", "list", typed=words).split("\n", 2)[2]
    assert listed == (
        "I could rely on what was said. · now and then\n"
        "I could say no, and it was heard. · A no was just a no.\n\n"
    )
    assert "2020" not in ana("foundations", "list", "--month", "2020-01", typed=words)

    ana("trust", "add", "consistency", "A yes on Sunday.", typed=words)
    assert "consistency\nA yes on Sunday." in ana("trust", "list", typed=words)
    assert "Nothing here begins" in ana("trust", "offer", "A no", typed=words, code=1)
    ana("trust", "offer", "a yes", typed=words + "n\n")
    assert bo("trust", "wishes") == ""
    assert "Ana\nA yes on" in ana("trust", "offer", "a yes", typed=words + "y\n")
    assert "Nothing here begins" in ana("trust", "answer", "a yes", "talk", code=1)
    bo("trust", "answer", "a yes", "talk")
    assert "Bo\nCan we talk about it?" in ana("trust", "wishes")

    assert "nothing to keep" in ana("inward", "letter", " ", typed=words, code=1)
    ana("inward", "letter", "I went quiet.", typed=words)
    assert "# A letter that is not sent\n\nI went" in ana("notebook", "list", typed=words)
    assert ana("inward", "list", typed=words) == "Passphrase: \n"


def test_with_the_server_gone_what_was_here_can_be_read(terminal):
    ana, gone = terminal("ana"), httpx.MockTransport(no_line)
    words = passphrase(ana("sign-up", URL, "ana", "Ana", "--code", first_code()))
    ana("notebook", "add", "Bo made tea.", "--day", "2026-11-22", typed=words)
    said = ana("notebook", "list", typed=words, line=gone)
    assert "does not answer" in said and "Bo made tea." in said
    assert "does not answer" in ana("notebook", "add", "Rain.", typed=words, line=gone, code=1)
    assert "does not open" in ana("notebook", "list", typed="no\n", line=gone, code=1)


def no_line(request):
    raise httpx.ConnectError("gone")


def test_a_wrong_passphrase_is_one_sentence(terminal):
    ana = terminal("ana")
    words = passphrase(ana("sign-up", URL, "ana", "Ana", "--code", first_code()))
    said = ana("notebook", "list", typed="not these\n", code=1)
    assert said.endswith("Error: The passphrase does not open your notebook.\n")
    ana("notebook", "add", "\x1b[31mred\u202e \u200d", "--day", "2026-11-22", typed=words)
    assert "\n[31mred \u200d\n" in ana("notebook", "list", typed=words)
