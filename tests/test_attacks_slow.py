"""Whoever sends or reads slowly, or too much, or on a thousand lines, keeps nobody waiting."""

import time
from contextlib import ExitStack, suppress

import pytest

from drawleaf.config.door import MOST, PATIENCE
from tests.raw import Line, ask

pytestmark = pytest.mark.once
HALF = "POST /sign-in/ HTTP/1.1\r\nHost: localhost\r\n"
WHOLE = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
LARGE = WHOLE.replace("/healthz", "/static/web/words.txt")
PROMPT, A_RUSH = 1.0, 5.0


def how_long(house) -> float:
    begun = time.perf_counter()
    assert ask(house, "GET", "/help/").status == 200
    return time.perf_counter() - begun


def test_a_crowd_that_never_finishes_keeps_nobody_out(house):
    """More lines than the server keeps: half a head, half a body, and silent after an answer."""
    alone = min(how_long(house) for _ in range(5))
    with ExitStack() as stack:
        lines = []
        for each in range(3 * MOST):
            line = stack.enter_context(Line(house))
            if each % 3 == 0:
                line.send(HALF)
            elif each % 3 == 1:
                line.send(HALF + "Content-Length: 100000\r\n\r\nuser=")
            else:
                line.send(WHOLE)
            lines.append(line)
        first, *then = (how_long(house) for _ in range(10))
        print(f"\n{3 * MOST} lines: {first:.2f} s while they come, then {max(then):.3f} s a page, ")
        print(f"alone {alone:.3f} s")
        assert first < A_RUSH and max(then) < PROMPT
        silent = [line for line in lines[: 2 * MOST] if line.is_closed(0.01)]
        assert len(silent) > MOST // 3, "those waited for longest made room"
    assert how_long(house) < PROMPT


def test_all_has_its_time(house):
    """A head, however it trickles; a second one on the same line; a body; and taking an answer."""
    with ExitStack() as stack:
        silent, slow, again, body, deaf = (stack.enter_context(Line(house)) for _ in range(5))
        begun = time.monotonic()
        again.send(WHOLE + "GET /he")
        body.send(HALF + "Content-Length: 100\r\n\r\nuser=")
        deaf.socket.settimeout(1)
        with suppress(TimeoutError):
            deaf.send(LARGE * 1000)
        while time.monotonic() - begun < PATIENCE - 3:
            time.sleep(2)
            slow.send(HALF if time.monotonic() - begun < 3 else "X: y\r\n")
        assert not silent.is_closed(0.1)
        said = body.answer()
        assert said.status == 408 and b"too_slow" in said.body
        assert silent.is_closed(3) and slow.is_closed(3)
        assert again.answer().body.count(b"HTTP/1.1") == 0, "the first answer, and then an end"
        assert time.monotonic() - begun < PATIENCE + 10
        time.sleep(max(0, begun + PATIENCE + 8 - time.monotonic()))
        assert deaf.answer().body.count(b"HTTP/1.1 200") < 999
    assert how_long(house) < PROMPT


@pytest.mark.parametrize("how", ["Content-Length: 2000000", "Transfer-Encoding: chunked"])
def test_a_body_has_its_size(house, how):
    part = "x" * 100_000
    with Line(house) as line:
        line.send(HALF + how + "\r\n\r\n")
        try:
            for _ in range(20):
                line.send(f"{len(part):x}\r\n{part}\r\n" if "chunked" in how else part)
        except OSError:
            pass
        said = line.answer()
    assert said.status in (413, 0), "the line may be gone before the answer is read"
    assert how_long(house) < PROMPT


def test_who_takes_an_answer_slowly_holds_no_thread(house):
    """More of them than there are threads, each with the largest page, none of them reading."""
    with ExitStack() as stack:
        for _ in range(12):
            line = stack.enter_context(Line(house))
            line.send(LARGE * 100)
        time.sleep(1)
        assert how_long(house) < PROMPT
