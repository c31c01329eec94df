"""What a device keeps for itself, sealed under one of its person's keys."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from drawleaf.client.bytes import b64u, lp, unb64u
from drawleaf.client.envelope import Seen
from drawleaf.client.keys import Key

Places = dict[str, Seen]


def seal_seen(places: Places, key: Key, name: str) -> str:
    """Remembered places: their digests would tell whether one has guessed the words."""
    nonce = os.urandom(12)
    text = json.dumps(spell(places)).encode()
    return b64u(nonce + AESGCM(key.secret).encrypt(nonce, text, _about(name)))


def open_seen(sealed: str, keys: Iterable[Key], name: str) -> Places:
    """Empty when none of the keys opens it: a device that remembers nothing checks less."""
    data = unb64u(sealed)
    for key in keys:
        try:
            return read(json.loads(AESGCM(key.secret).decrypt(data[:12], data[12:], _about(name))))
        except InvalidTag:
            continue
    return {}


def spell(places: Places) -> dict[str, list[object]]:
    return {place: [seen.revision, b64u(seen.digest)] for place, seen in places.items()}


def read(spelled: dict[str, list[object]]) -> Places:
    return {
        place: Seen(int(str(revision)), unb64u(str(digest)))
        for place, (revision, digest) in spelled.items()
    }


def _about(name: str) -> bytes:
    return b"sealed/1 seen" + lp(name)
