"""Vectors for sealing and for every refusal of opening, in the order of the format."""

from __future__ import annotations

from dataclasses import replace

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from drawleaf.client.bytes import b64u, u8, u32
from drawleaf.client.envelope import Seen, bucket, seal
from drawleaf.client.errors import VaultError
from drawleaf.client.keys import Hand, Key, self_tag, tag_key
from drawleaf.client.place import Place
from tests.vectors import fixed as f
from tests.vectors.fixed import ANA, BO, COUPLE, OLD, OURS, OWN, RETIRING, Case, some

BO_HAND = Hand(BO, tag_key(some("bo own", 32), "leaf"))


def envelope() -> list[Case]:
    return [*sealing(), *sizes(), *opening(), *crafted()]


def sealing() -> list[Case]:
    cases = []
    for name, place, body, key, own in [
        ("an entry", f.own_place, f.entry, OWN, None),
        ("a passage", f.leaf_place, f.passage, OURS, OWN),
        ("a passage of Bo", f.bo_place, f.passage, OURS, Key(some("bo own", 32))),
        ("an act", f.act_place, f.release, OURS, OWN),
        ("a long entry", f.own_place, {**f.entry, "text": "leaf " * 300}, OWN, None),
        ("the last revision", replace(f.own_place, revision=2**53 - 1), f.entry, OWN, None),
    ]:
        tags = tag_key(own.secret, place.collection) if own else None
        hand = Hand(place.author, tags) if tags else None
        nonce = some(f"nonce {name}", 12)
        sealed = seal(body, place, key, hand, nonce=nonce)
        tag = self_tag(tags, sealed.digest) if tags else None
        cases.append({
            "does": "seal", "name": name, "key": b64u(key.secret), "tagkey": tags and b64u(tags),
            "nonce": b64u(nonce), "place": f.spelled(place), "body": f.text(body),
            "least": place.least, "context": b64u(place.context()),
            "digest": b64u(sealed.digest), "tag": tag and b64u(tag),
            "envelope": b64u(sealed.envelope),
        })  # fmt: skip
    return cases


def sizes() -> list[Case]:
    """`length` is that of the body; where no bucket takes it: too_long."""
    cases = []
    for place, over in [(f.own_place, 5), (f.leaf_place, 37)]:
        for edge in [256, 1024, 4096, 16384, 65536, 262144]:
            for length in [edge - over, edge - over + 1]:
                try:
                    result: Case = {"bucket": bucket(length + over, place.least)}
                except VaultError as error:
                    result = {"bucket": None, "error": error.reason}
                name = f"{length} bytes, {place.kind}"
                cases.append({"does": "size", "name": name, "place": f.spelled(place),
                              "length": length, **result})  # fmt: skip
    for kind in ["keyring", "pairing", "leaf", "act"]:
        place = replace(f.own_place, collection=kind, field="x")
        cases.append({"does": "size", "name": f"little, {kind}", "place": f.spelled(place),
                      "length": 2, "bucket": bucket(7, place.least)})  # fmt: skip
    return cases


def case(name: str, place: Place, envelope: bytes, error: str | None, **given) -> Case:
    """One opening by Ana. `shown`: the body comes with the refusal, to be looked at, marked."""
    hand, seen = given.get("hand", f.TAGS), given.get("seen")
    opening = given.get("keys", (OWN, RETIRING, OLD) if not place.shared else (OURS,))
    return {
        "does": "open", "name": name, "place": f.spelled(place), "keys": f.keys(*opening),
        "me": str(hand.person),
        "tagkeys": {"current": b64u(hand.tag_key), "old": [b64u(key) for key in hand.old]},
        "remembered": seen and {"revision": seen.revision, "digest": b64u(seen.digest)},
        "envelope": b64u(envelope), "error": error, "shown": error in ("not_mine", "from_before"),
    }  # fmt: skip


def opening() -> list[Case]:
    own = seal(f.entry, f.own_place, OWN, nonce=some("n1", 12))
    leaf = seal(f.passage, f.leaf_place, OURS, f.TAGS, nonce=some("n2", 12))
    bo = seal(f.passage, f.bo_place, OURS, BO_HAND, nonce=some("n3", 12))
    forged = seal(f.passage, f.leaf_place, OURS, Hand(ANA, BO_HAND.tag_key), nonce=some("n4", 12))
    before = seal(f.passage, f.leaf_place, OURS, Hand(ANA, f.TAGS.old[0]), nonce=some("n5", 12))
    retired = seal(f.entry, f.own_place, OLD, nonce=some("n6", 12))
    retiring = seal(f.entry, f.own_place, RETIRING, nonce=some("n7", 12))
    act = seal(f.release, f.act_place, OURS, f.TAGS, nonce=some("n8", 12))
    act_hand = Hand(ANA, tag_key(OWN.secret, "reveal"))
    e, other = own.envelope, some("other", 32)
    same, later = Seen(1, leaf.digest), Seen(2, leaf.digest)
    changed, older = Seen(1, other), Seen(4, other)
    p, q = f.own_place, f.leaf_place
    newer = replace(p, revision=4)
    return [
        case("mine, never seen", p, e, None),
        case("mine, as remembered", p, e, None, seen=Seen(3, own.digest)),
        case("mine, an older one remembered", p, e, None, seen=Seen(2, other)),
        case("mine, under a retiring key", p, retiring.envelope, None),
        case("my leaf", q, leaf.envelope, None),
        case("a leaf of Bo", f.bo_place, bo.envelope, None),
        case("without my tag, but as remembered", q, forged.envelope, None, seen=same),
        case("nothing", p, b"", "bad_size"),
        case("a byte short", p, e[:-1], "bad_size"),
        case("a byte over", p, e + b"\0", "bad_size"),
        case("a bucket below the least", p, leaf.envelope, "bad_size"),
        case("version 0", p, b"\0" + e[1:], "unknown_version"),
        case("version 2", p, b"\2" + e[1:], "unknown_version"),
        case("wrong version and key: version first", p, b"\2" + e[1:], "unknown_version", keys=()),
        case("no key", p, e, "unknown_key", keys=()),
        case("another key", p, e, "unknown_key", keys=(OURS,)),
        case("a flipped bit in the key id", p, e[:1] + u8(e[1] ^ 1) + e[2:], "unknown_key"),
        case("a flipped bit in the nonce", p, e[:9] + u8(e[9] ^ 1) + e[10:], "damaged"),
        case("a flipped bit in the box", p, e[:21] + u8(e[21] ^ 128) + e[22:], "damaged"),
        case("a flipped bit in the last byte", p, e[:-1] + u8(e[-1] ^ 1), "damaged"),
        case("moved to another record", replace(p, record=f.LEAF), e, "damaged"),
        case("aged", newer, e, "damaged"),
        case("moved to another person", replace(p, scope=BO, author=BO), e, "damaged"),
        case("under another name", f.bo_place, leaf.envelope, "damaged"),
        case("to another couple", replace(q, scope=f.some_id("other")), leaf.envelope, "damaged"),
        case("another collection", replace(q, collection="act"), leaf.envelope, "damaged"),
        case("another field", replace(q, field="reply"), leaf.envelope, "damaged"),
        case("my name, another's tag", q, forged.envelope, "not_mine"),
        case("my name, other words known", q, forged.envelope, "not_mine", seen=changed),
        case("my name, a later one known", q, forged.envelope, "not_mine", seen=later),
        case("an act under the self tag key", f.act_place, act.envelope, "not_mine", hand=act_hand),
        case("my tag of before", q, before.envelope, "from_before"),
        case("my tag of before, remembered", q, before.envelope, "from_before", seen=same),
        case("mine, under a retired key", p, retired.envelope, "from_before"),
        case("retired, and stale", p, retired.envelope, "from_before", seen=older),
        case("older than seen", p, e, "stale", seen=Seen(4, own.digest)),
        case("a leaf of Bo, older than seen", f.bo_place, bo.envelope, "stale", seen=older),
        case("changed since", p, e, "changed", seen=Seen(3, other)),
        case("a leaf of Bo, changed since", f.bo_place, bo.envelope, "changed", seen=changed),
        case("my leaf, changed since", q, leaf.envelope, "changed", seen=changed),
    ]  # fmt: skip


def crafted() -> list[Case]:
    """Sealed with the right key at the right place, but not as the format says: malformed."""
    own, leaf, words = f.own_place, f.leaf_place, f.text(f.entry).encode()
    said = f.text(f.passage).encode()
    tag, size = f.TAGS.tag(leaf.digest(said)), u32(len(said))
    padded = (b"\0" + u32(len(words)) + words).ljust(1024, b"\0")
    plains: list[tuple[str, Place, bytes, int]] = [
        ("own, flag 1", own, b"\1" + u32(len(words)) + words, 1024),
        ("own, flag 2", own, b"\2" + u32(len(words)) + words, 1024),
        ("own, tagged", own, b"\1" + bytes(32) + u32(len(words)) + words, 1024),
        ("shared, flag 0", leaf, b"\0" + tag + size + said, 256),
        ("shared, untagged", leaf, b"\0" + size + said, 256),
        ("length over the end", own, b"\0" + u32(1020) + words, 1024),
        ("length over everything", own, b"\0" + u32(2**32 - 1) + words, 1024),
        ("length short, words left over", own, b"\0" + u32(len(words) - 1) + words, 1024),
        ("length nought", own, b"\0" + u32(0) + words, 1024),
        ("a larger bucket than due", own, b"\0" + u32(len(words)) + words, 4096),
        ("shared, a larger bucket than due", leaf, b"\1" + tag + size + said, 1024),
        ("padding not zero", own, padded[:-1] + b"\1", 1024),
    ]  # fmt: skip
    bodies = {
        "a space in the JSON": words.replace(b'":', b'": ', 1),
        "a byte order mark": b"\xef\xbb\xbf" + words,
        "not UTF-8": b'{"kind":"notebook.record","a":"\xff"}',
        "not an object": b'["notebook.record"]',
        "a fraction": b'{"kind":"notebook.record","a":1.5}',
        "half a character": b'{"kind":"notebook.record","a":"\\ud800"}',
        "another kind": b'{"kind":"leaf.passage","text":"a"}',
        "no kind": b'{"text":"a"}',
        "an empty object": b"{}",
        "kind not first": b'{"text":"a","kind":"notebook.record"}',
    }
    plains += [(n, own, b"\0" + u32(len(b)) + b, 1024) for n, b in bodies.items()]
    cases = [
        case(name, place, raw(name, plain.ljust(size, b"\0"), place), "malformed")
        for name, place, plain, size in plains
    ]
    return cases + echoes()


def echoes() -> list[Case]:
    """Ids inside that are not those of the place."""
    ana, bo, ours = (b64u(x.bytes) for x in (ANA, BO, COUPLE))
    invite = replace(f.leaf_place, collection="pairing", field="invite")
    join, keys = replace(invite, field="join"), Place(ANA, ANA, ANA, 2, "keyring", "keys")
    hand, cases = Hand(ANA, tag_key(OWN.secret, "pairing")), []
    wrong: list[tuple[str, Place, Case]] = [
        ("an invite that names another couple", invite, {"couple": bo, "person": ana}),
        ("an invite that names another person", invite, {"couple": ours, "person": bo}),
        ("a join that names another person", join, {"person": bo}),
        ("a join that names nobody", join, {}),
        ("keys of another person", keys, {"person": bo, "generation": 2}),
        ("keys of another generation", keys, {"person": ana, "generation": 1}),
    ]
    for name, place, members in wrong:
        text = f.text({"kind": place.kind, **members}).encode()
        tag = hand.tag(place.digest(text)) if place.shared else b""
        plain = u8(place.shared) + tag + u32(len(text)) + text
        envelope = raw(name, plain.ljust(place.least, b"\0"), place)
        cases.append(case(name, place, envelope, "malformed", hand=hand))
    return cases


def raw(label: str, plain: bytes, place: Place) -> bytes:
    key = OURS if place.shared else OWN
    nonce, head = some(f"raw {label}", 12), b"\1" + key.id
    return head + nonce + AESGCM(key.secret).encrypt(nonce, plain, place.context() + head)
