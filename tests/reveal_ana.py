"""Ana at her client before a host who is Bo, and the book that is kept of her: what must hold.

She keeps, changes and withdraws answers, reads hers again, presses Open where the page says so, and
reads what he has opened. Nothing may break her client but a refusal with its reason.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

import httpx
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from drawleaf.client.body import read
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.client import Client
from drawleaf.client.device import Device
from drawleaf.client.envelope import unseal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.client.keys import Key
from drawleaf.client.place import Place
from drawleaf.client.questions import Question
from tests.reveal_host import BLIND, Host, Lying, Row

WORDS = re.compile(r"ana, word \d+")


@dataclass
class Press:
    """What stood on view as Ana pressed Open."""

    on: Question
    words: str

    @property
    def theirs(self) -> Row:
        return self.on.given["their_commitment"]


@dataclass
class Book:
    """`newest`: by joint, the last revision of hers that her device knows of."""

    said: dict[str, tuple[UUID, int, str, UUID]] = field(default_factory=dict)
    newest: dict[UUID, int] = field(default_factory=dict)
    opened_for: dict[UUID, tuple[str, str, int]] = field(default_factory=dict)
    press: Press | None = None
    read: int = 0


class Ana:
    def __init__(self, host: Host, counts: Counter[str]):
        self.host, self.ring, self.counts = host, host.ana, counts
        self.book, self.words = Book(), 0
        self.client = self.at(Device(name="Ana", couples=self.ring.couples))

    def at(self, device: Device) -> Client:
        client = Client("http://localhost", httpx.BaseTransport(), device)
        client.server = self.host
        client._install(self.ring)
        return client

    def act(self, lying: Lying) -> None:
        acts = [self.writes, self.withdraws, self.looks, self.presses, self.reads]
        has_opened = ("ana", "release") in lying.now
        how_likely = [1, 1, 1, 3, 12] if has_opened else [5, 1, 2, 9, 1]
        if ("ana", "waiting") not in lying.now:
            how_likely = [9, 1, 1, 1, 1]
        [act] = self.host.chance.choices(acts, how_likely)
        if self.host.chance.random() < 0.08:
            self.comes_back_another_day()
        try:
            act(lying)
        except VaultError as refused:
            self.counts[f"refused: {refused.reason}"] += 1
        except Refusal as refused:
            self.counts[f"answered: {refused.reason}"] += 1
        self.watch()

    def comes_back_another_day(self) -> None:
        self.client.lock()
        kept = json.loads(json.dumps(self.client.device.kept()))
        self.client = self.at(Device.from_kept(kept))

    def question(self, lying: Lying) -> Question:
        question = self.client.question(lying.id)
        assert question.state in ("before", "due", "open", "over")
        words = question.given["words"]
        genuine = words["author"] != str(self.ring.person) or words == lying.words
        assert genuine, "a question in her name that she has not asked"
        return question

    def writes(self, lying: Lying) -> None:
        question = self.question(lying)
        self.words += 1
        text, before = f"ana, word {self.words}", len(self.host.sent)
        try:
            self.client.answer_question(question, {"text": text})
        finally:
            for _, row in self.host.sent[before:]:
                if row["field"] == "commitment":
                    self.said[text] = (lying.id, row["revision"], question.bound_to, row)
                    assert row["revision"] > self.book.newest.get(lying.id, 0), "said over again"
        self.book.newest[lying.id] = self.said[text][1]

    @property
    def said(self) -> dict:
        return self.book.said

    def withdraws(self, lying: Lying) -> None:
        question = self.question(lying)
        self.client.withdraw_answer(question)
        self.book.newest[lying.id] = self.host.sent[-1][1]["revision"]

    def looks(self, lying: Lying) -> None:
        self.mine(self.question(lying))

    def mine(self, question: Question) -> str:
        """Her own words as they stand on view: the newest that this device knows of."""
        text = self.client.my_answer(question)["text"]
        joint, revision, _, row = self.said[text]
        assert joint == question.id and row["couple"] == str(question.couple)
        assert revision >= self.book.newest.get(joint, 0), "an older answer, or a withdrawn one"
        self.book.newest[joint] = revision
        return text

    def presses(self, lying: Lying) -> None:
        question = self.question(lying)
        text = self.mine(question)
        if question.state != "due":
            return
        self.book.press = Press(question, text)
        try:
            self.client.open_question(question)
            self.counts["presses that were taken"] += 1
        finally:
            self.watch()
            self.book.press = None

    def reads(self, lying: Lying) -> None:
        """A true opening is read, any other is refused or marked."""
        question = self.question(lying)
        due = self.true_answer(lying, question)
        try:
            answer = self.client.read_question(question)
        except VaultError as refused:
            self.counts["false openings marked"] += question.state == "open"
            self.counts["of them shown, marked"] += refused.shown is not None
            if due is not None and not self.has_seen_otherwise(question):
                raise AssertionError("a true opening is not read") from refused
            raise
        assert answer == due, "a false opening is not marked"
        self.counts["true openings read"] += 1

    def true_answer(self, lying: Lying, question: Question) -> Row | None:
        """What Bo was bound to when Ana opened for it, if that is what lies here."""
        try:
            return self._true_answer(lying, question)
        except (KeyError, TypeError, ValueError, AttributeError, AssertionError, VaultError):
            return None

    def _true_answer(self, lying, question):
        given, me = question.given, self.ring.person
        assert question.state == "open"
        mine = given["release"]
        assert mine["envelope"] in [row["envelope"] for row in lying.ever["ana", "release"]]
        faced = self.shared(mine, question, "release", me).body
        if given.get("ahead"):
            # A program knows where it lies; what else a row says of itself is nothing to it.
            ahead = self.own({**given["ahead"], "record": str(lying.id), "field": "ahead"})
            assert ahead["couple"] == b64u(question.couple.bytes)
            assert (ahead["own"], ahead["partner"]) == (faced["own"], faced["partner"])
        first, said = (self.shared(given[f"their_{what}"], question, what)
                       for what in ("commitment", "release"))  # fmt: skip
        truth = self.host.truths[faced["partner"]]
        revisions = {given[f"their_{what}"]["revision"] for what in ("commitment", "release")}
        assert revisions == {truth.revision} and truth.question == question.bound_to
        assert b64u(first.digest) == faced["partner"] == said.body["own"]
        assert said.body["partner"] == faced["own"] and said.body["salt"] == b64u(truth.salt)
        assert read(said.body["answer"].encode()) == truth.answer
        if lying.id in self.book.opened_for:
            own, partner, at = self.book.opened_for[lying.id]
            assert (own, partner) == (faced["own"], faced["partner"]) and truth.at < at
        return truth.answer

    def shared(self, row, question, what, author=None):
        """As a program reads it that knows where his halves, or hers, would lie."""
        author, couple = author or self.host.bo.person, self.ring.couple(question.couple)
        place = Place(couple.id, author, question.id, row["revision"], "reveal", what)
        return unseal(unb64u(row["envelope"]), place, [Key(couple.key)], BLIND)

    def own(self, row: Row) -> Row:
        me = self.ring.person
        place = Place(me, me, UUID(row["record"]), row["revision"], "reveal", row["field"])
        return unseal(unb64u(row["envelope"]), place, self.ring.own).body

    def has_seen_otherwise(self, question: Question) -> bool:
        """Whether he has shown this device another thing in the same place before."""
        given, seen = question.given, self.client.device.seen
        for what in ("commitment", "release"):
            row = given[f"their_{what}"]
            opened = self.shared(row, question, what)
            place = f"{question.couple} {self.host.bo.person} {question.id} reveal.{what}"
            known = seen.get(place)
            if known and (known.revision, known.digest) != (row["revision"], opened.digest):
                return True
        return False

    def watch(self) -> None:
        """Everything she has sent, with all the keys that Bo has."""
        for at, row in self.host.sent[self.book.read :]:
            if row["field"] in ("waiting", "ahead"):
                self.stays_shut(row)
            else:
                body = self.host.opens(row).body
                if row["field"] == "release":
                    self.is_for_what_she_saw(at, row, body)
                else:
                    assert not WORDS.search(json.dumps(body)), "her words before her press"
        self.book.read = len(self.host.sent)

    def stays_shut(self, row: Row) -> None:
        """Not with the couple's key, not with his own, whatever he says they are called."""
        me, sealed = self.ring.person, unb64u(row["envelope"])
        place = Place(me, me, UUID(row["record"]), row["revision"], "reveal", row["field"])
        for key in [*self.host.bo.own, *(Key(each.key) for each in self.host.bo.couples)]:
            for kid in (key.id, sealed[1:9]):
                about = place.context() + sealed[:1] + kid
                try:
                    AESGCM(key.secret).decrypt(sealed[9:21], sealed[21:], about)
                except InvalidTag:
                    self.counts["tries to open what waits"] += 1
                    continue
                raise AssertionError("what waits was opened")

    def is_for_what_she_saw(self, at: int, row: Row, body: Row) -> None:
        """A release: of the words on view as she pressed, for the two commitments of her ahead."""
        press = self.book.press
        assert press, "released without a press"
        joint, revision, question, mine = self.said[press.words]
        assert read(body["answer"].encode()) == {"text": press.words}, "other words than on view"
        assert joint == press.on.id == UUID(row["record"]) and row["couple"] == mine["couple"]
        assert revision == row["revision"] == self.book.newest[joint], "not her newest"
        assert body["own"] == b64u(self.host.opens(mine).digest), "for another commitment of hers"
        theirs = self.shared(press.theirs, press.on, "commitment")
        assert body["partner"] == b64u(theirs.digest), "for another one of his"
        assert question == press.on.bound_to == theirs.body["question"], "for another question"
        aheads = [self.own(each) for _, each in self.host.sent
                  if each["field"] == "ahead" and each["record"] == row["record"]]  # fmt: skip
        pair = (body["own"], body["partner"])
        assert pair in [(each["own"], each["partner"]) for each in aheads], "without her ahead"
        first = self.book.opened_for.setdefault(joint, (*pair, at))
        assert first[:2] == pair, "for two different commitments"
        self.counts["releases"] += 1
