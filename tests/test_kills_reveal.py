"""The server dies between any two requests of a reveal, and those who write try again.

It waits for both, or is open for both who pressed: never lost, never twice, never for one alone.
"""

import json
import random
from concurrent.futures import ThreadPoolExecutor
from threading import RLock, Timer

import httpx
import pytest

from drawleaf.client.client import Client
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from tests.at_home import WORDS, moved_in

pytestmark = pytest.mark.once
QUESTIONS, DAY, ASKS = 40, "2026-11-28", "apart@1/kitchen"
LEAST = 100
ROWS = """
import django, json; django.setup()
from drawleaf.notebook.models import Record
from drawleaf.table.models import Leaf
leaves, records = Leaf._base_manager.all(), Record._base_manager.all()
for rows in (records.values_list("owner", "position"),
             leaves.filter(position__isnull=False).values_list("couple", "position")):
    assert len(rows) == len(set(rows)), "two in one place"
halves = leaves.filter(collection="reveal")
print(json.dumps([[str(it.joint_id), it.field, it.position is None] for it in halves]))
own = records.exclude(field="record")
print(json.dumps([[str(it.record), it.field] for it in own]))
"""


class Line(httpx.BaseTransport):
    """A line to a server that dies as it is used: before, meanwhile, or before the answer is read.

    `again`: it sends the same bytes until there is an answer. Else whoever asked begins anew.
    """

    alone = RLock()

    def __init__(self, house, chance):
        self.house, self.chance, self.line = house, chance, httpx.HTTPTransport()
        self.deadly, self.kills, self.again = False, 0, True

    def handle_request(self, request):
        while True:
            try:
                return self.tried(request)
            except httpx.TransportError:
                self.stand_up()
                if not self.again:
                    raise

    def tried(self, request):
        often = 0.3 if request.method == "POST" else 0.03
        when = self.chance.choice(["before", "meanwhile", "after"])
        when = when if self.deadly and self.chance.random() < often else ""
        if when == "before":
            self.kill()
        soon = Timer(self.chance.uniform(0.002, 0.02), self.kill)
        if when == "meanwhile":
            soon.start()
        try:
            answer = self.line.handle_request(request)
            answer.read()
        finally:
            if when == "meanwhile":
                soon.join()
        if when == "after":
            self.kill()
            raise httpx.ReadError("killed before its answer was read")
        return answer

    def kill(self):
        with self.alone:
            self.kills += 1
            self.house.kill()
            self.house.start()

    def stand_up(self):
        with self.alone:
            if self.house.process.poll() is not None:
                self.house.start()


@pytest.fixture
def two(house):
    moved_in(house)
    lines = [Line(house, random.Random(seed)) for seed in (1, 2)]
    found = [Client(house.url, line) for line in lines]
    for client, (user, words) in zip(found, WORDS.items(), strict=True):
        client.sign_in(user, words)
        client.line = client.server.line._transport
    return found


def trying(act):
    """Until the server has said yes, or that it is further on already."""
    while True:
        try:
            return act()
        except Refusal as refused:
            if refused.reason in ("not_now", "changed"):
                return None
            if refused.status != 0:
                raise


def write(client, asked, text):
    """The newest that is kept is what was said."""
    for _ in range(4):
        trying(lambda: client.answer_question(client.question(asked), {"text": text}))
        if trying(lambda: mine(client, asked)) == text:
            return
    raise AssertionError("not kept")


def mine(client, asked):
    try:
        return client.my_answer(client.question(asked))["text"]
    except VaultError as error:
        if error.reason == "withdrawn":
            return None
        raise


def press(client, asked):
    """Until it has been pressed, as the page shows."""
    for _ in range(4):
        question = trying(lambda: client.question(asked))
        if question.state == "open" or "release" in question.given:
            return
        trying(lambda question=question: client.open_question(question))
    raise AssertionError("not opened")


def look(two, asked, said, state):
    """Both see the same of it: all that was said, and nothing that was not opened."""
    for client, other in (two, two[::-1]):
        question = trying(lambda client=client: client.question(asked))
        assert question.state == state
        assert trying(lambda client=client: mine(client, asked)) == said.get(client.person)
        if state == "open":
            assert client.read_question(question) == {"text": said[other.person]}
        else:
            assert "their_release" not in question.given
            assert ("their_commitment" in question.given) == (state == "due")


def live(two, chance, number):
    """One question, with kills on the way; how far it came, and what each has said."""
    ana, bo = chance.sample(two, 2)
    for client in two:
        client.line.deadly, client.line.again = True, chance.random() < 0.6
    asked, said = trying(lambda: ana.ask("questions", ASKS, DAY)), {}
    far = chance.choices(["mine", "due", "pressed", "open", "at once"], [1, 2, 3, 6, 4])[0]
    for text in (f"{number}, first", f"{number}, then"):
        write(ana, asked, text)
        said[ana.person] = text
    look(two, asked, said, "before")
    if far == "mine":
        return asked, said, "before"
    write(bo, asked, f"{number}, his")
    said[bo.person] = f"{number}, his"
    look(two, asked, said, "due")
    if far == "due":
        return asked, said, "due"
    if far == "at once":
        with ThreadPoolExecutor(2) as both:
            list(both.map(lambda client: press(client, asked), two))
        return asked, said, "open"
    press(ana, asked)
    look(two, asked, said, "due")
    if far == "pressed":
        return asked, said, "due"
    press(bo, asked)
    return asked, said, "open"


def test_a_reveal_outlives_every_kill(house, two):
    chance, lived = random.Random(7), []
    for number in range(QUESTIONS):
        lived.append(live(two, chance, number))
        for client in two:
            client.line.deadly = False
        look(two, *lived[-1])
    kills = sum(client.line.kills for client in two)
    print(f"\n{kills} kills, {QUESTIONS} reveals:", end=" ")
    print({state: sum(it[2] == state for it in lived) for state in ("before", "due", "open")})
    assert kills >= LEAST
    fresh = [Client(house.url) for _ in two]
    for client, (user, words) in zip(fresh, WORDS.items(), strict=True):
        client.sign_in(user, words)
    for asked, said, state in lived:
        look(fresh, asked, said, state)
    halves, own = map(json.loads, house.run("-c", ROWS).splitlines())
    assert len(set(map(tuple, own))) * 2 >= len(own), "one of each for each"
    for asked, said, state in lived:
        is_kept_back, many = state != "open", len(said)
        assert halves.count([str(asked), "commitment", is_kept_back]) == many
        assert halves.count([str(asked), "commitment", not is_kept_back]) == 0
        assert own.count([str(asked), "waiting"]) == many
        if state == "open":
            assert halves.count([str(asked), "release", False]) == 2
            assert own.count([str(asked), "ahead"]) == 2
