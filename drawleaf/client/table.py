"""What is ours: leaves on a table, and what belongs to something the two have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from drawleaf.client.body import Body
from drawleaf.client.bytes import b64u
from drawleaf.client.envelope import seal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Answer
from drawleaf.client.keyring import Couple
from drawleaf.client.keys import Key
from drawleaf.client.notebook import Words
from drawleaf.client.place import Place
from drawleaf.client.renewal import Renewal


@dataclass(frozen=True)
class Leaf(Words):
    """One leaf as opened. `name` is how the keyring knows its author, not the server."""

    couple: UUID
    joint: UUID | None
    record: UUID
    revision: int
    author: UUID
    name: str
    kind: str
    body: Body
    digest: bytes = b""
    error: str = ""

    @property
    def about(self) -> list[object]:
        """How another leaf names this one: record, revision and digest."""
        return [b64u(self.record.bytes), self.revision, b64u(self.digest)]


class Table(Renewal):
    def share(self, text: str, day: str, couple: Couple | None = None) -> UUID:
        """Lay a passage on the table of the two; what is sent is exactly `text` and `day`."""
        couple = couple or self.couple()
        return self.lay("/table/leaves/", "leaf.passage", day, {"text": text}, couple=couple)

    def lay(
        self,
        address: str,
        kind: str,
        day: str,
        members: Body,
        *,
        couple: Couple | None = None,
        record: UUID | None = None,
        revision: int = 1,
        in_clear: Mapping[str, str] | None = None,
    ) -> UUID:
        """Seal a leaf of `kind` ("collection.field") for the two and post it to `address`.

        `in_clear` goes beside it for the server to read: never words.
        """
        couple = couple or self.couple()
        if couple.state != "paired":
            raise VaultError("not_paired")
        collection, field = kind.split(".")
        place = Place(couple.id, self.person, record or uuid4(), revision, collection, field)
        body: Body = {"kind": kind, "day": day, **members}
        sealed = seal(body, place, Key(couple.key), self.device.hand)
        self.server.post(
            address, couple=couple.id, record=place.record, revision=revision,
            collection=collection, field=field, envelope=b64u(sealed.envelope), **(in_clear or {}),
        )  # fmt: skip
        self.device.remember(place, sealed.digest)
        return place.record

    def leaves(self, couple: Couple | None = None) -> list[Leaf]:
        """Passages on the table (of `couple`, or on all), oldest day first."""
        rows = [row for row in self.device.leaves.values() if row["collection"] == "leaf"]
        wanted = [row for row in rows if couple is None or row["couple"] == str(couple.id)]
        return sorted((self._leaf(row) for row in wanted), key=lambda leaf: leaf.day)

    def of(self, kind: str, joint: UUID | None = None) -> list[Leaf]:
        """Every leaf of `kind`, or those of one joint, oldest day first."""
        collection, field = kind.split(".")
        rows = [
            row
            for row in self.device.leaves.values()
            if (row["collection"], row["field"]) == (collection, field)
            and (joint is None or row.get("joint") == str(joint))
        ]
        return sorted((self._leaf(row) for row in rows), key=lambda leaf: leaf.day)

    def words_of(self, kind: str, joint: UUID) -> Leaf:
        """The words that say what a joint is; VaultError where none open that are its own."""
        found = [it for it in self.of(kind, joint) if not it.error and it.record == joint]
        if len(found) != 1:
            raise VaultError("malformed")
        return found[0]

    def agreed(self, practice: str) -> Iterator[tuple[Leaf, Leaf | None]]:
        """What is offered, its words, and the other's yes to these very words if there is one."""
        for words in self.of(f"{practice}.words"):
            if words.error or words.joint != words.record:
                continue
            said = [
                yes
                for yes in self.of(f"{practice}.yes", words.record)
                if not yes.error
                and yes.author != words.author
                and yes.body.get("about") == words.about
            ]
            yield words, said[0] if said else None

    def take_back(self, record: UUID) -> None:
        """Take my leaf from the table; the other may have read it or kept a sealed copy."""
        self.server.post(f"/table/leaves/{record}/taking-back/")

    def _leaf(self, row: Answer) -> Leaf:
        ids = [UUID(row[part]) for part in ("couple", "record", "author")]
        joint = UUID(row["joint"]) if row.get("joint") else None
        kind, revision = f"{row['collection']}.{row['field']}", row["revision"]
        name, body, digest, reason = "", {}, b"", ""
        try:
            couple, author = self.couple(ids[0]), ids[2]
            name = {self.person: self.device.name, couple.partner: couple.name}.get(author, "")
            if not name:
                raise VaultError("unknown_key")
            # A passage is laid down once and never changed; a second one in its place is nobody's.
            if row["collection"] == "leaf" and revision != 1:
                raise VaultError("malformed")
            place = Place(couple.id, author, ids[1], revision, row["collection"], row["field"])
            opened = self.device.open(row["envelope"], place, (Key(couple.key),))
            body, digest = opened.body, opened.digest
        except VaultError as error:
            shown, reason = error.shown, error.reason
            body, digest = (shown.body, shown.digest) if shown else ({}, b"")
        return Leaf(ids[0], joint, ids[1], revision, ids[2], name, kind, body, digest, reason)
