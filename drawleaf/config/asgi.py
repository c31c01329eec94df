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
TOO_MUCH = 503, "not_kept", _("Too many are sending just now. Nothing was kept; try again later.")
# All that has come of bodies that are not whole yet, in bytes.
LARGEST_OF_ALL = 64_000_000
held = 0
# An answer waits here rather than in its thread for a browser that takes it slowly.
threads = WSGIMiddleware(django, workers=4, send_queue_size=0)  # type: ignore[arg-type]


class TooLarge(Exception):
    """More than `LARGEST` bytes."""


class TooMuch(Exception):
    """More than `LARGEST_OF_ALL` bytes of many."""


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
    except TooMuch:
        return await refuse(send, *TOO_MUCH)
    if body is not None:
        await threads(scope, at_once(body), send)


def is_plain(name, value):
    """X_Name and X-Name would be one to WSGI: nobody may slip in what a proxy is trusted to set.
    And no cookie of ours has an escaped letter in it."""
    return b"_" not in name and not (name == b"cookie" and b"\\" in value)


async def whole(receive):
    """The request's body, or None where its sender left before the end."""
    global held
    body = bytearray()
    try:
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            part = message.get("body", b"")
            body += part
            held += len(part)
            if len(body) > LARGEST:
                raise TooLarge
            if held > LARGEST_OF_ALL:
                raise TooMuch
            if not message.get("more_body"):
                return bytes(body)
    finally:
        held -= len(body)


def at_once(body):
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def refuse(send, status, reason, sentence):
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    body = json.dumps({"reason": reason, "sentence": str(sentence)}).encode()
    await send({"type": "http.response.body", "body": body})
