"""Vectors for the keyring, its wraps, and a whole pairing with both sides' secrets."""

from __future__ import annotations

from dataclasses import replace

from drawleaf.client import keyring, pairing
from drawleaf.client.bytes import b64u
from drawleaf.client.envelope import seal, unseal
from drawleaf.client.keyring import Couple, Keyring
from drawleaf.client.keys import Key
from drawleaf.client.place import Place
from drawleaf.client.words import number, pairing_words
from tests.vectors.fixed import (
    ANA,
    BO,
    COUPLE,
    OLD,
    OWN,
    RETIRING,
    Case,
    draws,
    some,
    some_id,
    text,
)

EXPIRES = 1795000000
IN_TIME = EXPIRES - 1
ROOT = Key(some("root", 32))
T = some("t", 32)
BO_KEYS = Keyring(BO, 1, (Key(some("bo own", 32)),))


def keyring_() -> list[Case]:
    return [*_wraps(), *_keyrings()]


def _wraps() -> list[Case]:
    cases: list[Case] = []
    for name, revision, kdf in [("root-passphrase", 1, 1), ("root-recovery", 7, 0)]:
        wrap, nonce = some(name, 32), some(f"nonce {name}", 12)
        sealed = keyring.wrap(ROOT, wrap, ANA, name, revision, kdf, nonce=nonce)
        cases.append({
            "does": "wrap", "name": name, "person": str(ANA), "field": name, "revision": revision,
            "kdf": kdf, "wrap": b64u(wrap), "root": b64u(ROOT.secret), "nonce": b64u(nonce),
            "envelope": b64u(sealed.envelope),
        })  # fmt: skip
    return cases


def _keyrings() -> list[Case]:
    cases: list[Case] = []
    fresh = Keyring(ANA, 1, (OWN,))
    bo = Couple(COUPLE, some("ours", 32), BO, "Bo", T, "paired")
    cleo = Couple(some_id("cleo"), some("cleos", 32), some_id("c"), "Cleo 🍃", T, "asked")
    full = Keyring(ANA, 5, (OWN, RETIRING, OLD), (bo, replace(cleo, state="left")))
    asked = Keyring(ANA, 2, (OWN,), (cleo,))
    new = Key(some("new own", 32))
    renewed = Keyring(ANA, 3, (new, replace(OWN, state="retiring")), (bo,))
    done = renewed.with_retired()
    rings = [("fresh", fresh), ("asked", asked), ("full", full), ("new keys", renewed)]
    for name, ring in [*rings, ("new keys, the old one retired", done)]:
        sealed = keyring.seal(ring, ROOT, nonce=some(f"nonce {name}", 12))
        cases.append(_keys(name, ring) | _sent(sealed, text(ring.body())))
    same = replace(bo, id=some_id("x"), partner=some_id("y"))
    second = Key(some("second", 32))
    third, lost = replace(second, state="retiring"), replace(second, state="lost")
    for name, ring in [
        ("two keys of one id", replace(full, couples=(bo, same))),
        ("an own key that is a couple's", replace(full, own=(Key(bo.key),))),
        ("the root among the keys", replace(full, own=(ROOT,))),
        ("no current key", replace(full, own=(OLD,))),
        ("two current keys", replace(full, own=(OWN, second))),
        ("two retiring keys", replace(full, own=(OWN, RETIRING, third))),
        ("an unknown state", replace(full, own=(OWN, lost))),
        ("an unknown couple state", replace(full, couples=(replace(bo, state="lost"),))),
        ("one couple twice", replace(full, couples=(bo, replace(bo, key=second.secret)))),
        ("a couple with the person's own id", replace(full, couples=(replace(bo, id=ANA),))),
        ("a couple with the partner's id", replace(full, couples=(replace(bo, id=BO),))),
        ("oneself as partner", replace(full, couples=(replace(bo, partner=ANA),))),
    ]:  # fmt: skip
        cases.append(_refused(name, ring.body()))
    body = full.body()
    short = {**body["own"][0], "key": b64u(bytes(31))}
    cases += [
        _refused("a key of 31 bytes", {**body, "own": [short]}),
        _refused("a member too many", {**body, "more": 1}),
        _refused("a member missing", {k: v for k, v in body.items() if k != "couples"}),
        _refused("members in another order", {"kind": 0, "couples": [], **body}),
        _refused("a name that is none", {**body, "couples": [{**bo.body(), "partner": 1}]}),
    ]
    return cases


def _keys(name: str, ring: Keyring) -> Case:
    return {
        "does": "keys", "name": name, "person": str(ANA), "generation": ring.generation,
        "root": b64u(ROOT.secret),
    }  # fmt: skip


def _refused(name: str, body: Case) -> Case:
    place = Place(ANA, ANA, ANA, 5, "keyring", "keys")
    sealed = seal(body, place, ROOT, nonce=some(f"nonce {name}", 12))
    return {
        "does": "keys", "name": name, "person": str(ANA), "generation": 5,
        "root": b64u(ROOT.secret), "envelope": b64u(sealed.envelope), "error": "malformed",
    }  # fmt: skip


def pairing_() -> list[Case]:
    ana, bo = Keyring(ANA, 1, (OWN,)), BO_KEYS
    invite, kept = pairing.invite(ana, "Ana", EXPIRES, draws("ana"))
    place = Place(kept.couple, ANA, kept.invitation, 1, "pairing", "invite")
    invited = pairing.read_invite(invite.envelope, kept.secret, place, bo, IN_TIME)
    join, couple = pairing.join(bo, "Bo", invited, kept.secret, kept.invitation, draws("bo"))
    joined = pairing.read_join(join.envelope, BO, kept, ana, IN_TIME)
    confirm, paired = pairing.confirm(ana, kept, joined, draws("yes"))
    t = paired.digest
    whole = {
        "does": "pair", "name": "Ana and Bo", "invitation": str(kept.invitation),
        "couple": str(kept.couple), "secret": b64u(kept.secret), "expires": EXPIRES,
        "inviter": _side(ANA, "Ana", OWN, kept.dh),
        "invited": _side(BO, "Bo", bo.own[0], draws("bo")(32)),
        "invite": _message(invite, kept, ANA, "invite"),
        "join": _message(join, kept, BO, "join"),
        "confirm": _sent(confirm, text({"kind": "pairing.confirm", "about": b64u(join.digest)})),
        "kept": text(kept.body()), "t": b64u(t), "couple_key": b64u(couple.key),
        "kid": b64u(Key(couple.key).id), "n": str(number(t)), "words": pairing_words(t),
    }  # fmt: skip
    return [whole, *_refusals(ana, bo, invite, kept, couple, join, confirm)]


def _side(person, name, own, dh) -> Case:
    return {"person": str(person), "name": name, "own": b64u(own.secret), "dh": b64u(dh)}


def _message(sealed, kept, author, field) -> Case:
    place = Place(kept.couple, author, kept.invitation, 1, "pairing", field)
    key = pairing.link_key(kept.secret, kept.invitation, field)
    ring = Keyring(some_id("reader"), 1, (Key(some("reader", 32)),))
    opened = unseal(sealed.envelope, place, [key], ring.hand("pairing"))
    return {"key": b64u(key.secret), **_sent(sealed, text(opened.body))}


def _sent(sealed, body) -> Case:
    return {
        "nonce": b64u(sealed.envelope[9:21]), "body": body,
        "digest": b64u(sealed.digest), "envelope": b64u(sealed.envelope),
    }  # fmt: skip


def _refusals(ana, bo, invite, kept, couple, join, confirm) -> list[Case]:
    """`me` reads `message` as the row gives it; `keyring` is what `me` has by then."""
    known = replace(bo, couples=(couple,))
    own_id = Keyring(kept.couple, 1, bo.own)
    another = replace(kept, digest=some("another", 32))
    guessed = replace(kept, secret=bytes(16))
    elsewhere = replace(kept, invitation=some_id("z"))
    other = replace(bo, couples=(replace(couple, key=some("other", 32)),))
    paired = replace(ana, couples=(replace(couple, partner=BO),))
    cleo = some_id("c")
    cases = [
        ("invite", "oneself", ana, invite, ANA, kept, IN_TIME, "oneself"),
        ("invite", "a couple that is known", known, invite, ANA, kept, IN_TIME, "couple_seen"),
        ("invite", "a couple with my own id", own_id, invite, ANA, kept, IN_TIME, "couple_seen"),
        ("invite", "too late", bo, invite, ANA, kept, EXPIRES, "expired"),
        ("invite", "another secret", bo, invite, ANA, guessed, IN_TIME, "unknown_key"),
        ("invite", "another person in the row", bo, invite, cleo, kept, IN_TIME, "damaged"),
        ("invite", "another invitation", bo, invite, ANA, elsewhere, IN_TIME, "unknown_key"),
        ("join", "too late", ana, join, BO, kept, EXPIRES, "expired"),
        ("join", "an answer to another invite", ana, join, BO, another, IN_TIME, "malformed"),
        ("join", "another person in the row", ana, join, cleo, kept, IN_TIME, "damaged"),
        ("join", "a couple that is known", paired, join, BO, kept, IN_TIME, "couple_seen"),
        ("join", "the invite given back", ana, invite, BO, kept, IN_TIME, "unknown_key"),
        ("confirm", "another couple key", other, confirm, ANA, kept, IN_TIME, "unknown_key"),
        ("confirm", "to another answer", known, confirm, ANA, another, IN_TIME, "malformed"),
    ]  # fmt: skip
    return [
        {
            "does": "refuse", "name": f"{field}: {name}", "message": field, "me": str(ring.person),
            "keyring": text(ring.body()), "invitation": str(own.invitation),
            "couple": str(own.couple), "author": str(author), "secret": b64u(own.secret),
            "kept": text(own.body()), "joined": b64u(own.digest) if field == "confirm" else None,
            "now": now, "envelope": b64u(sealed.envelope), "error": error,
        }
        for field, name, ring, sealed, author, own, now, error in cases
    ]  # fmt: skip
