"""The EFF's large list: six words to compare when pairing, five for a passphrase."""

from __future__ import annotations

import secrets
from functools import cache
from importlib.resources import files

from drawleaf.client.bytes import hkdf


@cache
def all_words() -> tuple[str, ...]:
    """7,776 words in the list's own order, which both screens must share."""
    text = (files("xkcdpass") / "static" / "eff-long").read_text("utf-8")
    return tuple(text.split())


def generate(count: int = 5) -> str:
    return " ".join(secrets.choice(all_words()) for _ in range(count))


def number(transcript: bytes) -> int:
    return int.from_bytes(hkdf(transcript, b"", b"sealed/1 words", 16))


def pairing_words(transcript: bytes) -> list[str]:
    """Six words of one pairing; the same on both screens, or somebody stood between."""
    rest, words = number(transcript), []
    for _ in range(6):
        rest, index = divmod(rest, len(all_words()))
        words.append(all_words()[index])
    return words
