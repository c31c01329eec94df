"""Sealing and opening. Each refusal of `unseal` is a line of its own, in the order of the format.

What the courier carries: version, key id, nonce, and one AES-256-GCM box, padded
so that its size says little, bound to its place so that it opens nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from drawleaf.client.body import Body, read, write
from drawleaf.client.bytes import u8, u32
from drawleaf.client.errors import VaultError
from drawleaf.client.keys import Hand, Key
from drawleaf.client.place import Place

VERSION = u8(1)
BUCKETS = (256, 1024, 4096, 16384, 65536, 262144)
OVERHEAD = 37


@dataclass(frozen=True)
class Sealed:
    envelope: bytes = field(repr=False)
    digest: bytes


@dataclass(frozen=True)
class Opened:
    body: Body = field(repr=False)
    digest: bytes


@dataclass(frozen=True)
class Seen:
    """What this device remembers of a place: the newest revision, and the digest it had."""

    revision: int
    digest: bytes


def seal(
    body: Body, place: Place, key: Key, hand: Hand | None = None, *, nonce: bytes | None = None
) -> Sealed:
    """Seal `body` at `place`, tagged by `hand` where it is a couple's; `nonce` is for vectors."""
    if next(iter(body.items()), None) != ("kind", place.kind) or not place.agrees(body):
        raise VaultError("malformed")
    text = write(body)
    digest = place.digest(text)
    tag = b""
    if place.shared:
        if hand is None or hand.person != place.author:
            raise VaultError("shut")
        tag = hand.tag(digest)
    plain = u8(place.shared) + tag + u32(len(text)) + text
    plain = plain.ljust(bucket(len(plain), place.least), b"\0")
    nonce = nonce or os.urandom(12)
    box = AESGCM(key.secret).encrypt(nonce, plain, place.context() + VERSION + key.id)
    return Sealed(VERSION + key.id + nonce + box, digest)


def unseal(
    envelope: bytes,
    place: Place,
    keys: Iterable[Key],
    hand: Hand | None = None,
    seen: Seen | None = None,
) -> Opened:
    """Open `envelope` at `place` with the keys of its scope, or raise VaultError.

    Only what is returned may be remembered as seen; what an error shows may not.
    What is a couple's needs the reader's hand: forgetting it raises, it does not pass.
    """
    if place.shared and hand is None:
        raise VaultError("shut")
    if len(envelope) - OVERHEAD not in BUCKETS:
        raise VaultError("bad_size")
    if len(envelope) - OVERHEAD < place.least:
        raise VaultError("bad_size")
    if envelope[:1] != VERSION:
        raise VaultError("unknown_version")
    key = next((key for key in keys if key.id == envelope[1:9]), None)
    if key is None:
        raise VaultError("unknown_key")
    plain = _decrypt(envelope, place, key)
    tag, text = _unpack(plain, place)
    body = read(text)
    if next(iter(body.items()), None) != ("kind", place.kind):
        raise VaultError("malformed")
    if not place.agrees(body):
        raise VaultError("malformed")
    opened = Opened(body, digest := place.digest(text))
    known = seen == Seen(place.revision, digest)
    if place.shared and hand and hand.person == place.author and not hand.made(tag, digest):
        if not known and not hand.once_made(tag, digest):
            raise VaultError("not_mine", opened)
        if hand.once_made(tag, digest):
            raise VaultError("from_before", opened)
    if not place.shared and key.state == "retired":
        raise VaultError("from_before", opened)
    if seen and place.revision < seen.revision:
        raise VaultError("stale")
    if seen and place.revision == seen.revision and digest != seen.digest:
        raise VaultError("changed")
    return opened


def bucket(length: int, least: int) -> int:
    """The padded size for `length` bytes; too long is said before anything is sealed."""
    for size in BUCKETS:
        if size >= length and size >= least:
            return size
    raise VaultError("too_long")


def _decrypt(envelope: bytes, place: Place, key: Key) -> bytes:
    nonce, box = envelope[9:21], envelope[21:]
    try:
        return AESGCM(key.secret).decrypt(nonce, box, place.context() + VERSION + key.id)
    except InvalidTag:
        raise VaultError("damaged") from None


def _unpack(plain: bytes, place: Place) -> tuple[bytes, bytes]:
    """Self-tag (empty unless shared) and words; anything left over must be the padding due."""
    if plain[:1] != u8(place.shared):
        raise VaultError("malformed")
    start = 33 if place.shared else 1
    tag, end = plain[1:start], start + 4 + int.from_bytes(plain[start : start + 4])
    if end > len(plain):
        raise VaultError("malformed")
    if bucket(end, place.least) != len(plain):
        raise VaultError("malformed")
    if any(plain[end:]):
        raise VaultError("malformed")
    return tag, plain[start + 4 : end]
