"""Promises: made, said anew, kept or let go by their author; thanks, and small repairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

from drawleaf.client.body import anew
from drawleaf.client.notebook import Record
from drawleaf.client.table import Leaf, Table


@dataclass(frozen=True)
class Promise:
    """`outcome`: "kept" or "let_go", by its author and about these very words; else ""."""

    id: UUID
    words: Leaf
    outcome: str
    thanks: list[Leaf]


@dataclass(frozen=True)
class SmallRepair:
    """Three lines, {did, landed, will}, and what the other answered to them."""

    words: Leaf
    thanks: list[Leaf]


class Promises(Table):
    def make_promise(self, day: str, **members: str) -> UUID:
        """Say to the other what I will do: {what, by?, often?}, or {when, then}."""
        record = uuid4()
        return self.lay("/promises/beginnings/", "promise.words", day, {**members}, record=record)

    def reword_promise(self, promise: Promise, day: str, **members: str) -> UUID:
        """Say mine anew; the other sees that it is the next revision.

        What is not named stays; "" takes it away.
        """
        fixed = ("kind", "day", *other_way(members))
        stands = {name: said for name, said in promise.words.body.items() if name not in fixed}
        return self.lay(
            f"/promises/{promise.id}/wording/", "promise.words", day, anew(stands, {**members}),
            record=promise.id, revision=promise.words.revision + 1,
        )  # fmt: skip

    def settle_promise(self, promise: Promise, outcome: str, day: str) -> UUID:
        """End mine: "kept" or "let_go". Said again, the last word counts."""
        said = [act.revision for act in self.of("promise.outcome", promise.id)]
        return self.lay(
            f"/promises/{promise.id}/outcome/", "promise.outcome", day,
            {"about": promise.words.about, "outcome": outcome},
            record=promise.id, revision=max(said, default=0) + 1,
        )  # fmt: skip

    def thank_for_promise(self, promise: Promise, text: str, day: str) -> UUID:
        address = f"/promises/{promise.id}/thanks/"
        members = {"about": promise.words.about, "text": text}
        return self.lay(address, "promise.thanks", day, members)

    def promises(self) -> Iterator[Promise]:
        """Every promise here whose words open, of both; the oldest day first."""
        for words in self.of("promise.words"):
            if words.error or words.joint != words.record:
                continue
            acts = [act for act in self.of("promise.outcome", words.record) if is_of(words, act)]
            said = str(acts[-1].body.get("outcome", "")) if acts else ""
            thanks = self._thanks("promise.thanks", words)
            yield Promise(words.record, words, said, thanks)

    def small_repair(
        self, did: str, landed: str, will: str, day: str, promise: Promise | None = None
    ) -> UUID:
        """What I did, how it landed on you, what I will do; about a promise, or about nothing."""
        about = {"about": promise.words.about} if promise else {}
        members = {**about, "did": did, "landed": landed, "will": will}
        return self.lay("/promises/repairs/", "promise.small-repair", day, members)

    def thank_for_repair(self, repair: SmallRepair, text: str, day: str) -> UUID:
        members = {"about": repair.words.about, "text": text}
        return self.lay("/promises/repairs/thanks/", "promise.small-repair-thanks", day, members)

    def small_repairs(self) -> list[SmallRepair]:
        found = [words for words in self.of("promise.small-repair") if not words.error]
        return [SmallRepair(it, self._thanks("promise.small-repair-thanks", it)) for it in found]

    def promise_myself(self, day: str, **members: str) -> Record:
        """The same only for me: a record of my notebook."""
        return self.keep(uuid4(), 1, "promise", day=day, **members)

    def settle_myself(self, promise: Record, outcome: str) -> Record:
        members = {name: value for name, value in promise.body.items() if name not in FIXED}
        members["outcome"] = outcome
        return self.keep(promise.record, promise.revision + 1, "promise", **members)

    def private_promises(self) -> list[Record]:
        return [it for it in self.records() if not it.error and it.body.get("type") == "promise"]

    def _thanks(self, kind: str, words: Leaf) -> list[Leaf]:
        """The other's, about this leaf; thanks to earlier words of it are thanks all the same."""
        found = [it for it in self.of(kind) if not it.error and it.author != words.author]
        return [it for it in found if names(it) == words.about[0]]


FIXED = ("kind", "type")


def other_way(said: Mapping[str, str]) -> tuple[str, ...]:
    """What a promise says that is made the other way: it gives way to all of this one."""
    if {"when", "then"} <= said.keys():
        return ("what", "by", "often")
    return ("when", "then") if "what" in said else ()


def is_of(words: Leaf, act: Leaf) -> bool:
    """Whether an act is the author's own, and names these very words."""
    return not act.error and act.author == words.author and act.body.get("about") == words.about


def names(act: Leaf) -> object:
    about = act.body.get("about")
    return about[0] if isinstance(about, list) and about else None
