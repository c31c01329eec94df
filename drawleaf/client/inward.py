"""Looking inward: what I answer of what can stand between two, and a letter that is not sent."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid4

from drawleaf.client.body import Body
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.client.notebook import Notebook, Record

LETTER = "A letter that is not sent"


@dataclass(frozen=True)
class Exploration:
    """As the server's page carries it: by family its name, and each sentence by its own."""

    set: str
    answers: tuple[str, ...]
    names: dict[str, str]
    asks: dict[str, dict[str, str]]


class Inward(Notebook):
    def exploration(self) -> Exploration:
        carried: Body = self.server.page("/notebook/").json["exploration"]
        families = {name: it for name, it in carried.items() if name not in ("set", "rules")}
        return Exploration(
            carried["set"],
            tuple(carried["rules"]["leans"]),
            {name: it["name"] for name, it in families.items()},
            {name: asked_in(it) for name, it in families.items()},
        )

    def keep_exploration(
        self,
        family: str,
        day: str,
        answers: Mapping[str, str],
        words: Mapping[str, str] | None = None,
        *,
        next: str = "",
        before: Record | None = None,
    ) -> Record:
        """Keep one sitting: answers, and own words, each by its question.

        `next` is where it goes on another day; `before` is the half one that this goes on from.
        """
        carried, said = self.exploration(), dict(words or {})
        known = carried.asks.get(family, {}).keys()
        asked = {*answers, *said, *([next] if next else [])}
        is_known = asked <= known and set(answers.values()) <= set(carried.answers)
        if not answers and not said or not is_known or not all(it.strip() for it in said.values()):
            raise VaultError("no_answer")
        kept = self.keep(
            uuid4(), 1, "exploration", day=day, set=carried.set, family=family,
            answers=dict(answers), words=said, **({"next": next} if next else {}),
        )  # fmt: skip
        if before:
            # Changed elsewhere meanwhile: then it stays beside the new one.
            with suppress(Refusal):
                self.delete(before)
        return kept

    def explorations(self, family: str = "") -> list[Record]:
        """Mine, of one family or of all, the latest last."""
        found = (it for it in self.records() if not it.error)
        mine = [it for it in found if it.body.get("type") == "exploration"]
        of_family = [it for it in mine if family in ("", it.body.get("family"))]
        return sorted(of_family, key=lambda it: it.day)

    def write_letter(self, text: str, day: str) -> Record:
        """An entry under a heading of its own. It goes nowhere."""
        if not text.strip():
            raise VaultError("no_letter")
        words = f"# {LETTER}\n\n{text}"
        return self.keep(uuid4(), 1, "entry", day=day, text=words, unsent=True)


def asked_in(family: Body) -> dict[str, str]:
    groups = family["groups"].values()
    return {name: str(asks) for each in groups for name, asks in each["questions"].items()}
