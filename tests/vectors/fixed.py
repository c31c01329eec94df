"""Inputs that look random and are the same on every run."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drawleaf.client.body import write
from drawleaf.client.bytes import b64u, hkdf
from drawleaf.client.keys import Hand, Key, tag_key
from drawleaf.client.place import Place

Case = dict[str, Any]


def some(label: str, length: int) -> bytes:
    return hkdf(label.encode(), b"", b"vectors", length)


def some_id(label: str) -> UUID:
    return UUID(bytes=some(label, 16), version=4)


def draws(label: str):
    """A stand-in for os.urandom that gives the same bytes in the same order."""
    drawn = iter(range(1000))
    return lambda length: some(f"{label} {next(drawn)}", length)


def spelled(place: Place) -> Case:
    return {
        "scope": str(place.scope),
        "author": str(place.author),
        "record": str(place.record),
        "revision": place.revision,
        "collection": place.collection,
        "field": place.field,
    }


ANA, BO, COUPLE = some_id("ana"), some_id("bo"), some_id("couple")
ENTRY, LEAF = some_id("entry"), some_id("leaf")
OWN, OLD = Key(some("own", 32)), Key(some("old", 32), "retired")
RETIRING = Key(some("retiring", 32), "retiring")
OURS = Key(some("ours", 32))
TAGS = Hand(ANA, tag_key(OWN.secret, "leaf"), (tag_key(OLD.secret, "leaf"),))

own_place = Place(ANA, ANA, ENTRY, 3, "notebook", "record")
leaf_place = Place(COUPLE, ANA, LEAF, 1, "leaf", "passage")
bo_place = Place(COUPLE, BO, LEAF, 1, "leaf", "passage")
act_place = Place(COUPLE, ANA, some_id("act"), 1, "reveal", "release")
entry = {
    "kind": "notebook.record",
    "type": "entry",
    "day": "2026-11-22",
    "text": 'Bo made tea. *I had not asked.* 🍃 ä\u2028\n\t"so" \\ \u0007 \x7f é',
}
passage = {"kind": "leaf.passage", "day": "2026-11-22", "text": "*I had not asked.* Thank you."}
release = {"kind": "reveal.release", "answer": "yes"}


def text(body: Case) -> str:
    return write(body).decode()


def keys(*given: Key) -> list[Case]:
    return [{"key": b64u(key.secret), "state": key.state} for key in given]
