"""Where a sealed thing lies. An envelope opens at its own place and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from drawleaf.client.body import SAFE, Body
from drawleaf.client.bytes import b64u, digest, lp, u32, u64
from drawleaf.client.errors import VaultError

NAME = re.compile(r"[a-z][a-z0-9_-]{0,63}", re.ASCII)
LEAST = {
    "notebook": 1024, "keyring": 4096, "pairing": 1024,
    "reveal.commitment": 1024, "reveal.waiting": 16384, "reveal.release": 16384,
}  # fmt: skip
# What a body repeats of its place must agree with it.
REPEATED = {
    "keyring.keys": {"person": "author", "generation": "revision"},
    "pairing.invite": {"couple": "scope", "person": "author"},
    "pairing.join": {"person": "author"},
    "reveal.waiting": {"revision": "revision"},
}


@dataclass(frozen=True)
class Place:
    """Scope (person, couple or packet), author, record, revision, collection, field."""

    scope: UUID
    author: UUID
    record: UUID
    revision: int
    collection: str
    field: str

    def __post_init__(self) -> None:
        named = NAME.fullmatch(self.collection) and NAME.fullmatch(self.field)
        if not named or type(self.revision) is not int or not 1 <= self.revision <= SAFE:
            raise VaultError("malformed")

    @property
    def shared(self) -> bool:
        """A couple's: no couple has the id of a person, so scope and author differ only there."""
        return self.scope != self.author

    @property
    def kind(self) -> str:
        return f"{self.collection}.{self.field}"

    @property
    def least(self) -> int:
        """The least bucket in bytes: below it, size would tell too much."""
        return LEAST.get(self.kind) or LEAST.get(self.collection, 256)

    def context(self) -> bytes:
        ids = self.scope.bytes + self.author.bytes + self.record.bytes
        names = lp(self.collection) + lp(self.field)
        return b"sealed/1 context" + ids + u64(self.revision) + names

    def digest(self, text: bytes) -> bytes:
        """Of these very words at this very place; a self-tag vouches for it."""
        return digest(b"sealed/1 digest" + lp(self.context()) + u32(len(text)) + text)

    def agrees(self, body: Body) -> bool:
        """Whether the ids inside are those of the place."""
        for name, part in REPEATED.get(self.kind, {}).items():
            value = getattr(self, part)
            if body.get(name) != (b64u(value.bytes) if isinstance(value, UUID) else value):
                return False
        return True
