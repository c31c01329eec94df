"""`Client`: a person, with notebook and tables, as a browser would have them."""

from __future__ import annotations

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
    """A passage on the table. `name` is how the keyring knows its author, not the server."""

    couple: UUID
    record: UUID
    author: UUID
    name: str
    body: Body
    error: str = ""


class Client(Renewal):
    """Everything a person does here. Sign up or in first; `sync` before reading what is new."""

    def share(self, text: str, day: str, couple: Couple | None = None) -> UUID:
        """Lay a passage on the table of the two; what is sent is exactly `text` and `day`."""
        couple = couple or self.couple()
        if couple.state != "paired":
            raise VaultError("not_paired")
        place = Place(couple.id, self.person, uuid4(), 1, "leaf", "passage")
        body: Body = {"kind": place.kind, "day": day, "text": text}
        sealed = seal(body, place, Key(couple.key), self.device.hand)
        self.server.post(
            "/table/leaves/", couple=couple.id, record=place.record, revision=1,
            collection=place.collection, field=place.field, envelope=b64u(sealed.envelope),
        )  # fmt: skip
        self.device.remember(place, sealed.digest)
        return place.record

    def leaves(self, couple: Couple | None = None) -> list[Leaf]:
        """What lies on the table (of `couple`, or on all), oldest day first."""
        rows = self.device.leaves.values()
        wanted = [row for row in rows if couple is None or row["couple"] == str(couple.id)]
        return sorted((self._leaf(row) for row in wanted), key=lambda leaf: leaf.day)

    def take_back(self, record: UUID) -> None:
        """Take my leaf from the table; the other may have read it or kept a sealed copy."""
        self.server.post(f"/table/leaves/{record}/taking-back/")

    def _leaf(self, row: Answer) -> Leaf:
        ids = [UUID(row[part]) for part in ("couple", "record", "author")]
        name, body, reason = "", {}, ""
        try:
            couple, author = self.couple(ids[0]), ids[2]
            name = {self.person: self.device.name, couple.partner: couple.name}.get(author, "")
            if not name:
                raise VaultError("unknown_key")
            # A passage is laid down once and never changed; a second one in its place is nobody's.
            if row["collection"] == "leaf" and row["revision"] != 1:
                raise VaultError("malformed")
            place = Place(
                couple.id, author, ids[1], row["revision"], row["collection"], row["field"]
            )
            body = self.device.open(row["envelope"], place, (Key(couple.key),)).body
        except VaultError as error:
            body, reason = error.shown.body if error.shown else {}, error.reason
        return Leaf(ids[0], ids[1], ids[2], name, body, reason)
