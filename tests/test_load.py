"""Eight devices of a couple at once, each writing, sharing and reading, against one server."""

from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import pytest

from drawleaf.client.client import Client
from tests.at_home import WORDS

pytestmark = pytest.mark.once
DEVICES, TURNS = 8, 25
DAY = "2026-11-22"
POSITIONS = """
import django; django.setup()
from drawleaf.notebook.models import Record
from drawleaf.table.models import Leaf
for rows in (Record._base_manager.values_list("owner", "position"),
             Leaf._base_manager.values_list("couple", "position")):
    print(len(rows), len(set(rows)))
"""


def live(client: Client, name: str) -> tuple[set[str], set[str]]:
    """What the server has said yes to: words kept, and passages lying on the table."""
    entries, leaves = set(), set()
    for turn in range(TURNS):
        words = f"{name}, turn {turn}"
        match turn % 5:
            case 0 | 1:
                entry = client.add_entry(words, DAY)
                entries.add(words)
            case 2:
                client.edit(entry, words)
                entries.remove(entry.text)
                entries.add(words)
            case 3:
                client.share(words, DAY)
                leaves.add(words)
            case _:
                client.sync()
                assert entries <= {each.text for each in client.entries()}
    return entries, leaves


def devices(house) -> list[tuple[str, Client]]:
    found = []
    for each in range(DEVICES):
        user = ("ana", "bo")[each % 2]
        client = Client(house.url)
        client.sign_in(user, WORDS[user])
        found.append((user, client))
    return found


def test_what_was_acknowledged_is_there_once_for_whoever_may_read_it(home):
    signed_in = devices(home.house)
    started = perf_counter()
    with ThreadPoolExecutor(DEVICES) as pool:
        lives = [
            pool.submit(live, client, f"{user} {at}") for at, (user, client) in enumerate(signed_in)
        ]
        kept = [each.result() for each in lives]
    seconds = perf_counter() - started
    print(f"\n{DEVICES} devices, {DEVICES * TURNS} operations: {DEVICES * TURNS / seconds:.0f}/s")

    on_table = sorted(words for _, leaves in kept for words in leaves)
    for user, client in (("ana", home.ana), ("bo", home.bo)):
        mine = zip(signed_in, kept, strict=True)
        acknowledged = sorted(w for (who, _), (words, _) in mine if who == user for w in words)
        client.sync()
        assert sorted(entry.text for entry in client.entries()) == acknowledged
        assert not any(entry.error for entry in client.entries())
        assert sorted(leaf.text for leaf in client.leaves()) == on_table
        assert not any(leaf.error for leaf in client.leaves())
    assert_positions_unique(home.house)
    log = home.house.log.read_text()
    assert "Traceback" not in log and '" 500' not in log and "ERROR" not in log


def assert_positions_unique(house):
    for line in house.run("-c", POSITIONS).splitlines():
        rows, different = line.split()
        assert rows == different != "0"
