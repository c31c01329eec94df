"""What a host who is Bo may tell Ana's client: each lie bends one page, or one answer to a post."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import UUID

from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.http import Refusal
from drawleaf.client.reveal import question_of
from tests.reveal_host import SET, TEXTS, Host, Lying, Row, Truth, asked

OWN = ("waiting", "ahead", "commitment", "release")
ROWS = (*OWN, "their_commitment", "their_release")
JUNK: list[Any] = [None, {}, [], "x", 7, {"revision": 1}, {"revision": "1", "envelope": "AA"}]


class Lies:
    """`often`: how likely a page or an answer is bent."""

    def __init__(self, host: Host, often: float, told: Counter[str]):
        self.host, self.often, self.told = host, often, told
        self.chance = host.chance

    def bend(self, lying: Lying, page: Row) -> None:
        if self.chance.random() > self.often:
            return
        for lie in self.chance.choices(PAGES, k=self.chance.choice((1, 1, 2))):
            self.told[lie.__name__] += 1
            lie(self, lying, page["given"] if lie not in WHOLE else page)

    def answer(self, lying: Lying, verb: str, keep) -> Row:
        if self.chance.random() > self.often:
            return keep()
        lie = self.chance.choice(ANSWERS)
        self.told[lie.__name__] += 1
        return lie(self, lying, verb, keep)

    def pick(self, lying: Lying, *places: tuple[str, str]) -> Row | None:
        found = [row for place in places for row in lying.ever.get(place, [])]
        return dict(self.chance.choice(found)) if found else None

    def give(self, given: Row, what: str, row: Row | None) -> None:
        if row:
            given[what] = row

    # Pages

    def restores_what_she_kept(self, lying, given):
        self.give(given, "waiting", self.pick(lying, ("ana", "waiting")))

    def restores_his_commitment(self, lying, given):
        self.give(given, "their_commitment", self.pick(lying, ("bo", "commitment")))

    def binds_himself_anew(self, lying, given):
        """A second commitment, though both are bound; whatever he has read by now."""
        self.host.bind(lying, f"bo, second, {self.host.clock}")
        given.update(state="due", their_commitment=dict(lying.now["bo", "commitment"]))

    def starts_over(self, lying, given):
        """As if she had never pressed, before another commitment."""
        self.binds_himself_anew(lying, given)
        for what in ("ahead", "release", "their_release"):
            given.pop(what, None)

    def invents_a_commitment(self, lying, given):
        hers = self.host.opens(lying.now.get(("ana", "commitment")))
        likely = [b64u(self.chance.randbytes(32)), *([hers.body["commitment"]] if hers else [])]
        body = {"question": self.a_question(lying), "commitment": self.chance.choice(likely)}
        revision = self.chance.randint(1, 4)
        given.update(state="due")
        given["their_commitment"] = self.host.forge(lying, "commitment", revision, body)

    def binds_himself_elsewhere(self, lying, given):
        """To another question than the one that Ana has on view."""
        self.host.bind(lying, f"bo, elsewhere, {self.host.clock}", self.a_question(lying))
        given.update(state="due", their_commitment=dict(lying.now["bo", "commitment"]))

    def mirrors(self, lying, given):
        """Her own halves as if they were his."""
        for what in ("commitment", "release"):
            self.give(given, f"their_{what}", self.pick(lying, ("ana", what)))
        given["state"] = self.chance.choice(["due", "open"])

    def opens_something(self, lying, given):
        """An opening of his, put together from all he knows."""
        truth, own, partner = self.a_truth(lying), self.a_digest(lying), self.a_digest(lying)
        if self.chance.random() < 0.6:
            own, partner = self.known(given) or (own, partner)
        given.update(state="open", their_release=self.host.release(lying, truth, own, partner))
        if self.chance.random() < 0.5:
            self.restores_his_commitment(lying, given)

    def opens_another_of_his(self, lying, given):
        """Another commitment and its true opening, for the two that Ana has opened for."""
        pair = self.known(given)
        row = self.pick(lying, ("bo", "commitment"))
        opened = self.host.opens(row)
        truth = opened and self.host.truths.get(b64u(opened.digest))
        if truth and pair:
            given.update(state="open", their_commitment=row)
            given["their_release"] = self.host.release(lying, truth, *pair)

    def opens_in_her_name(self, lying, given):
        """A release as if hers, for a commitment that he likes better; her ahead is kept back."""
        row, hers = self.pick(lying, ("bo", "commitment")), self.a_digest(lying, "ana")
        opened = self.host.opens(row)
        truth = opened and self.host.truths.get(b64u(opened.digest))
        if not truth:
            return
        body = {"salt": b64u(truth.salt), "answer": "{}", "own": b64u(hers)}
        body["partner"] = b64u(opened.digest)
        author = self.chance.choice([self.host.ana.person, self.host.bo.person])
        given.pop("ahead", None)
        given.update(state="open", their_commitment=row)
        given["release"] = self.host.forge(lying, "release", 1, body, author)
        given["their_release"] = self.host.release(lying, truth, opened.digest, hers)

    def withholds(self, lying, given):
        given.pop(self.chance.choice(ROWS), None)

    def withholds_her_ahead(self, lying, given):
        given.pop("ahead", None)

    def swaps(self, lying, given):
        there = [name for name in ROWS if given.get(name)]
        if len(there) > 1:
            one, other = self.chance.sample(there, 2)
            given[one], given[other] = given[other], given[one]

    def copies(self, lying, given):
        there = [name for name in ROWS if given.get(name)]
        if there:
            row = given[self.chance.choice(there)]
            given[self.chance.choice(ROWS)] = dict(row) if isinstance(row, dict) else row

    def moves(self, lying, given):
        """A row from another joint."""
        other = self.chance.choice(list(self.host.joints.values()))
        what = self.chance.choice(ROWS)
        who = "bo" if what.startswith("their_") else "ana"
        self.give(given, what, self.pick(other, (who, what.removeprefix("their_"))))

    def relabels(self, lying, given):
        there = [name for name in ROWS if isinstance(given.get(name), dict)]
        there = [name for name in there if "record" in given[name]]
        if not there:
            return
        row = given[self.chance.choice(there)]
        people = [str(self.host.ana.person), str(self.host.bo.person)]
        part = self.chance.choice(["revision", "author", "couple", "record", "field"])
        row[part] = {
            "revision": row["revision"] + self.chance.choice([-1, 1, 2]),
            "author": self.chance.choice(people), "couple": self.an_id(), "record": self.an_id(),
            "field": self.chance.choice([*OWN, "record"]),
        }[part]  # fmt: skip

    def damages(self, lying, given):
        given[self.chance.choice([*ROWS, "words"])] = self.chance.choice(JUNK)

    def says_another_state(self, lying, given):
        given["state"] = self.chance.choice(["before", "due", "open", "over", *JUNK])

    def asks_in_her_name(self, lying, given):
        hand = replace(self.host.bo.hand("leaf"), person=self.host.ana.person)
        given["words"] = self.host.words(lying.id, "weather", lying.couple, hand, 2)

    def asks_at_another_table(self, lying, given):
        other = next(it for it in self.host.bo.couples if it.id != lying.couple.id)
        hand = self.host.bo.hand("leaf")
        given["words"] = self.host.words(lying.id, lying.asks, other, hand)

    def shows_another_text(self, lying, page):
        text = self.chance.choice(["Will you stay?", *TEXTS.values()])
        page["sets"] = {SET: {"questions": {name: asked(text) for name in TEXTS}}}

    def shows_no_text(self, lying, page):
        page["sets"] = self.chance.choice([{}, {SET: {}}, {SET: {"questions": {}}}, [], None])

    # Answers

    def loses_it_on_the_way(self, lying, verb, keep):
        raise Refusal(0, {})

    def loses_its_answer(self, lying, verb, keep):
        keep()
        raise Refusal(0, {})

    def says_yes_and_keeps_nothing(self, lying, verb, keep):
        return {}

    def says_that_another_is_there(self, lying, verb, keep):
        rows = [row for rows in lying.ever.values() for row in rows]
        aheads = lying.ever.get(("ana", "ahead"), [])
        found = self.chance.choice([*aheads, *aheads, *rows, *JUNK])
        raise Refusal(409, {"reason": "changed", "current": found})

    def takes_another_in_its_place(self, lying, verb, keep):
        for what in ("ahead", "release"):
            lying.now.pop(("ana", what), None)
        return keep()

    def says_no(self, lying, verb, keep):
        raise Refusal(409, {"reason": "not_now"})

    # What he knows

    def an_id(self) -> str:
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    def a_question(self, lying: Lying) -> str:
        text = self.chance.choice([*TEXTS.values(), "Will you stay?"])
        return question_of(f"{SET}/{self.chance.choice([lying.asks, *TEXTS])}", text)

    def a_truth(self, lying: Lying) -> Truth:
        truths = list(self.host.truths.values())
        hers = self.host.opens(lying.now.get(("ana", "release")))
        truth = self.chance.choice(truths) if truths else None
        if truth is None or (hers and self.chance.random() < 0.2):
            return Truth({"text": "bo, anything"}, bytes(32), "", self.chance.randint(1, 3), 0)
        if self.chance.random() < 0.4:
            return replace(truth, answer={"text": "bo, otherwise"})
        return truth

    def a_digest(self, lying: Lying, *who: str) -> bytes:
        row = self.pick(lying, *((each, "commitment") for each in who or ("ana", "bo")))
        opened = self.host.opens(row)
        return opened.digest if opened else self.chance.randbytes(32)

    def known(self, given: Row) -> tuple[bytes, bytes] | None:
        """(his, hers): the two that her release names, once he has it."""
        lying = self.host.joints[next(id for id in self.host.joints if str(id) == given["joint"])]
        opened = self.host.opens(self.pick(lying, ("ana", "release")))
        if opened is None:
            return None
        return unb64u(opened.body["partner"]), unb64u(opened.body["own"])


WHOLE = {Lies.shows_another_text, Lies.shows_no_text}
LIES = [act for name, act in vars(Lies).items() if callable(act) and not name.startswith("_")]
PAGES = LIES[LIES.index(Lies.restores_what_she_kept) : LIES.index(Lies.loses_it_on_the_way)]
ANSWERS = LIES[LIES.index(Lies.loses_it_on_the_way) : LIES.index(Lies.an_id)]
