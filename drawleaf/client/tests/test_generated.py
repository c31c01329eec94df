"""Generated envelopes: what was sealed opens, and nothing else does."""

from __future__ import annotations

import random
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from drawleaf.client.body import read, write
from drawleaf.client.envelope import Seen, seal, unseal
from drawleaf.client.errors import VaultError
from drawleaf.client.keys import Hand, Key
from drawleaf.client.place import Place

ANA, BO, COUPLE, RECORD = (UUID(int=n, version=4) for n in range(1, 5))
OWN, OURS, OTHER = (Key(bytes([n]) * 32) for n in range(1, 4))
HAND = Hand(ANA, b"\5" * 32, (b"\6" * 32,))
pytestmark = pytest.mark.once

NAMES = some.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
WORDS = some.text(some.characters(exclude_categories=["Cs"]), max_size=60)
SCALARS = some.none() | some.booleans() | some.integers(-(2**53) + 1, 2**53 - 1) | WORDS
VALUES = some.recursive(
    SCALARS, lambda v: some.lists(v) | some.dictionaries(NAMES, v), max_leaves=8
)


def sample(seed: int) -> tuple[bytes, Place, tuple[Key, ...]]:
    """Some envelope at some place, and the keys of its scope."""
    dice = random.Random(seed)
    shared = seed % 2 == 0
    place = Place(
        COUPLE if shared else ANA, ANA, UUID(int=dice.getrandbits(128), version=4),
        dice.randrange(1, 1000), *(("leaf", "passage") if shared else ("keyring", "xy")),
    ) if seed % 3 else Place(
        ANA, ANA, RECORD, dice.randrange(1, 1000), "notebook", "record"
    )  # fmt: skip
    body = {"kind": place.kind, "text": "leaf " * dice.randrange(30)}
    key = OURS if place.shared else OWN
    return seal(body, place, key, HAND).envelope, place, (key,)


def refused(envelope: bytes, place: Place, keys, hand=HAND, seen=None) -> str:
    with pytest.raises(VaultError) as error:
        unseal(envelope, place, keys, hand, seen)
    return error.value.reason


@settings(max_examples=300, deadline=None)
@given(members=some.dictionaries(NAMES, VALUES, max_size=4), shared=some.booleans())
def test_what_was_sealed_opens(members, shared):
    place = Place(COUPLE if shared else ANA, ANA, RECORD, 1, "notebook", "record")
    body = {"kind": place.kind, **{n: v for n, v in members.items() if n != "kind"}}
    sealed = seal(body, place, OWN, HAND)
    opened = unseal(sealed.envelope, place, [OWN], HAND)
    assert (opened.body, opened.digest) == (body, sealed.digest)
    assert write(read(write(body))) == write(body)


def test_every_flipped_byte_is_refused(count):
    for seed in range(24):
        envelope, place, keys = sample(seed)
        for at in range(len(envelope)):
            changed = bytearray(envelope)
            changed[at] ^= 1 + (seed * 31 + at) % 255
            reason = refused(bytes(changed), place, keys)
            due = "unknown_version" if at == 0 else "unknown_key" if at < 9 else "damaged"
            assert reason == due
            count("refused")


def test_every_truncation_is_refused(count):
    for seed in range(6):
        envelope, place, keys = sample(seed)
        for length in range(len(envelope)):
            assert refused(envelope[:length], place, keys) in ("bad_size", "damaged")
            count("refused")


def test_every_move_age_key_and_relabelling_is_refused(count):
    for seed in range(250):
        envelope, place, keys = sample(seed)
        dice = random.Random(f"elsewhere {seed}")
        elsewhere = [
            replace(place, record=UUID(int=dice.getrandbits(128), version=4)),
            replace(place, scope=BO, author=BO) if not place.shared else replace(place, scope=BO),
            replace(place, author=BO) if place.shared else replace(place, scope=COUPLE),
            replace(place, revision=place.revision + 1 + dice.randrange(9)),
            replace(place, collection="reply"),
            replace(place, field="other"),
            replace(place, collection=place.collection + "x", field=place.field[:-1]),
        ]
        for other in elsewhere:
            assert refused(envelope, other, keys) in ("damaged", "bad_size")
            count("refused")
        if place.revision > 1:
            aged = replace(place, revision=place.revision - 1)
            assert refused(envelope, aged, keys) == "damaged"
            count("refused")
        assert refused(envelope, place, [OTHER]) == "unknown_key"
        forged = Key(OTHER.secret)
        object.__setattr__(forged, "id", keys[0].id)
        assert refused(envelope, place, [forged]) == "damaged"
        later = Seen(place.revision + 1, bytes(32))
        assert refused(envelope, place, keys, seen=later) == "stale"
        assert refused(envelope, place, keys, seen=Seen(place.revision, bytes(32))) == "changed"
        count("refused", 5)


def test_words_put_into_my_mouth_are_marked(count):
    """Whoever has the couple's key can write in my name, but not with my seal."""
    for seed in range(300):
        dice = random.Random(seed)
        place = Place(COUPLE, ANA, UUID(int=dice.getrandbits(128), version=4), 1, "leaf", "passage")
        body = {"kind": place.kind, "day": "2026-11-22", "text": f"I said {seed}"}
        hand = Hand(ANA, dice.randbytes(32))
        envelope = seal(body, place, OURS, hand).envelope
        with pytest.raises(VaultError, match="not_mine") as error:
            unseal(envelope, place, [OURS], HAND)
        assert error.value.shown and error.value.shown.body == body
        seen = Seen(1, error.value.shown.digest)
        assert unseal(envelope, place, [OURS], HAND, seen).body == body
        assert unseal(envelope, place, [OURS], Hand(BO, hand.tag_key)).body == body
        count("marked")


def test_forgetting_whose_hand_it_is_raises():
    place = Place(COUPLE, ANA, RECORD, 1, "leaf", "passage")
    body = {"kind": place.kind, "text": "I said so"}
    envelope = seal(body, place, OURS, HAND).envelope
    assert refused(envelope, place, [OURS], hand=None) == "shut"
    for hand in (None, Hand(BO, HAND.tag_key)):
        with pytest.raises(VaultError, match="shut"):
            seal(body, place, OURS, hand)


def test_too_long_is_said_before_sealing():
    place = Place(ANA, ANA, RECORD, 1, "notebook", "record")
    with pytest.raises(VaultError, match="too_long"):
        seal({"kind": place.kind, "text": "x" * 262_144}, place, OWN)


def test_enough_was_tried(counted):
    assert counted["refused"] >= 10_000
    assert counted["marked"] >= 200
