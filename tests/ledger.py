"""Devices that write while their server dies, and a book of what it has said yes to."""

import random
import threading
import time
from dataclasses import dataclass, field

import httpx

from bench.house import House
from drawleaf.client.client import Client
from tests.at_home import WORDS

DAY = "2026-11-22"
POSITIONS = """
import django; django.setup()
from drawleaf.notebook.models import Record
from drawleaf.table.models import Leaf
for rows in (Record._base_manager.values_list("owner", "position"),
             Leaf._base_manager.values_list("couple", "position")):
    print(len(rows), len(set(rows)))
"""


class Again(httpx.BaseTransport):
    """Sends the same bytes again until there is an answer, as a browser's outbox does."""

    def __init__(self):
        self.line, self.broken = httpx.HTTPTransport(), 0

    def handle_request(self, request):
        while True:
            try:
                answer = self.line.handle_request(request)
                answer.read()
                return answer
            except httpx.ConnectError:
                pass
            except httpx.TransportError:
                self.broken += 1  # sent, and perhaps kept: nobody knows
            time.sleep(0.05)


@dataclass
class Writer:
    """One device of somebody's. What it has read an answer to is in the book."""

    user: str
    client: Client
    line: Again
    chance: random.Random
    entries: dict[str, object] = field(default_factory=dict)
    leaves: dict[str, object] = field(default_factory=dict)
    acts: int = 0

    @classmethod
    def at(cls, house: House, user: str, seed: int) -> "Writer":
        line = Again()
        client = Client(house.url, line)
        client.sign_in(user, WORDS[user])
        return cls(user, client, line, random.Random(seed))

    def live(self, done: threading.Event):
        while not done.is_set():
            self.acts += 1
            self.act(f"{self.user}, {id(self)}, act {self.acts}")

    def act(self, words: str):
        choice = self.chance.random()
        if choice < 0.5 or not self.entries:
            self.entries[words] = self.client.add_entry(words, DAY)
        elif choice < 0.75:
            old = self.chance.choice(list(self.entries))
            self.entries[words] = self.client.edit(self.entries[old], words)
            del self.entries[old]
        elif choice < 0.9 or not self.leaves:
            self.leaves[words] = self.client.share(words, DAY)
        else:
            gone = self.chance.choice(list(self.leaves))
            self.client.take_back(self.leaves[gone])
            del self.leaves[gone]


def kill_while_writing(house: House, writers: list[Writer], times: int, seed: int) -> None:
    """SIGKILL at a random moment, and a new start; `times` of it, with everybody writing."""
    chance, done = random.Random(seed), threading.Event()
    threads = [threading.Thread(target=each.live, args=[done]) for each in writers]
    for thread in threads:
        thread.start()
    try:
        for _ in range(times):
            time.sleep(chance.uniform(0.01, 0.25))
            house.kill()
            house.start()
    finally:
        if house.process.poll() is not None:
            house.start()
        done.set()
        for thread in threads:
            thread.join(30)
    assert not any(thread.is_alive() for thread in threads)


def compare(house: House, writers: list[Writer]) -> None:
    """What was acknowledged is there, once, whole, and nothing else."""
    on_table = sorted(words for each in writers for words in each.leaves)
    for user in WORDS:
        reader = Client(house.url)
        reader.sign_in(user, WORDS[user])
        reader.sync()
        acknowledged = sorted(w for each in writers if each.user == user for w in each.entries)
        assert sorted(entry.text for entry in reader.entries()) == acknowledged
        assert sorted(leaf.text for leaf in reader.leaves()) == on_table
        assert not any(each.error for each in [*reader.entries(), *reader.leaves()])
    for line in house.run("-c", POSITIONS).splitlines():
        rows, different = line.split()
        assert rows == different != "0"
