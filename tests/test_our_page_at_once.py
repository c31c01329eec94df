"""Two who write on their page at the same moment: both stand there, once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from drawleaf.client.client import Client
from tests.at_home import WORDS

pytestmark = pytest.mark.once
ROUNDS = 60
DAY = "2026-11-22"
ROWS = """
import django; django.setup()
from drawleaf.table.models import Leaf
rows = Leaf._base_manager.filter(collection="page")
different = [len(set(rows.values_list(name))) for name in ("position", "first_position")]
print(rows.count(), *different)
"""


def write(client: Client, name: str, together: Barrier) -> list[str]:
    said = []
    for turn in range(ROUNDS):
        words = f"{name}, turn {turn}"
        together.wait(30)
        client.add_to_our_page(words, DAY)
        said.append(words)
    return said


def change(client: Client, name: str, together: Barrier) -> list[str]:
    """Each says all of their own anew, every other one; the rest is taken back."""
    said = []
    for turn, addition in enumerate(own(client)):
        together.wait(30)
        if turn % 2:
            client.take_back(addition.record)
        else:
            client.change_on_our_page(addition, f"{addition.text}, anew")
            said.append(f"{addition.text}, anew")
    return said


def own(client: Client) -> list:
    client.sync()
    return [it for it in client.our_page() if it.author == client.person]


def at_once(act, *clients) -> list[str]:
    together = Barrier(len(clients))
    with ThreadPoolExecutor(len(clients)) as pool:
        done = [
            pool.submit(act, client, f"{client.device.name} {at}", together)
            for at, client in enumerate(clients)
        ]
        return sorted(words for each in done for words in each.result())


def both_read(home) -> list[str]:
    found = []
    for client in (home.ana, home.bo):
        client.sync()
        page = client.our_page()
        assert not any(addition.error for addition in page)
        found.append(sorted(addition.text for addition in page))
    assert found[0] == found[1]
    return found[0]


def test_nothing_is_lost_and_nothing_is_there_twice(home):
    said = at_once(write, home.ana, home.bo)
    assert len(said) == 2 * ROUNDS and both_read(home) == said
    count = str(2 * ROUNDS)
    assert home.house.run("-c", ROWS).split() == [count, count, count]
    anew = at_once(change, home.ana, home.bo)
    assert len(anew) == ROUNDS and both_read(home) == anew
    log = home.house.log.read_text()
    assert "Traceback" not in log and '" 500' not in log and "ERROR" not in log


def test_two_devices_of_each_lose_nothing_either(home):
    others = [Client(home.house.url) for _ in range(2)]
    for client, user in zip(others, ("ana", "bo"), strict=True):
        client.sign_in(user, WORDS[user])
    said = at_once(write, home.ana, home.bo, *others)
    assert len(said) == 4 * ROUNDS and both_read(home) == said
