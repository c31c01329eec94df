"""Both, or neither, against a host who is Bo: he lies, exchanges, keeps back, answers as he likes.

Ana's waiting words never open; a false opening is always marked and a true one always read; she
releases for the two commitments of her ahead alone, and never an older answer than her newest.
"""

import random
from collections import Counter
from uuid import uuid4

import pytest

from drawleaf.client.keyring import Couple, Keyring
from drawleaf.client.keys import Key
from tests.reveal_ana import Ana
from tests.reveal_host import Host
from tests.reveal_lies import Lies

pytestmark = pytest.mark.once
HISTORIES, STEPS = 1600, 22


def two_with_two_tables(chance):
    """Their keyrings. They have taken new keys once, so that they have a table from before."""
    people = {name: uuid4() for name in ("ana", "bo")}
    tables = [(uuid4(), chance.randbytes(32), chance.randbytes(32)) for _ in range(2)]

    def ring(me, other):
        couples = [Couple(id, key, people[other], other.title(), digest, "paired")
                   for id, key, digest in tables]  # fmt: skip
        return Keyring(people[me], 1, (Key(chance.randbytes(32)),), tuple(couples))

    return ring("ana", "bo"), ring("bo", "ana")


def live(seed, counts):
    chance = random.Random(seed)
    ana_ring, bo_ring = two_with_two_tables(chance)
    host = Host(chance, ana_ring, bo_ring)
    for asks, ring in [("kitchen", ana_ring), ("kitchen", bo_ring), ("weather", ana_ring)]:
        host.begin(asks, ring.couples[0], ring.hand("leaf"))
    host.lies = Lies(host, chance.choice([0, 0.2, 0.4, 0.7]), counts)
    ana, joints = Ana(host, counts), list(host.joints.values())
    for step in range(STEPS):
        lying = chance.choices(joints, [8, 2, 1])[0]
        if chance.random() < 0.5:
            if ("bo", "commitment") not in lying.now:
                host.bind(lying, f"bo, {seed}, {step}")
            elif ("ana", "release") in lying.now:
                host.press(lying)
        ana.act(lying)
    # And in the end the host is honest, as far as he still can be.
    host.lies = None
    for lying in joints:
        host.press(lying)
        ana.act(lying)
        ana.comes_back_another_day()
        for _ in range(2):
            ana.act(lying)


def test_against_a_host_who_is_bo():
    counts = Counter()
    for seed in range(HISTORIES):
        try:
            live(seed, counts)
        except BaseException as error:
            error.add_note(f"history {seed}")
            raise
    print(f"\n{HISTORIES} histories")
    for what, many in sorted(counts.items()):
        print(f"{many:8,} {what}")
    assert counts["true openings read"] >= HISTORIES
    assert counts["false openings marked"] >= HISTORIES
