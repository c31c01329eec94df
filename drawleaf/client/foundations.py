"""Foundations: my own months, what trust looks like to me, and a wish of it laid on the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

from drawleaf.client.errors import VaultError
from drawleaf.client.notebook import Record
from drawleaf.client.table import Leaf, Table

FOUNDATIONS = ("consistency", "transparency", "accountability", "boundaries")
MEMBERS = tuple(f"{name}{end}" for name in FOUNDATIONS for end in ("", "_line"))
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
DAY = re.compile(MONTH.pattern + r"-(0[1-9]|[12][0-9]|3[01])")
SAYS = ("thanks", "talk")

Said = dict[str, int | str]


@dataclass(frozen=True)
class Month:
    """`said`: dots of 1 to 5 by foundation, lines by `<foundation>_line`; `twins` say it too."""

    month: str
    said: Said
    record: Record
    twins: tuple[Record, ...] = ()


@dataclass(frozen=True)
class Wish:
    """A wish, and the other's answers to these very words."""

    words: Leaf
    answers: list[Leaf]


class Foundations(Table):
    def keep_month(self, day: str, **said: int | str) -> Record:
        """All that is said of the month of `day`, in place of what stood: dots, and lines."""
        if not DAY.fullmatch(day):
            raise VaultError("no_day")
        given = {name: it.strip() if isinstance(it, str) else it for name, it in said.items()}
        words = said_in(given)
        if not words or words != given:
            raise VaultError("no_month")
        there = next((it for it in self.months() if it.month == day[:7]), None)
        record, revision = (there.record.record, there.record.revision) if there else (uuid4(), 0)
        kept = self.keep(record, revision + 1, "foundations", day=day, month=day[:7], **words)
        for twin in there.twins if there else ():
            self.delete(twin)
        return kept

    def months(self) -> list[Month]:
        """The latest first. What two devices have written of one is one again."""
        months: dict[str, Month] = {}
        for it in sorted(self._of_type("foundations"), key=lambda it: it.day):
            month, said = str(it.body.get("month", "")), said_in(it.body)
            if MONTH.fullmatch(month):
                before = months.get(month)
                twins = (*before.twins, before.record) if before else ()
                both = in_both(before.said, said) if before else said
                months[month] = Month(month, both, it, twins)
        return sorted(months.values(), key=lambda it: it.month, reverse=True)

    def hope(self, foundation: str, what: str, day: str, example: str = "") -> Record:
        """Keep what I hope to count on; `example` is the id of the one that it is."""
        if foundation not in FOUNDATIONS or not what.strip():
            raise VaultError("no_hope")
        named = {"example": example} if example else {}
        members = {"day": day, "foundation": foundation, "what": what.strip(), **named}
        return self.keep(uuid4(), 1, "trust", **members)

    def hopes(self) -> list[Record]:
        """An example that was marked on two devices stands once."""
        found: dict[object, Record] = {}
        for it in self._of_type("trust"):
            example = it.body.get("example")
            found[(it.body.get("foundation"), example) if example else it.record] = it
        return [it for it in found.values() if it.body.get("what")]

    def offer_wish(self, what: str, day: str) -> UUID:
        """Lay it on the table as a wish: no rule, owed by nobody."""
        return self.lay("/foundations/wishes/", "foundations.wish", day, {"text": what})

    def answer_wish(self, wish: Wish, answer: str, day: str) -> UUID:
        """To the other's: "thanks", or "talk" for *can we talk about it?*"""
        if answer not in SAYS or wish.words.author == self.person:
            raise VaultError("no_reply")
        members = {"about": wish.words.about, "answer": answer}
        return self.lay("/foundations/wishes/answers/", "foundations.wish-answer", day, members)

    def wishes(self) -> list[Wish]:
        answers = self.of("foundations.wish-answer")
        wishes = [it for it in self.of("foundations.wish") if not it.error]
        return [Wish(it, [each for each in answers if answers_to(each, it)]) for it in wishes]

    def _of_type(self, type: str) -> list[Record]:
        return [it for it in self.records() if not it.error and it.body.get("type") == type]


def said_in(members: Said) -> Said:
    """What is said of a month among `members`, in the order of the four."""
    return {name: members[name] for name in MEMBERS if is_said(name, members.get(name))}


def is_said(name: str, value: object) -> bool:
    if name.endswith("_line"):
        return isinstance(value, str) and bool(value.strip())
    return type(value) is int and 1 <= value <= 5


def in_both(older: Said, newer: Said) -> Said:
    """The newer dots, and the lines of both."""
    lines: Said = {
        name: in_one(line, str(newer[name]))
        for name, line in older.items()
        if isinstance(line, str) and name in newer
    }
    return said_in(older | newer | lines)


def in_one(older: str, newer: str) -> str:
    """Words written one after the other without sight of each other: none gives way."""
    if newer.startswith(older):
        return newer
    return older if newer in older else f"{older}\n\n{newer}"


def answers_to(answer: Leaf, wish: Leaf) -> bool:
    """Under the other's seal, about these very words: nobody answers their own wish."""
    is_about = not answer.error and answer.body.get("about") == wish.about
    return is_about and answer.author != wish.author and answer.body.get("answer") in SAYS
