"""Bodies: JSON that has exactly one spelling, so that a digest of it means something."""

from __future__ import annotations

import json
import re
from typing import Any, Never

from drawleaf.client.errors import VaultError

Body = dict[str, Any]

DEPTH = 16
SAFE = 2**53 - 1
NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def write(body: Body) -> bytes:
    """The one spelling of `body`, as `JSON.stringify` gives it; else refused."""
    text = _spell(body)
    read(text)
    return text


def read(text: bytes) -> Body:
    """The body spelled by `text`; any other spelling of the same body is malformed."""
    try:
        body = json.loads(text.decode(), parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise VaultError("malformed") from error
    if not isinstance(body, dict):
        raise VaultError("malformed")
    _check(body, 1)
    if _spell(body) != text:
        raise VaultError("malformed")
    return body


def _spell(body: Body) -> bytes:
    try:
        return json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()
    except (ValueError, TypeError, RecursionError) as error:
        raise VaultError("malformed") from error


def _refuse(_: str) -> Never:
    raise ValueError("only safe integers")


def _check(value: object, depth: int) -> None:
    if isinstance(value, dict | list) and depth > DEPTH:
        raise VaultError("malformed")
    if isinstance(value, int) and abs(value) > SAFE:
        raise VaultError("malformed")
    if isinstance(value, dict) and not all(NAME.fullmatch(name) for name in value):
        raise VaultError("malformed")
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            _check(part, depth + 1)


def anew(stands: Body, said: Body) -> Body:
    """What stands, with what is said now over it; "" takes a member away."""
    return {name: words for name, words in {**stands, **said}.items() if words != ""}
