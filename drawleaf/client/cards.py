"""Cards: drawn by chance, laid before both or read aloud; a safe space; telling something."""

from __future__ import annotations

import datetime
import secrets
from collections import Counter
from dataclasses import dataclass
from uuid import UUID, uuid4

from drawleaf.client.body import Body
from drawleaf.client.errors import VaultError
from drawleaf.client.questions import READABLE, Question, Questions
from drawleaf.client.table import Leaf

SPACE, WELL = "safe_space@1/agreed", "well@1/well"
A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Card:
    """`asks` is its id, "set@version/name"; depths 1 and 2 are written, 3 and 4 read aloud."""

    asks: str
    text: str
    depth: int
    theme: str
    heavy: bool


@dataclass(frozen=True)
class SafeSpace:
    """As it stands opened, checked: what it was asked with, and what each has written."""

    words: Leaf
    question: Question
    mine: Body
    theirs: Body


@dataclass(frozen=True)
class Telling:
    """Something told, and what the one who was told it has answered."""

    words: Leaf
    replies: list[Leaf]


class Cards(Questions):
    def deck(self) -> list[Card]:
        """Every card of the server's sets, as its page carries them."""
        sets: dict[str, Body] = self.server.page("/cards/").json["sets"]
        return [
            Card(f"{of}/{name}", it["asks"], it["depth"], it["theme"], it.get("heavy", False))
            for of, each in sets.items()
            for name, it in each["questions"].items()
            if "depth" in it
        ]

    def draw_card(self, depth: int, day: str, theme: str = "") -> Card:
        """One by chance, none again before all of its depth (and theme) were used."""
        if depth > 2 and not self.is_deeper(day):
            raise VaultError("not_deeper")
        deck = [card for card in self.deck() if card.depth == depth]
        among = [card for card in deck if theme in ("", card.theme)]
        uses = self.used_cards()
        fewest = min(uses[card.asks] for card in among)
        return secrets.choice([card for card in among if uses[card.asks] == fewest])

    def used_cards(self) -> Counter[str]:
        """How often each was laid before both, or put away."""
        used = [*self.of("question.words"), *self.of("cards.drawn")]
        return Counter(str(it.body.get("asks")) for it in used if it.error in READABLE)

    def lay_card(self, asks: str, day: str) -> UUID:
        """Lay a light card before both, as a question: written by each, opened together."""
        return self.ask("cards", asks, day)

    def put_card_away(self, asks: str, day: str) -> UUID:
        """That a deep one was drawn, and nothing else of it."""
        return self.lay("/cards/drawn/", "cards.drawn", day, {"asks": asks})

    def make_safe_space(self, day: str) -> UUID:
        """Ask for one in both's own words; it takes the place of the one that stands."""
        found = self.safe_space()
        about = {"about": found.words.about} if found else {}
        address, members = "/questions/beginnings/cards/", {**about, "asks": SPACE}
        return self.lay(address, "question.words", day, members, record=uuid4())

    def safe_space(self) -> SafeSpace | None:
        """The last that both have opened. My own half takes the notebook."""
        found = [space for words in self._asked(SPACE) if (space := self._opened(words))]
        instead = [it.words.body.get("about") for it in found]
        last = [it for it in found if it.words.about not in instead]
        return max(last, key=lambda it: (it.words.day, str(it.words.record)), default=None)

    def ask_what_goes_well(self, day: str) -> UUID:
        return self.ask("cards", WELL, day)

    def say_deeper(self, day: str) -> UUID:
        """My yes: about the safe space that stands, and for this day."""
        found = self.safe_space()
        if found is None:
            raise VaultError("no_safe_space")
        return self.lay("/cards/deeper/", "cards.deeper", day, {"about": found.words.about})

    def take_deeper_back(self) -> None:
        """Back, or out: mine alone is enough."""
        for act in self.of("cards.deeper"):
            if act.author == self.person and not act.error:
                self.take_back(act.record)

    def is_deeper(self, day: str) -> bool:
        """Whether both have said yes, to the safe space that stands, on this day or beside it."""
        found = self.safe_space()
        acts = [it for it in self.of("cards.deeper") if found and is_yes(it, found.words, day)]
        return {act.author == self.person for act in acts} == {True, False}

    def tell(self, text: str, day: str) -> UUID:
        """Something I would like to tell; it asks for no answer."""
        return self.lay("/cards/tellings/", "cards.telling", day, {"text": text})

    def reply_to(self, telling: Telling, text: str, day: str) -> UUID:
        members = {"about": telling.words.about, "text": text}
        return self.lay("/cards/replies/", "cards.reply", day, members)

    def tellings(self) -> list[Telling]:
        told = [words for words in self.of("cards.telling") if not words.error]
        replies = [reply for reply in self.of("cards.reply") if not reply.error]
        return [Telling(words, [it for it in replies if answers(it, words)]) for words in told]

    def _asked(self, asks: str) -> list[Leaf]:
        """Under which words something was asked, each on the joint that bears its id."""
        found = [it for it in self.of("question.words") if it.error in READABLE]
        return [it for it in found if it.body.get("asks") == asks and it.record == it.joint]

    def _opened(self, words: Leaf) -> SafeSpace | None:
        question = self.question(words.record)
        if question.state != "open":
            return None
        try:
            theirs = self.read_question(question)
            return SafeSpace(words, question, self.my_answer(question), theirs)
        except VaultError:
            return None


def is_yes(act: Leaf, words: Leaf, day: str) -> bool:
    """Under its author's seal, about these very words, and of this day or the one beside it."""
    if act.error or act.revision != 1 or act.body.get("about") != words.about:
        return False
    now = datetime.date.fromisoformat(day)
    return act.day in {(now + beside).isoformat() for beside in (-A_DAY, A_DAY - A_DAY, A_DAY)}


def answers(reply: Leaf, words: Leaf) -> bool:
    return reply.body.get("about") == words.about and reply.author != words.author
