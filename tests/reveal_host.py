"""A host who is Bo: he has the database and Bo's whole keyring, and stands where Ana's server does.

What a server does truly is here; what he does falsely is in `reveal_lies`.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from drawleaf.client.body import write
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.device import Device
from drawleaf.client.envelope import Opened, seal, unseal
from drawleaf.client.http import Refusal
from drawleaf.client.keyring import Couple, Keyring
from drawleaf.client.keys import Hand, Key
from drawleaf.client.place import Place
from drawleaf.client.reveal import Reveal, question_of

Row = dict[str, Any]
SET = "apart@1"
TEXTS = {"kitchen": "A small thing of ours.", "weather": "What is it like between us?"}
FIELDS = {"answer": "waiting", "withdrawal": "waiting", "ahead": "ahead", "opening": "release"}
# Whoever neither of the two is opens everything of theirs with the couple's key, and marks nothing.
BLIND = Hand(uuid4(), bytes(32))


def asked(text: str) -> Row:
    """A question as a page gives it, of one line: what it asks is all that it is bound to."""
    return {"asks": text, "parts": []}


@dataclass
class Truth:
    """What Bo has bound himself to by a commitment, and when: nothing else is ever his answer."""

    answer: Row
    salt: bytes
    question: str
    revision: int
    at: int


@dataclass
class Lying:
    """What lies at one joint, as a server has it, and all that ever lay there."""

    id: UUID
    words: Row
    asks: str
    couple: Couple
    now: dict[tuple[str, str], Row] = field(default_factory=dict)
    ever: dict[tuple[str, str], list[Row]] = field(default_factory=dict)

    def put(self, who: str, what: str, row: Row) -> None:
        self.now[who, what] = row
        self.ever.setdefault((who, what), []).append(row)


class Host:
    """`lies` bends what he gives and what he answers; without any he is honest."""

    def __init__(self, chance, ana: Keyring, bo: Keyring):
        self.chance, self.ana, self.bo = chance, ana, bo
        self.joints: dict[UUID, Lying] = {}
        self.truths: dict[str, Truth] = {}
        self.sent: list[tuple[int, Row]] = []
        self.lies: Any = None
        self.clock = 0

    def begin(self, asks: str, couple: Couple, hand: Hand) -> Lying:
        """A question before both, in words of hers or his whose hand it is."""
        id = uuid4()
        self.joints[id] = Lying(id, self.words(id, asks, couple, hand), asks, couple)
        return self.joints[id]

    def words(self, id: UUID, asks: str, couple: Couple, hand: Hand, revision: int = 1) -> Row:
        place = Place(couple.id, hand.person, id, revision, "question", "words")
        body = {"kind": place.kind, "day": "2026-11-28", "asks": f"{SET}/{asks}"}
        return leaf(place, seal(body, place, Key(couple.key), hand).envelope)

    def page(self, address: str) -> Any:
        lying = self.joints[UUID(address.split("/")[2])]
        texts = {name: asked(text) for name, text in TEXTS.items()}
        page = {"given": deepcopy(self.given(lying)), "sets": {SET: {"questions": texts}}}
        if self.lies:
            self.lies.bend(lying, page)
        return SimpleNamespace(json=page)

    def given(self, lying: Lying) -> Row:
        """What a server gives Ana."""
        now = lying.now
        is_due = all((who, "commitment") in now for who in ("ana", "bo"))
        is_open = is_due and all((who, "release") in now for who in ("ana", "bo"))
        found = {what: row for (who, what), row in now.items() if who == "ana"}
        if is_due:
            found["their_commitment"] = now["bo", "commitment"]
        if is_open:
            found["their_release"] = now["bo", "release"]
        state = "open" if is_open else "due" if is_due else "before"
        return {"joint": str(lying.id), "words": lying.words, "state": state, **found}

    def post(self, address: str, **fields: Any) -> Row:
        _, _, id, verb, _ = address.split("/")
        lying, self.clock = self.joints[UUID(id)], self.clock + 1
        rows = self.posted(lying, verb, fields)
        self.sent += [(self.clock, row) for row in rows]
        keep = partial(self.keep, lying, verb, rows)
        return self.lies.answer(lying, verb, keep) if self.lies else keep()

    def posted(self, lying: Lying, verb: str, fields: Row) -> list[Row]:
        """What Ana has sent, as rows."""
        revision, name = fields.get("revision", 1), FIELDS[verb]
        own = {"record": str(lying.id), "revision": revision, "field": name}
        sealed = fields.get("waiting") or fields["envelope"]
        rows = [own | {"envelope": sealed}] if verb != "opening" else []
        if shared := fields.get("commitment") or (verb == "opening" and fields["envelope"]):
            couple = next(it for it in self.ana.couples if Key(it.key).id == unb64u(shared)[1:9])
            what = "commitment" if verb == "answer" else "release"
            place = Place(couple.id, self.ana.person, lying.id, revision, "reveal", what)
            rows.append(leaf(place, unb64u(shared)))
        return rows

    def keep(self, lying: Lying, verb: str, rows: list[Row]) -> Row:
        """The first ahead and the first release stay; nothing waits of what is withdrawn."""
        before = lying.now.get(("ana", FIELDS[verb]))
        if verb == "ahead" and before and before["envelope"] != rows[0]["envelope"]:
            raise Refusal(409, {"reason": "changed", "current": before})
        if verb == "opening" and before:
            return {}
        if verb == "withdrawal":
            lying.now.pop(("ana", "commitment"), None)
        for row in rows:
            lying.put("ana", row["field"], row)
        return {}

    def bind(self, lying: Lying, text: str, question: str = "") -> None:
        """Bo writes and is bound, by another commitment than before where there was one."""
        question = question or question_of(f"{SET}/{lying.asks}", TEXTS[lying.asks])
        revision = len(lying.ever.get(("bo", "commitment"), [])) + 1
        reveal = Reveal(Device(), self.bo, self.of_bo(lying.couple), lying.id)
        self.clock += 1
        truth = Truth({"text": text}, self.chance.randbytes(32), question, revision, self.clock)
        bound = reveal.bind(question, revision, truth.answer, salt=truth.salt)
        self.truths[b64u(bound.commitment.digest)] = truth
        place = Place(lying.couple.id, self.bo.person, lying.id, revision, "reveal", "commitment")
        lying.put("bo", "commitment", leaf(place, bound.commitment.envelope))

    def press(self, lying: Lying) -> None:
        """Bo opens what he is bound to, for what Ana is bound to."""
        mine, hers = (self.opens(lying.now.get((who, "commitment"))) for who in ("bo", "ana"))
        if mine and hers and (truth := self.truths.get(b64u(mine.digest))):
            lying.put("bo", "release", self.release(lying, truth, mine.digest, hers.digest))

    def release(self, lying: Lying, truth: Truth, own: bytes, partner: bytes) -> Row:
        body = {"salt": b64u(truth.salt), "answer": write(truth.answer).decode(),
                "own": b64u(own), "partner": b64u(partner)}  # fmt: skip
        return self.forge(lying, "release", truth.revision, body)

    def forge(self, lying: Lying, what: str, revision: int, body: Row, author=None) -> Row:
        """Anything under the couple's key and in anybody's name, with such tags as Bo can make."""
        place = Place(lying.couple.id, author or self.bo.person, lying.id, revision, "reveal", what)
        hand = Hand(place.author, self.bo.hand("reveal").tag_key)
        body = {"kind": place.kind, **body}
        return leaf(place, seal(body, place, Key(lying.couple.key), hand).envelope)

    def opens(self, row: Row | None) -> Opened | None:
        """What the keys of the two open at the place that a row names; None where they do not."""
        try:
            couple = next(it for it in self.bo.couples if str(it.id) == row["couple"])
            return unseal(unb64u(row["envelope"]), placed(row), [Key(couple.key)], BLIND)
        except Exception:
            return None

    def of_bo(self, couple: Couple) -> Couple:
        return self.bo.couple(couple.id)


def leaf(place: Place, envelope: bytes) -> Row:
    return {
        "couple": str(place.scope), "joint": str(place.record), "author": str(place.author),
        "record": str(place.record), "revision": place.revision,
        "collection": place.collection, "field": place.field, "envelope": b64u(envelope),
    }  # fmt: skip


def placed(row: Row) -> Place:
    scope, author, record = (UUID(row[part]) for part in ("couple", "author", "record"))
    return Place(scope, author, record, row["revision"], row["collection"], row["field"])
