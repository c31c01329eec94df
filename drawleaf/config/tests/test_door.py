"""The door of the server: what it does not let in, and what it says."""

import asyncio
import json
import stat

import pytest

from drawleaf.config import asgi
from drawleaf.config.secrets import secret


def knock(*messages, headers=()) -> tuple[int, dict] | None:
    """The answer to one request that arrives as these pieces; None when nobody was let in."""
    said, coming = [], list(messages)

    async def receive():
        if not coming:
            await asyncio.sleep(60)
        return coming.pop(0)

    async def send(message):
        said.append(message)

    scope = {"type": "http", "method": "POST", "path": "/sign-in/", "headers": list(headers)}
    asyncio.run(asgi.application(scope, receive, send))
    if not said:
        return None
    return said[0]["status"], json.loads(said[1]["body"])


def piece(size, more=False):
    return {"type": "http.request", "body": b"x" * size, "more_body": more}


def test_too_large_a_body_is_refused_before_it_is_whole():
    status, said = knock(*[piece(400_000, more=True)] * 3)
    assert (status, said["reason"]) == (413, "too_large")
    assert said["sentence"].endswith("Nothing of it was kept.")


def test_somebody_who_sends_slowly_is_let_go(monkeypatch):
    monkeypatch.setattr(asgi, "PATIENCE", 0.05)
    assert knock(piece(10, more=True))[0] == 408


def test_what_many_send_at_once_is_bounded(monkeypatch):
    monkeypatch.setattr(asgi, "LARGEST_OF_ALL", 600_000)
    monkeypatch.setattr(asgi, "held", 300_000)
    status, said = knock(piece(400_000, more=True))
    assert (status, said["reason"]) == (503, "not_kept")
    assert asgi.held == 300_000, "and what was refused makes room"
    assert knock(piece(200_000, more=True), {"type": "http.disconnect"}) is None
    assert asgi.held == 300_000


def test_somebody_who_leaves_gets_no_answer():
    assert knock(piece(10, more=True), {"type": "http.disconnect"}) is None


@pytest.mark.parametrize("letters", [b"utf-16", b"nonsense", b'"latin-1"'])
def test_only_letters_we_know_are_read(letters):
    headers = [(b"content-type", b"application/x-www-form-urlencoded; charset=" + letters)]
    assert knock(piece(10), headers=headers)[0] == 415


@pytest.mark.parametrize(
    "header", [(b"x_forwarded_proto", b"https"), (b"cookie", b'sessionid="\\000a"')]
)
def test_headers_that_pretend_are_left_at_the_door(header):
    assert not asgi.is_plain(*header)


def test_secrets_are_for_their_owner_alone(tmp_path):
    kept = secret(tmp_path / "secrets", "key")
    assert secret(tmp_path / "secrets", "key") == kept and len(kept) > 60
    assert stat.S_IMODE((tmp_path / "secrets" / "key").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700


def test_an_answer_waits_for_a_slow_reader_outside_of_its_thread(monkeypatch):
    """More readers who take nothing than there are threads."""

    def large(environ, start):
        start("200 OK", [])
        return [b"x"] * 100

    async def never(message):
        await asyncio.sleep(60)

    async def ask(send):
        asked = {"method": "GET", "path": "/", "query_string": b"", "http_version": "1.1"}
        scope = {"type": "http", "headers": []} | asked
        await asgi.threads(scope, asgi.at_once(b""), send)

    async def crowd():
        deaf = [asyncio.create_task(ask(never)) for _ in range(8)]
        await asyncio.sleep(0.2)
        heard = []

        async def hear(message):
            heard.append(message)

        await asyncio.wait_for(ask(hear), 5)
        for each in deaf:
            each.cancel()
        return len(heard)

    monkeypatch.setattr(asgi.threads, "app", large)
    assert asyncio.run(crowd()) == 102
