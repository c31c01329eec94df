"""Rituals: offered, agreed, marked day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from drawleaf.client.body import Body, anew
from drawleaf.client.keys import tick_record
from drawleaf.client.table import Leaf, Table

MARK = ("kind", "day", "done")


@dataclass(frozen=True)
class Ritual:
    """`yes`: the other's act, if it is about these very words; without it nothing is agreed."""

    id: UUID
    words: Leaf
    yes: Leaf | None

    @property
    def name(self) -> str:
        return str(self.words.body.get("name", ""))


def beside_mark(mark: Leaf) -> Body:
    """The words beside it: all that it says but itself."""
    return {name: said for name, said in mark.body.items() if name not in MARK}


def is_set(mark: Leaf) -> bool:
    return mark.body.get("done") is True


class Rituals(Table):
    def offer_ritual(
        self, name: str, day: str, *, sort: str = "own", after: str = "", when: str = "day"
    ) -> UUID:
        """Offer one to the other; it begins when they say yes."""
        members = {"sort": sort, "name": name, "after": after, "when": when}
        return self.lay("/rituals/proposals/", "ritual.words", day, members)

    def agree_to_ritual(self, ritual: UUID, day: str) -> UUID:
        words = self.words_of("ritual.words", ritual)
        address = f"/rituals/{ritual}/agreement/"
        return self.lay(address, "ritual.yes", day, {"about": words.about})

    def rituals(self) -> Iterator[Ritual]:
        """Every ritual here whose words open, with the other's yes to them if there is one."""
        for words, yes in self.agreed("ritual"):
            yield Ritual(words.record, words, yes)

    def tick(self, ritual: UUID, day: str, done: bool = True, **words: str) -> UUID:
        """Mark a day of mine, or unmark it; `words` beside the mark are for both.

        Marked again it keeps what is not said anew; unmarked, its words go with it.
        """
        record = tick_record(self.couple().key, ritual, self.person, day)
        mine = self.my_mark(ritual, day)
        stands = beside_mark(mine) if done and mine and is_set(mine) and not mine.error else {}
        return self.lay(
            f"/rituals/{ritual}/ticks/", "ritual.tick", day, {"done": done, **anew(stands, words)},
            record=record, revision=mine.revision + 1 if mine else 1,
        )  # fmt: skip

    def my_mark(self, ritual: UUID, day: str) -> Leaf | None:
        """Mine of a day, set or unset; None where there was never one."""
        record = tick_record(self.couple().key, ritual, self.person, day)
        mine = [leaf for leaf in self.of("ritual.tick", ritual) if leaf.record == record]
        return mine[0] if mine else None

    def ticked(self, ritual: UUID) -> set[str]:
        """The days that either of the two has marked; whose marks they are is not asked."""
        found = [it for it in self.of("ritual.tick", ritual) if not it.error]
        key = self.couple(found[0].couple).key if found else b""
        return {
            leaf.day
            for leaf in found
            if is_set(leaf) and leaf.record == tick_record(key, ritual, leaf.author, leaf.day)
        }

    def answer_tick(self, tick: Leaf, text: str, day: str) -> UUID:
        address = f"/rituals/{tick.joint}/answers/"
        return self.lay(address, "ritual.answer", day, {"about": tick.about, "text": text})

    def rest_ritual(self, ritual: UUID, day: str, until: str) -> UUID:
        members = {"about": self.words_of("ritual.words", ritual).about, "until": until}
        return self.lay(f"/rituals/{ritual}/rests/", "ritual.rest", day, members)

    def renew_ritual(self, ritual: UUID) -> None:
        """That I would like it to go on. The other never learns of it before wishing the same."""
        self.server.post(f"/rituals/{ritual}/renewal/")

    def end_ritual(self, ritual: UUID) -> None:
        self.server.post(f"/rituals/{ritual}/ending/")
