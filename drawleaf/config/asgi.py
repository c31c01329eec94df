"""The door of the one server process. Django answers in one of four threads.

A request is read whole here, within a size and a time, before it is given a thread: somebody who
sends slowly keeps nobody else waiting.
"""

import asyncio
import json

from a2wsgi import WSGIMiddleware
from django.utils.translation import gettext_lazy as _

from .wsgi import application as django

LARGEST = 1_000_000
PATIENCE = 20
TOO_LARGE = 413, "too_large", _("That is more than fits in one go. Nothing of it was kept.")
TOO_SLOW = 408, "too_slow", _("The line was too slow to bring it whole. Nothing was kept.")
UNKNOWN_LETTERS = 415, "unknown_letters", _("This came in letters that are not known here.")
threads = WSGIMiddleware(django, workers=4)  # type: ignore[arg-type]


class TooLarge(Exception):
    """More than `LARGEST` bytes."""


async def application(scope, receive, send):
    if scope["type"] != "http":
        return await threads(scope, receive, send)
    scope["headers"] = [pair for pair in scope["headers"] if is_plain(*pair)]
    letters = dict(scope["headers"]).get(b"content-type", b"").lower().partition(b"charset=")[2]
    if letters.strip(b'" ') not in (b"", b"utf-8"):
        return await refuse(send, *UNKNOWN_LETTERS)
    try:
        body = await asyncio.wait_for(whole(receive), PATIENCE)
    except TimeoutError:
        return await refuse(send, *TOO_SLOW)
    except TooLarge:
        return await refuse(send, *TOO_LARGE)
    if body is not None:
        await threads(scope, at_once(body), send)


def is_plain(name, value):
    """X_Name and X-Name would be one to WSGI: nobody may slip in what a proxy is trusted to set.
    And no cookie of ours has an escaped letter in it."""
    return b"_" not in name and not (name == b"cookie" and b"\\" in value)


async def whole(receive):
    """The request's body, or None where its sender left before the end."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST:
            raise TooLarge
        if not message.get("more_body"):
            return bytes(body)


def at_once(body):
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def refuse(send, status, reason, sentence):
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    body = json.dumps({"reason": reason, "sentence": str(sentence)}).encode()
    await send({"type": "http.response.body", "body": body})
