"""My notebook: records that only I can open, written and read through one server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from drawleaf.client.account import Account
from drawleaf.client.body import Body
from drawleaf.client.bytes import b64u
from drawleaf.client.envelope import seal
from drawleaf.client.errors import VaultError
from drawleaf.client.place import Place

# What an edit writes itself; that an entry was also written elsewhere is settled by it.
ANEW = ("kind", "type", "day", "text", "also")


class Words:
    """What was written, and the author's own day of it ("YYYY-MM-DD")."""

    body: Body

    @property
    def day(self) -> str:
        return str(self.body.get("day", ""))

    @property
    def text(self) -> str:
        return str(self.body.get("text", ""))


@dataclass(frozen=True)
class Record(Words):
    """One record as opened. `error` says why it is marked, or shows its place only."""

    record: UUID
    revision: int
    body: Body
    error: str = ""


class Notebook(Account):
    def sync(self) -> None:
        """Take over everything that is new to this device."""
        more = True
        while more:
            page = self.server.get("/feed/", after=self.device.cursor)
            self.device.take(page)
            more = page["more"]

    def records(self) -> Iterator[Record]:
        """Every record here, opened; a damaged one shows its place and breaks nothing."""
        for row in self.device.records.values():
            record, revision = UUID(row["record"]), row["revision"]
            try:
                place = self._place(record, revision)
                opened = self.device.open(row["envelope"], place, self.ring.own)
                yield Record(record, revision, opened.body)
            except VaultError as error:
                if error.reason == "shut":
                    raise
                body = error.shown.body if error.shown else {}
                yield Record(record, revision, body, error.reason)
        self.device.knows = True

    def entries(self) -> list[Record]:
        """My entries, oldest day first; what could not be opened comes with its reason."""
        found = [it for it in self.records() if it.error or it.body.get("type") == "entry"]
        return sorted(found, key=lambda it: it.day)

    def search(self, words: str) -> list[Record]:
        return [it for it in self.entries() if words.casefold() in it.text.casefold()]

    def add_entry(self, text: str, day: str) -> Record:
        """A new entry; `day` as "YYYY-MM-DD", the author's own."""
        return self.keep(uuid4(), 1, "entry", day=day, text=text)

    def edit(self, entry: Record, text: str, day: str | None = None) -> Record:
        """The next revision. Refusal("changed") when another device was first: both are kept.

        What else stands in the entry stays: dots, the mark of a letter.
        """
        members = {name: it for name, it in entry.body.items() if name not in ANEW}
        members |= {"day": day or entry.day, "text": text}
        return self.keep(entry.record, entry.revision + 1, "entry", **members)

    def delete(self, entry: Record) -> Record:
        """Leaves a sealed tombstone, so that other devices learn of it and nobody else does."""
        return self.keep(entry.record, entry.revision + 1, "tombstone")

    def keep(self, record: UUID, revision: int, type: str, **members: object) -> Record:
        place = self._place(record, revision)
        body: Body = {"kind": place.kind, "type": type, **members}
        sealed = seal(body, place, self.ring.current)
        envelope = b64u(sealed.envelope)
        self.server.post("/notebook/records/", record=record, revision=revision, envelope=envelope)
        row = {"record": str(record), "revision": revision, "envelope": envelope}
        self.device.records[str(record)] = row
        self.device.remember(place, sealed.digest)
        return Record(record, revision, body)

    def _place(self, record: UUID, revision: int) -> Place:
        return Place(self.person, self.person, record, revision, "notebook", "record")
