"""The vectors for sealing, sizes and opening."""

from __future__ import annotations

from uuid import UUID

import pytest

from drawleaf.client import body
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.envelope import Seen, bucket, seal, unseal
from drawleaf.client.errors import VaultError
from drawleaf.client.keys import Hand, Key
from drawleaf.client.tests.vectors import cases, name, place

pytestmark = pytest.mark.once


@pytest.mark.parametrize("case", cases("envelope", "seal"), ids=name)
def test_sealing(case):
    at = place(case["place"])
    hand = case["tagkey"] and Hand(at.author, unb64u(case["tagkey"]))
    key = Key(unb64u(case["key"]))
    sealed = seal(body.read(case["body"].encode()), at, key, hand, nonce=unb64u(case["nonce"]))
    assert (at.least, b64u(at.context())) == (case["least"], case["context"])
    assert (b64u(sealed.digest), b64u(sealed.envelope)) == (case["digest"], case["envelope"])
    if hand:
        assert b64u(hand.tag(sealed.digest)) == case["tag"]
    assert unseal(sealed.envelope, at, [key], hand).body == body.read(case["body"].encode())


@pytest.mark.parametrize("case", cases("envelope", "size"), ids=name)
def test_sizes(case):
    at = place(case["place"])
    plain = (37 if at.shared else 5) + case["length"]
    if case["bucket"]:
        assert bucket(plain, at.least) == case["bucket"]
    else:
        with pytest.raises(VaultError, match="too_long"):
            bucket(plain, at.least)


@pytest.mark.parametrize("case", cases("envelope", "open"), ids=name)
def test_opening(case):
    seen = case["remembered"]
    seen = seen and Seen(seen["revision"], unb64u(seen["digest"]))
    keys = [Key(unb64u(key["key"]), key["state"]) for key in case["keys"]]
    tags = case["tagkeys"]
    hand = Hand(UUID(case["me"]), unb64u(tags["current"]), tuple(map(unb64u, tags["old"])))
    opening = (unb64u(case["envelope"]), place(case["place"]), keys, hand, seen)
    if case["error"] is None:
        unseal(*opening)
    else:
        with pytest.raises(VaultError) as refused:
            unseal(*opening)
        assert refused.value.reason == case["error"]
        assert (refused.value.shown is not None) == case["shown"]
