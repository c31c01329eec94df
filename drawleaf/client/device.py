"""What one device remembers: how new things were when last seen, and envelopes as they came.

No key that opens the notebook is here, and never the root; couple keys and the tag keys are,
as on a device marked mine, so that the table can be read without the passphrase.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from drawleaf.client import local
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.envelope import Opened, Seen, unseal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Answer
from drawleaf.client.keyring import Couple, read_couple
from drawleaf.client.keys import Hand, Key
from drawleaf.client.place import Place


@dataclass
class Device:
    user: str = ""
    name: str = ""
    kdf: int = 1
    hand: Hand | None = None
    couples: tuple[Couple, ...] = ()
    cursor: str = ""
    keyring: Answer = field(default_factory=dict)
    records: dict[str, Answer] = field(default_factory=dict)
    reveal: dict[str, Answer] = field(default_factory=dict)
    leaves: dict[str, Answer] = field(default_factory=dict)
    seen: local.Places = field(default_factory=dict)
    own_seen: local.Places = field(default_factory=dict)
    sealed_seen: str = ""
    knows: bool = False
    resealed: str = ""

    def open(
        self, envelope: str, place: Place, keys: tuple[Key, ...], hand: Hand | None = None
    ) -> Opened:
        """Open, refusing what is older than seen; what passes everything is remembered.

        `hand` is the one that acts are tagged with; all else is tagged with the device's.
        """
        try:
            sealed = unb64u(envelope)
        except ValueError as error:
            raise VaultError("malformed") from error
        known = self._seen(place).get(spot(place))
        trusted = keys if place.shared else self._trusted(keys, place, known)
        opened = unseal(sealed, place, trusted, hand or self.hand, known)
        self.remember(place, opened.digest)
        return opened

    def _trusted(self, keys: tuple[Key, ...], place: Place, known: Seen | None) -> tuple[Key, ...]:
        """Others may know a key that retires.

        Under it a device that knows the notebook believes only what it has seen; and nothing once
        all was resealed, whatever keyring the server keeps.
        """
        is_known = known and known.revision >= place.revision
        is_new = self.knows and not is_known
        return tuple(
            replace(key, state="retired")
            if key.state == "retiring" and (is_new or b64u(key.id) == self.resealed)
            else key
            for key in keys
        )

    def has_all(self) -> bool:
        """Whether the feed gave all of mine that is remembered, none of it older."""
        given = {f"{at} notebook.record": row["revision"] for at, row in self.records.items()}
        given |= {at.replace(" ", " reveal."): row["revision"] for at, row in self.reveal.items()}
        seen = ((at.split(" ", 2)[2], it.revision) for at, it in self.own_seen.items())
        return all(given.get(at, 0) >= revision for at, revision in seen)

    def remember(self, place: Place, digest: bytes) -> None:
        self._seen(place)[spot(place)] = Seen(place.revision, digest)

    def _seen(self, place: Place) -> local.Places:
        return self.seen if place.shared else self.own_seen

    def open_notebook(self, keys: tuple[Key, ...]) -> None:
        """With my keys at hand, what I remember of my notebook opens too."""
        if self.sealed_seen:
            self.own_seen = local.open_seen(self.sealed_seen, keys, "notebook") | self.own_seen

    def shut_notebook(self, key: Key) -> None:
        self.sealed_seen = local.seal_seen(self.own_seen, key, "notebook")
        self.own_seen = {}

    def take(self, page: Answer) -> None:
        """One page of the feed. What was taken back leaves its place, and does not come back."""
        for row in filter(is_record, page["notebook"]):
            self.records[row["record"]] = row
        for row in filter(is_record, page.get("reveal", [])):
            self.reveal[f"{row['record']} {row['field']}"] = row
        for row in filter(is_leaf, page["table"]):
            key = " ".join(str(row[part]) for part in ("couple", "author", "record", "field"))
            if row["envelope"]:
                self.leaves[key] = row
            else:
                self.leaves.pop(key, None)
                place = "{couple} {author} {record} {collection}.{field}".format(**row)
                self.seen[place] = Seen(row["revision"] + 1, b"")
        self.cursor = page["cursor"]

    def kept(self) -> Answer:
        """For a file that only its owner may read; the notebook is to be shut first."""
        hand = self.hand
        return {
            "user": self.user,
            "name": self.name,
            "kdf": self.kdf,
            "hand": hand
            and [str(hand.person), b64u(hand.tag_key), [b64u(key) for key in hand.old]],
            "couples": [couple.body() for couple in self.couples],
            "cursor": self.cursor,
            "keyring": self.keyring,
            "records": self.records,
            "reveal": self.reveal,
            "leaves": self.leaves,
            "seen": local.spell(self.seen),
            "sealed_seen": self.sealed_seen,
            "knows": self.knows,
            "resealed": self.resealed,
        }

    @classmethod
    def from_kept(cls, kept: Answer) -> Device:
        device = cls(
            **{name: kept[name] for name in ("user", "name", "kdf", "cursor", "sealed_seen")}
        )
        device.knows, device.resealed = kept.get("knows", False), kept.get("resealed", "")
        device.records, device.leaves = kept["records"], kept["leaves"]
        device.keyring, device.reveal = kept["keyring"], kept.get("reveal", {})
        device.seen = local.read(kept["seen"])
        device.couples = tuple(read_couple(couple) for couple in kept["couples"])
        if kept["hand"]:
            person, tag_key, old = kept["hand"]
            device.hand = Hand(UUID(person), unb64u(tag_key), tuple(unb64u(key) for key in old))
        return device


def is_record(row: object) -> bool:
    """What a server gives is taken in only where it has the shape of a row."""
    return (
        isinstance(row, dict)
        and is_id(row.get("record"))
        and type(row.get("revision")) is int
        and 1 <= row["revision"] < 2**53
        and isinstance(row.get("envelope"), str)
    )


def is_leaf(row: object) -> bool:
    """A leaf, or with no envelope the place of one that was taken back."""
    return (
        isinstance(row, dict)
        and is_record(row | {"envelope": row.get("envelope") or ""})
        and all(is_id(row.get(name)) for name in ("couple", "author"))
        and (not row.get("joint") or is_id(row["joint"]))
        and all(isinstance(row.get(name), str) for name in ("collection", "field"))
    )


def is_id(text: object) -> bool:
    try:
        return isinstance(text, str) and str(UUID(text)) == text
    except ValueError:
        return False


def spot(place: Place) -> str:
    """A place whatever its revision."""
    return f"{place.scope} {place.author} {place.record} {place.kind}"
