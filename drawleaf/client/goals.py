"""Goals: what the two are on their way to, and what each carries of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from drawleaf.client.body import anew
from drawleaf.client.table import Leaf, Table

AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,11})\.[0-9]{2}")
CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True)
class Goal:
    """`leaves`: what opened and belongs to it. Whose a contribution is, nobody asks."""

    id: UUID
    words: Leaf
    leaves: tuple[Leaf, ...]

    @property
    def what(self) -> str:
        return str(self.words.body.get("what", ""))

    @property
    def amount(self) -> Decimal | None:
        return amount_of(self.words)

    @property
    def sums(self) -> dict[str, Decimal]:
        """What both have put aside, by currency and exact."""
        sums: dict[str, Decimal] = {}
        for leaf in self.of("contribution"):
            currency, amount = str(leaf.body.get("currency", "")), amount_of(leaf)
            if amount is not None and CURRENCY.fullmatch(currency):
                sums[currency] = sums.get(currency, Decimal(0)) + amount
        return sums

    @property
    def steps(self) -> dict[UUID, bool]:
        """Each step by its record: whether its author has said that it is done."""
        return {step.record: step.body.get("done") is True for step in self.of("step")}

    @property
    def ended(self) -> str:
        """What an act about these very words says, "reached" or "let_go"; empty without one."""
        acts = [leaf for leaf in self.of("ending") if leaf.body["about"] == self.words.about]
        how = str(acts[0].body.get("how", "")) if acts else ""
        return how if how in ("reached", "let_go") else ""

    def of(self, field: str) -> list[Leaf]:
        return [leaf for leaf in self.leaves if leaf.kind == f"goal.{field}"]


class Goals(Table):
    def begin_goal(self, what: str, day: str, *, sort: str = "own", **more: str) -> UUID:
        """`more`: why, amount ("1250.00") and currency ("EUR")."""
        members = {"sort": sort, "what": what, **more}
        return self.lay("/goals/beginnings/", "goal.words", day, members)

    def reword_goal(self, goal: UUID, what: str, day: str, **more: str) -> UUID:
        """Say it anew; only who began it, and both see that it was.

        What `more` does not name stays; "" takes it away.
        """
        words = self.words_of("goal.words", goal)
        stands = {name: said for name, said in words.body.items() if name not in ("kind", "day")}
        return self.lay(
            f"/goals/{goal}/wording/", "goal.words", day, anew(stands, {"what": what, **more}),
            record=goal, revision=words.revision + 1,
        )  # fmt: skip

    def bring(self, goal: UUID, text: str, day: str) -> UUID:
        """What I bring, or what I bring instead."""
        mine = [leaf for leaf in self.of("goal.bring", goal) if leaf.author == self.person]
        return self._lay(goal, "bring", day, *mine[:1], text=text)

    def take_step(self, goal: UUID, text: str, day: str, by: str = "") -> UUID:
        """A step for myself; nobody gives one to the other."""
        return self._lay(goal, "step", day, text=text, **({"by": by} if by else {}))

    def step_done(self, goal: UUID, step: UUID, day: str, done: bool = True) -> UUID:
        (leaf,) = [leaf for leaf in self.of("goal.step", goal) if leaf.record == step]
        said = {name: value for name, value in leaf.body.items() if name in ("text", "by")}
        return self._lay(goal, "step", day, leaf, **said, done=done)

    def contribute(self, goal: UUID, amount: Decimal, currency: str, day: str) -> UUID:
        """Shown to both in one sum, without a name; each is a record of its own."""
        spelled = str(amount.quantize(Decimal("0.01")))
        if Decimal(spelled) != amount or amount <= 0 or not AMOUNT.fullmatch(spelled):
            raise ValueError("An amount is above nothing, and has two decimals at most.")
        return self._lay(goal, "contribution", day, amount=spelled, currency=currency)

    def say_hard(self, goal: UUID, text: str, day: str) -> UUID:
        return self._lay(goal, "hard", day, text=text)

    def celebrate(self, goal: UUID, text: str, day: str) -> UUID:
        return self._lay(goal, "moment", day, text=text)

    def rest_goal(self, goal: UUID, day: str, until: str) -> UUID:
        return self._lay(goal, "rest", day, until=until)

    def end_goal(self, goal: UUID, how: str, day: str) -> UUID:
        """`how`: "reached" or "let_go"; over for both, without a reason."""
        words = self.words_of("goal.words", goal)
        members = {"about": words.about, "how": how}
        return self.lay(f"/goals/{goal}/ending/", "goal.ending", day, members)

    def goals(self) -> Iterator[Goal]:
        """Every goal here whose words open, with the leaves that are its own."""
        for words in self.of("goal.words"):
            if words.error or words.joint != words.record:
                continue
            found = [
                leaf
                for field in ("bring", "step", "contribution", "hard", "moment", "rest", "ending")
                for leaf in self.of(f"goal.{field}", words.record)
                if not leaf.error and is_about(leaf, words)
            ]
            yield Goal(words.record, words, tuple(found))

    def _lay(self, goal: UUID, field: str, day: str, *before: Leaf, **members: object) -> UUID:
        words = self.words_of("goal.words", goal)
        return self.lay(
            f"/goals/{goal}/leaves/", f"goal.{field}", day, {"about": words.about, **members},
            record=before[0].record if before else None,
            revision=before[0].revision + 1 if before else 1,
        )  # fmt: skip


def is_about(leaf: Leaf, words: Leaf) -> bool:
    """Whether its author meant this goal, under their own seal; a host can only carry it about."""
    about = leaf.body.get("about")
    return isinstance(about, list) and about[:1] == words.about[:1]


def amount_of(leaf: Leaf) -> Decimal | None:
    text = leaf.body.get("amount")
    return Decimal(text) if isinstance(text, str) and AMOUNT.fullmatch(text) else None
