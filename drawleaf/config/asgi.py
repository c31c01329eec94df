"""The door of the one server process. Django answers in one of four threads.

A request is read whole here, within a size and a time, before it is given a thread: somebody who
sends slowly keeps nobody else waiting.
"""

import asyncio
import json

from a2wsgi import WSGIMiddleware

from .wsgi import application as django

LARGEST = 1_000_000
PATIENCE = 20
TOO_LARGE = 413, "too_large", "That is more than can be sent at once. Nothing of it was kept."
TOO_SLOW = 408, "too_slow", "The connection was too slow to bring it whole. Nothing of it was kept."
threads = WSGIMiddleware(django, workers=4)  # type: ignore[arg-type]


class Refused(Exception):
    """Carries status, reason and sentence."""


async def application(scope, receive, send):
    if scope["type"] != "http":
        return await threads(scope, receive, send)
    # X_Name and X-Name would be one to WSGI: nobody may slip in what a proxy is trusted to set.
    scope["headers"] = [pair for pair in scope["headers"] if b"_" not in pair[0]]
    try:
        body = await asyncio.wait_for(whole(receive), PATIENCE)
    except TimeoutError:
        return await refuse(send, *TOO_SLOW)
    except Refused as refused:
        return await refuse(send, *refused.args)
    if body is not None:
        await threads(scope, at_once(body), send)


async def whole(receive):
    """The request's body, or None where its sender left before the end."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST:
            raise Refused(*TOO_LARGE)
        if not message.get("more_body"):
            return bytes(body)


def at_once(body):
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def refuse(send, status, reason, sentence):
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    body = json.dumps({"reason": reason, "sentence": sentence}).encode()
    await send({"type": "http.response.body", "body": body})
