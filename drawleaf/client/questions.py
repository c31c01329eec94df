"""Questions: asked by one, answered by both, opened by each, read by both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from drawleaf.client.body import Body
from drawleaf.client.bytes import b64u
from drawleaf.client.device import is_leaf, is_record
from drawleaf.client.envelope import Sealed, Seen
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Answer, Refusal
from drawleaf.client.reveal import Reveal, question_of
from drawleaf.client.table import Leaf, Table

# Which question it is, words of mine from before my keys changed still say: the answers bind to it.
READABLE = ("", "from_before")
STATES = ("before", "due", "open", "over")


def lines_of(question: Answer) -> list[tuple[str, str]]:
    """All that is asked, line by line: how it can be answered, and the words.

    KeyError, TypeError, AttributeError where it is no question.
    """
    lines = [("", question["asks"])]
    for part in question["parts"]:
        lines.append((f"{part['name']} {part.get('kind', 'words')} ", part["asks"]))
        lines += [(f"{choice} ", words) for choice, words in part.get("choices", {}).items()]
        lines += [("", end) for end in part.get("ends", [])]
    return lines


def whole_text(question: Answer) -> str:
    """What an answer is bound to, as it stands on view: so nobody can show another question."""
    return "\n".join(how + words for how, words in lines_of(question))


@dataclass(frozen=True)
class Question:
    """One as its page gives it. `asks` is "set@version/name", `text` what one reads,
    `bound_to` what an answer is bound to, `parts` the names of its parts.

    `state`: before | due | open | over.
    """

    id: UUID
    couple: UUID
    state: str
    asks: str
    text: str
    bound_to: str
    parts: tuple[str, ...]
    given: Answer


def belongs(reply: Leaf, words: Leaf, joint: UUID) -> bool:
    """Whether it was said to these words, and of this joint: weeks of one time share their words.

    One from before the joint was named with it is of the joint that the words themselves began.
    """
    body, own = reply.body, b64u(joint.bytes)
    is_of_joint = body["joint"] == own if "joint" in body else words.record == joint
    return is_of_joint and body.get("about") == words.about


def misplaced(leaf: Leaf) -> Leaf:
    return replace(leaf, body={}, error="misplaced")


class Questions(Table):
    def ask(self, practice: str, asks: str, day: str) -> UUID:
        """Lay a question before both; `asks` is "set@version/name" of that practice."""
        address, record = f"/questions/beginnings/{practice}/", uuid4()
        return self.lay(address, "question.words", day, {"asks": asks}, record=record)

    def question(self, id: UUID) -> Question:
        """As it is now. What it asks stands in words under the seal of who asked."""
        page = self.server.page(f"/questions/{id}/").json
        state = page["given"].get("state")
        given = {name: row for name, row in page["given"].items() if is_record(row)}
        if state not in STATES or not is_leaf(given.get("words")):
            raise VaultError("malformed")
        words = self._leaf(given["words"])
        if words.error not in READABLE:
            raise VaultError(words.error)
        asks = str(words.body.get("asks", ""))
        of_set, _, name = asks.partition("/")
        try:
            asked = page["sets"][of_set]["questions"][name]
            text = "\n".join(words for _, words in lines_of(asked) if words)
            bound_to = question_of(asks, whole_text(asked))
            parts = tuple(str(part["name"]) for part in asked["parts"])
        except (KeyError, TypeError, AttributeError):
            raise VaultError("other_question") from None
        return Question(id, words.couple, state, asks, text, bound_to, parts, given)

    def answer_question(self, question: Question, answer: Body) -> None:
        """Keep an answer, or another in place of mine: {part: words, or a number of dots}."""
        bound = self._reveal(question).bind(question.bound_to, self._next(question), answer)
        self._post(
            question, "answer", revision=bound.revision,
            waiting=b64u(bound.waiting.envelope), commitment=b64u(bound.commitment.envelope),
        )  # fmt: skip
        self._reveal(question).remember(bound.revision, "waiting", bound.waiting)

    def my_answer(self, question: Question) -> Body:
        """What I have kept; VaultError("withdrawn") where it is nothing any more."""
        if "waiting" not in question.given:
            raise VaultError("withdrawn")
        return self._reveal(question).waiting(question.given["waiting"]).answer

    def withdraw_answer(self, question: Question) -> None:
        revision = self._next(question)
        sealed = self._reveal(question).withdraw(revision)
        self._post(question, "withdrawal", revision=revision, waiting=b64u(sealed.envelope))
        self._reveal(question).remember(revision, "waiting", sealed)

    def open_question(self, question: Question) -> None:
        """My press of Open, on what I have read again; it opens once both have pressed."""
        given, reveal = question.given, self._reveal(question)
        if not {"waiting", "their_commitment"} <= given.keys():
            raise VaultError("not_opened")
        waiting, theirs = reveal.waiting(given["waiting"]), given["their_commitment"]
        ahead = self._acknowledged(question, reveal.ahead(waiting, question.bound_to, theirs))
        release = reveal.release(waiting, ahead, theirs)
        self._post(question, "opening", revision=waiting.revision, envelope=b64u(release.envelope))

    def read_question(self, question: Question) -> Body:
        """What the other has opened for me; VaultError, its words in `shown`, if it is false."""
        given = question.given
        if question.state != "open":
            raise VaultError("not_opened")
        if not {"their_commitment", "their_release"} <= given.keys():
            raise VaultError("taken_back")
        return self._reveal(question).opened(
            question.bound_to, given.get("ahead"), given.get("release"),
            given["their_commitment"], given["their_release"],
        )  # fmt: skip

    def reply(self, question: Question, text: str, day: str) -> UUID:
        """A word to what the other has opened."""
        words = self._leaf(question.given["words"])
        if words.error:
            raise VaultError(words.error)
        members = {"about": words.about, "joint": b64u(question.id.bytes), "text": text}
        return self.lay(f"/questions/{question.id}/replies/", "question.reply", day, members)

    def replies(self, question: Question) -> list[Leaf]:
        """What was said to it; of what a server has laid here from elsewhere, no words."""
        words = self._leaf(question.given["words"])
        return [
            each if not each.body or belongs(each, words, question.id) else misplaced(each)
            for each in self.of("question.reply", question.id)
        ]

    def _acknowledged(self, question: Question, ahead: Sealed) -> Answer:
        """`ahead` as the server holds it: there is one for ever, and it may be there by now."""
        sent = {"revision": 1, "envelope": b64u(ahead.envelope)}
        try:
            self._post(question, "ahead", envelope=sent["envelope"])
        except Refusal as refused:
            if not is_record(refused.body.get("current")):
                raise
            return dict(refused.body["current"])
        return sent

    def _next(self, question: Question) -> int:
        """The revision in place of what `question` has of mine.

        VaultError("said_since") where this device has seen a later one: that stands, unread.
        """
        there = int(question.given.get("waiting", {"revision": 0})["revision"])
        seen: Seen | None = self._reveal(question).seen("waiting")
        if seen and seen.revision > there:
            raise VaultError("said_since")
        return there + 1

    def _reveal(self, question: Question) -> Reveal:
        return Reveal(self.device, self.ring, self.couple(question.couple), question.id)

    def _post(self, question: Question, what: str, **fields: object) -> None:
        self.server.post(f"/questions/{question.id}/{what}/", **fields)
