"""New keys that stop anywhere, while another device writes: nothing is lost, nothing old is new."""

import random
from hashlib import sha256
from uuid import UUID, uuid4

import httpx
import pytest

from drawleaf.client import passphrase, recovery
from drawleaf.client.bytes import b64u
from drawleaf.client.envelope import seal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.client.renewal import key_of
from tests.client.conftest import again

pytestmark = pytest.mark.once
DAY, FIRST = "2026-11-22", "ana ana ana ana ana"
HISTORIES, STOPPED = 12, 25
FEW = 3


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Argon2id is tried elsewhere; here a passphrase is stretched three hundred times and more."""
    stretched = lambda user, words, kdf, salt: sha256(salt + words.encode()).digest()  # noqa: E731
    monkeypatch.setattr(passphrase, "stretch", stretched)


class Line(httpx.BaseTransport):
    """A line that breaks after `left` more requests: before the server hears, or before we do."""

    def __init__(self, transport):
        self.transport, self.left, self.unheard = transport, None, False

    def handle_request(self, request):
        if self.left is None:
            return self.transport.handle_request(request)
        self.left -= 1
        if self.left < 0 or (self.left == 0 and self.unheard):
            raise httpx.ConnectError("down")
        answer = self.transport.handle_request(request)
        if self.left == 0:
            raise httpx.ReadError("lost")
        return answer


def only(refused, reason):
    """No other no may come of a broken line or an ended session."""
    if refused.reason != reason:
        raise refused


class Ana:
    """Ana with a phone and a computer, and a book of what the server has acknowledged."""

    def __init__(self, phone, newcomer, chance):
        self.phone, self.chance, self.words = phone, chance, FIRST
        self.computer = again(newcomer, words=FIRST)
        self.book: dict[str, str] = {}
        self.line = Line(phone.server.line._transport)
        for device in (phone, self.computer):
            device.server.line._transport = self.line
        self.renewals = self.stopped = self.lines = 0
        self.asked: list[UUID] = []
        self.waiting: dict[UUID, tuple[str, int]] = {}

    def renews(self):
        """On either device, stopped anywhere, with the other writing meanwhile."""
        self.renewals += 1
        device = self.chance.choice([self.phone, self.computer])
        self.is_signed_in(device)
        while device.ring.retiring:
            # What the other has written last, only the other believes.
            finish(self)
        new = f"words of renewal {self.renewals} and no others"
        self.line.left = self.chance.randint(1, 10)
        self.line.unheard = self.chance.random() < 0.5
        try:
            device.renew_keys(new, recovery.fresh(), present=self.words)
        except Refusal as refused:
            only(refused, "no_line")
            self.stopped += 1
        else:
            self.stopped += self.line.left <= 0
        self.line.left = None
        self.comes_back(device, new)
        refuses_every_old_key(device)

    def is_signed_in(self, device):
        try:
            device.sync()
        except Refusal as refused:
            only(refused, "signed_out")
            device.sign_in("ana", self.words)

    def comes_back(self, device, new):
        """As the page says: with the new words; where they are not taken, the old ones hold."""
        for words in (new, self.words):
            if self.is_let_in(device, words):
                self.words = words
                return
        raise AssertionError("neither the new words nor the old")

    def is_let_in(self, device, words):
        """What is left to seal anew is taken up at once, and may be stopped again."""
        self.line.left = self.chance.choice([None, *range(2, 9)])
        while True:
            try:
                device.sign_in("ana", words)
                return True
            except Refusal as refused:
                if refused.reason == "wrong":
                    return False
                only(refused, "no_line")
            finally:
                self.line.left = None

    def writes(self, device):
        for _ in range(3):
            try:
                return self.writes_once(device)
            except Refusal as refused:
                if refused.reason == "changed":
                    device.sync()
                else:
                    only(refused, "signed_out")
                    device.sign_in("ana", self.words)
                    device.sync()
        raise AssertionError("not kept")

    def writes_once(self, device):
        self.lines += 1
        words = f"line {self.lines}"
        if self.asked and self.chance.random() < 0.3:
            return self.answers(device, self.chance.choice(self.asked), words)
        known = [it for it in device.entries() if not it.error]
        if len(known) >= FEW or (known and self.chance.random() < 0.5):
            kept = device.edit(self.chance.choice(known), words)
        else:
            kept = device.add_entry(words, DAY)
        self.book[str(kept.record)] = words

    def answers(self, device, asked, words):
        """It waits at the revision that its commitment has, under whichever keys."""
        device.answer_question(device.question(asked), {"text": words})
        now = device.question(asked).given
        assert now["waiting"]["revision"] == now["commitment"]["revision"]
        self.waiting[asked] = (words, now["waiting"]["revision"])


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_nothing_is_lost_wherever_a_renewal_stops(pair, newcomer, seed, capsys):
    ana, bo = pair
    chance = random.Random(seed)
    share(ana, bo)
    ana.add_entry("line nought", DAY)
    her = Ana(ana, newcomer, chance)
    her.book = {str(it.record): it.text for it in ana.entries()}
    bo.sync()
    opened = asks(her, bo)
    before = bo_receives(bo, *her.asked, opened)
    while her.stopped < STOPPED:
        her.renews()
        for device in chance.sample([her.phone, her.computer], chance.randint(1, 2)):
            her.writes(device)
        if her.renewals % 8 == 0:
            assert bo_receives(bo, *her.asked, opened) == before
    assert bo_receives(bo, *her.asked, opened) == before
    finish(her)
    fresh = again(newcomer, words=her.words)
    assert {str(it.record): it.text for it in fresh.entries()} == her.book
    assert not [it for it in fresh.entries() if it.error]
    rows = [*fresh.device.records.values(), *fresh.device.reveal.values()]
    present = {key_of(row["envelope"]) for row in rows}
    assert present == {b64u(fresh.ring.current.id)}
    assert [key.state for key in fresh.ring.own][1:] == ["retired"] * (len(fresh.ring.own) - 1)
    assert {leaf.error for leaf in fresh.leaves() if leaf.author == ana.person} == {"from_before"}
    refuses_every_old_key(fresh)
    open_all(fresh, bo, her.waiting, opened)
    with capsys.disabled():
        print(f" {her.renewals} renewals, {her.stopped} stopped, {her.lines} lines kept;", end="")


def asks(her, bo):
    """Two questions for her to answer, and one that she has opened, and he not yet."""
    ana = her.phone
    *her.asked, opened = (ana.ask("questions", "apart@1/kitchen", DAY) for _ in range(3))
    for who in (ana, bo):
        who.answer_question(who.question(opened), {"text": who.device.name})
    ana.open_question(ana.question(opened))
    return opened


def open_all(ana, bo, waiting, opened):
    """Everything waits as it was bound, whatever her keys were, and opens for both."""
    for asked, (words, revision) in waiting.items():
        given = ana.question(asked).given
        assert (given["waiting"]["revision"], given["commitment"]["revision"]) == (
            revision,
            revision,
        )
        assert ana.my_answer(ana.question(asked)) == {"text": words}
        for who, act in ((bo, "answer"), (ana, "open"), (bo, "open")):
            question = who.question(asked)
            if act == "open":
                who.open_question(question)
            else:
                who.answer_question(question, {"text": "Bo"})
        assert bo.read_question(bo.question(asked)) == {"text": words}
    bo.open_question(bo.question(opened))
    for asked in (*waiting, opened):
        assert ana.read_question(ana.question(asked)) == {"text": "Bo"}
    assert bo.read_question(bo.question(opened)) == {"text": "Ana"}


def share(ana, bo):
    ana.share("Soup is on the stove.", DAY)
    bo.share("Thank you.", DAY)


def finish(her):
    """A calm line: the next unlocking on one device does what is left."""
    for device in (her.phone, her.computer):
        device.sign_in("ana", her.words)
        device.sync()


def bo_receives(bo, *asked):
    """His feed from the beginning, his keyring, and his pages but for what a form carries."""
    where = ["/", "/table/", "/pairing/", "/questions/", *(f"/questions/{it}/" for it in asked)]
    pages = [bo.server._send("GET", each).text for each in where]
    rest = [bo.server.get("/feed/", after=""), bo.server.get("/keyring/")]
    return [without_token(page) for page in pages] + rest


def without_token(page):
    head, *parts = page.split('name="csrfmiddlewaretoken" value="')
    return head + "".join(part[part.index('"') :] for part in parts)


def refuses_every_old_key(client):
    """A thief with an old key and a session: no server takes, no device believes them."""
    for key in client.ring.own[1:]:
        record = uuid4()
        place = client._place(record, 1)
        body = {"kind": place.kind, "type": "entry", "day": DAY, "text": "I give up."}
        envelope = b64u(seal(body, place, key).envelope)
        with pytest.raises(Refusal, match="not your present one"):
            client.server.post("/notebook/records/", record=record, revision=1, envelope=envelope)
        with pytest.raises(VaultError, match="from_before"):
            client.device.open(envelope, place, client.ring.own)
