"""Keys, the ids they go by, and the hand that marks words as one's own."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from drawleaf.client.bytes import hkdf

ACTS = {"reveal", "repair", "packet"}


def key_id(secret: bytes) -> bytes:
    return hkdf(secret, b"", b"sealed/1 key id", 8)


def tag_key(own: bytes, collection: str) -> bytes:
    """The key of one's self-tags; acts have their own, which no open table carries about."""
    label = b"sealed/1 act tag" if collection in ACTS else b"sealed/1 self tag"
    return hkdf(own, b"", label)


def tick_record(couple: bytes, ritual: UUID, person: UUID, day: str) -> UUID:
    """The record of the mark `person` sets on a day ("YYYY-MM-DD", their own).

    The same from every device of theirs, so that twice is once; to the server as random as any.
    """
    key = hkdf(couple, b"", b"sealed/1 tick")
    name = ritual.bytes + person.bytes + day.encode()
    return UUID(bytes=hmac.digest(key, name, "sha256")[:16], version=4)


@dataclass(frozen=True)
class Key:
    """A key that opens one scope. Own keys are current, retiring or retired; others current."""

    secret: bytes = field(repr=False)
    state: str = "current"

    @cached_property
    def id(self) -> bytes:
        return key_id(self.secret)


@dataclass(frozen=True)
class Hand:
    """Who I am and how I tag: the tag key in use, and those of earlier own keys."""

    person: UUID
    tag_key: bytes = field(repr=False)
    old: tuple[bytes, ...] = field(default=(), repr=False)

    def tag(self, digest: bytes) -> bytes:
        return self_tag(self.tag_key, digest)

    def made(self, tag: bytes, digest: bytes) -> bool:
        return hmac.compare_digest(tag, self.tag(digest))

    def once_made(self, tag: bytes, digest: bytes) -> bool:
        return any(hmac.compare_digest(tag, self_tag(key, digest)) for key in self.old)


def self_tag(key: bytes, digest: bytes) -> bytes:
    """For my own devices only: it tells nobody else anything."""
    return hmac.digest(key, b"sealed/1 tagged" + digest, "sha256")
