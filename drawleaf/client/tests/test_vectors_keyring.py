"""The vectors for keyrings, wraps and a whole pairing."""

from __future__ import annotations

from uuid import UUID

import pytest

from drawleaf.client import body, keyring, pairing
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.envelope import Seen
from drawleaf.client.errors import VaultError
from drawleaf.client.keyring import Keyring
from drawleaf.client.keys import Key
from drawleaf.client.place import Place
from drawleaf.client.tests.vectors import cases, name
from drawleaf.client.words import number, pairing_words

pytestmark = pytest.mark.once

WHOLE = cases("pairing", "pair")[0]


@pytest.mark.parametrize("case", cases("keyring", "wrap"), ids=name)
def test_wraps(case):
    at = (UUID(case["person"]), case["field"], case["revision"], case["kdf"])
    wrap, root = unb64u(case["wrap"]), Key(unb64u(case["root"]))
    sealed = keyring.wrap(root, wrap, *at, nonce=unb64u(case["nonce"]))
    assert b64u(sealed.envelope) == case["envelope"]
    assert keyring.unwrap(sealed.envelope, wrap, *at) == (root, Seen(at[2], sealed.digest))
    with pytest.raises(VaultError, match="bad_kdf"):
        keyring.unwrap(sealed.envelope, wrap, *at[:3], case["kdf"] + 1)


@pytest.mark.parametrize("case", cases("keyring", "keys"), ids=name)
def test_keyrings(case):
    at = (Key(unb64u(case["root"])), UUID(case["person"]), case["generation"])
    if "error" in case:
        with pytest.raises(VaultError, match=case["error"]):
            keyring.unseal(unb64u(case["envelope"]), *at)
        return
    ring, seen = keyring.unseal(unb64u(case["envelope"]), *at)
    assert body.write(ring.body()).decode() == case["body"]
    assert seen == Seen(case["generation"], unb64u(case["digest"]))
    sealed = keyring.seal(ring, at[0], nonce=unb64u(case["nonce"]))
    assert b64u(sealed.envelope) == case["envelope"]
    with pytest.raises(VaultError, match="stale"):
        keyring.unseal(sealed.envelope, *at, Seen(case["generation"] + 1, seen.digest))


def side(given) -> Keyring:
    return Keyring(UUID(given["person"]), 1, (Key(unb64u(given["own"])),))


def drawing(*drawn: bytes):
    rest = iter(drawn)
    return lambda length: next(rest)


def test_a_pairing_comes_out_the_same_to_the_last_byte():
    ana, bo, secret = side(WHOLE["inviter"]), side(WHOLE["invited"]), unb64u(WHOLE["secret"])
    invitation, couple = UUID(WHOLE["invitation"]), UUID(WHOLE["couple"])
    now = WHOLE["expires"] - 1
    random = [unb64u(body.read(WHOLE[m]["body"].encode())["nonce16"]) for m in ("invite", "join")]
    nonces = [unb64u(WHOLE[m]["nonce"]) for m in ("invite", "join", "confirm")]
    dh = [unb64u(WHOLE[s]["dh"]) for s in ("inviter", "invited")]

    draw = drawing(invitation.bytes, couple.bytes, secret, dh[0], random[0], nonces[0])
    invite, kept = pairing.invite(ana, "Ana", WHOLE["expires"], draw)
    assert b64u(invite.envelope) == WHOLE["invite"]["envelope"]
    assert body.write(kept.body()).decode() == WHOLE["kept"]
    assert pairing.kept(kept.body()) == kept

    place = Place(couple, ana.person, invitation, 1, "pairing", "invite")
    invited = pairing.read_invite(invite.envelope, secret, place, bo, now)
    draw = drawing(dh[1], random[1], nonces[1])
    join, asked = pairing.join(bo, "Bo", invited, secret, invitation, draw)
    assert b64u(join.envelope) == WHOLE["join"]["envelope"]

    joined = pairing.read_join(join.envelope, bo.person, kept, ana, now)
    confirm, paired = pairing.confirm(ana, kept, joined, drawing(nonces[2]))
    assert b64u(confirm.envelope) == WHOLE["confirm"]["envelope"]
    pairing.read_confirm(confirm.envelope, invitation, asked, bo, join.digest)

    assert asked.key == paired.key == unb64u(WHOLE["couple_key"])
    assert b64u(Key(paired.key).id) == WHOLE["kid"]
    assert b64u(asked.digest) == b64u(paired.digest) == WHOLE["t"]
    assert str(number(paired.digest)) == WHOLE["n"]
    assert pairing_words(paired.digest) == WHOLE["words"]


def receive(case) -> None:
    """What `me` does with the message of a case."""
    ring = keyring._read(body.read(case["keyring"].encode()))
    own, author = pairing.kept(body.read(case["kept"].encode())), UUID(case["author"])
    envelope, now = unb64u(case["envelope"]), case["now"]
    if case["message"] == "invite":
        place = Place(own.couple, author, own.invitation, 1, "pairing", "invite")
        pairing.read_invite(envelope, own.secret, place, ring, now)
    elif case["message"] == "join":
        pairing.read_join(envelope, author, own, ring, now)
    else:
        joined = unb64u(case["joined"])
        couple = ring.couple(UUID(case["couple"]))
        pairing.read_confirm(envelope, own.invitation, couple, ring, joined)


@pytest.mark.parametrize("case", cases("pairing", "refuse"), ids=name)
def test_pairing_refusals(case):
    with pytest.raises(VaultError) as refused:
        receive(case)
    assert refused.value.reason == case["error"]


def test_nothing_replaces_a_pinned_partner():
    case = next(case for case in cases("keyring", "keys") if case["name"] == "asked")
    ring = keyring._read(body.read(case["body"].encode()))
    with pytest.raises(VaultError, match="couple_seen"):
        ring.paired(ring.couples[0])


def test_an_agreement_that_comes_to_nothing_is_refused():
    with pytest.raises(VaultError, match="malformed"):
        pairing.couple_key(bytes(31) + b"\x40", bytes(32), bytes(16), bytes(32))
