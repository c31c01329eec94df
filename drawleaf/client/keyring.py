"""The keyring: one's own keys and one's couples, sealed under a root that is never kept."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from uuid import UUID

from drawleaf.client import envelope as box
from drawleaf.client.body import Body, write
from drawleaf.client.bytes import b64u, fixed, unb64u_uuid
from drawleaf.client.errors import VaultError
from drawleaf.client.keys import Hand, Key, tag_key
from drawleaf.client.place import Place

OWN_STATES = ("current", "retiring", "retired")
BEFORE = {"current": "retiring"}
COUPLE_STATES = ("asked", "paired", "left")


@dataclass(frozen=True)
class Couple:
    """A couple as its person pinned it: partner and transcript never change under one id."""

    id: UUID
    key: bytes = field(repr=False)
    partner: UUID
    name: str
    digest: bytes
    state: str

    def body(self) -> Body:
        return {
            "id": b64u(self.id.bytes),
            "key": b64u(self.key),
            "partner": {"id": b64u(self.partner.bytes), "name": self.name},
            "digest": b64u(self.digest),
            "state": self.state,
        }


@dataclass(frozen=True)
class Keyring:
    person: UUID
    generation: int
    own: tuple[Key, ...]
    couples: tuple[Couple, ...] = ()

    @property
    def current(self) -> Key:
        return next(key for key in self.own if key.state == "current")

    @property
    def retiring(self) -> Key | None:
        """The own key before the current one, while something may still lie under it."""
        return next((key for key in self.own if key.state == "retiring"), None)

    def renewed(self) -> Keyring:
        """With a new own key; the one before retires. Couples stay, so that no partner notices."""
        if self.retiring:
            raise VaultError("malformed")
        own = tuple(replace(key, state=BEFORE.get(key.state, key.state)) for key in self.own)
        own = (Key(os.urandom(32)), *own)
        return replace(self, generation=self.generation + 1, own=own)

    def with_retired(self) -> Keyring:
        """Nothing lies under the key before any more: kept for old tags, it opens nothing new."""
        own = tuple(
            replace(key, state="retired") if key.state == "retiring" else key for key in self.own
        )
        return replace(self, generation=self.generation + 1, own=own)

    def hand(self, collection: str) -> Hand:
        """How this person tags in `collection`, and how they once did."""
        old = [key for key in self.own if key.state != "current"]
        return Hand(
            self.person,
            tag_key(self.current.secret, collection),
            tuple(tag_key(key.secret, collection) for key in old),
        )

    def couple(self, id: UUID) -> Couple:
        for couple in self.couples:
            if couple.id == id:
                return couple
        raise VaultError("unknown_key")

    def keys(self, scope: UUID) -> tuple[Key, ...]:
        """The keys of one scope, and of no other."""
        return self.own if scope == self.person else (Key(self.couple(scope).key),)

    def paired(self, couple: Couple) -> Keyring:
        """With a new couple; nothing replaces one that is there, nor a pinned partner."""
        self.refuse(couple.id, couple.partner)
        return replace(self, generation=self.generation + 1, couples=(*self.couples, couple))

    def confirmed(self, id: UUID) -> Keyring:
        """The partner has confirmed: from now on both may write."""
        new = replace(self.couple(id), state="paired")
        couples = tuple(new if couple.id == id else couple for couple in self.couples)
        return replace(self, generation=self.generation + 1, couples=couples)

    def left(self, id: UUID) -> Keyring:
        """In the same generation: the two have new keys, and write on this table no more."""
        couples = tuple(
            replace(couple, state="left") if couple.id == id else couple for couple in self.couples
        )
        return replace(self, couples=couples)

    def refuse(self, couple: UUID, partner: UUID) -> None:
        """Oneself, a couple id ever seen, or one that is a person's."""
        if partner == self.person:
            raise VaultError("oneself")
        people = {self.person, partner, *(known.partner for known in self.couples)}
        if couple in people or partner in {known.id for known in self.couples}:
            raise VaultError("couple_seen")
        if couple in {known.id for known in self.couples}:
            raise VaultError("couple_seen")

    def body(self) -> Body:
        return {
            "kind": "keyring.keys",
            "person": b64u(self.person.bytes),
            "generation": self.generation,
            "own": [{"key": b64u(key.secret), "state": key.state} for key in self.own],
            "couples": [couple.body() for couple in self.couples],
        }


def new(person: UUID) -> Keyring:
    return Keyring(person, 1, (Key(os.urandom(32)),))


def new_root() -> Key:
    """The root key: opens the keyring, is wrapped by passphrase and code, and is never kept."""
    return Key(os.urandom(32))


def seal(ring: Keyring, root: Key, *, nonce: bytes | None = None) -> box.Sealed:
    check(ring, root)
    return box.seal(ring.body(), _place(ring.person, ring.generation, "keys"), root, nonce=nonce)


def unseal(
    envelope: bytes, root: Key, person: UUID, generation: int, seen: box.Seen | None = None
) -> tuple[Keyring, box.Seen]:
    """The keyring of `person`, and what to remember: an older generation is stale."""
    opened = box.unseal(envelope, _place(person, generation, "keys"), [root], seen=seen)
    try:
        ring = _read(opened.body)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VaultError("malformed") from error
    if write(ring.body()) != write(opened.body):
        raise VaultError("malformed")
    check(ring, root)
    return ring, box.Seen(generation, opened.digest)


def check(ring: Keyring, root: Key) -> None:
    """One current key, no two keys of one id, no two couples of one id, known states only."""
    states = [key.state for key in ring.own]
    if states.count("current") != 1 or states.count("retiring") > 1:
        raise VaultError("malformed")
    if not set(states) <= set(OWN_STATES):
        raise VaultError("malformed")
    if not {couple.state for couple in ring.couples} <= set(COUPLE_STATES):
        raise VaultError("malformed")
    keys = [root, *ring.own, *(Key(couple.key) for couple in ring.couples)]
    if len({key.id for key in keys}) != len(keys):
        raise VaultError("malformed")
    ids = [ring.person, *(couple.id for couple in ring.couples)]
    partners = {couple.partner for couple in ring.couples}
    if len(set(ids)) != len(ids) or partners & set(ids):
        raise VaultError("malformed")


def wrap(
    root: Key, key: bytes, person: UUID, name: str, revision: int, kdf: int, **vector: bytes
) -> box.Sealed:
    """The root under a passphrase's or a code's key; `name` root-passphrase or root-recovery.

    `kdf` is 0 for anything but a passphrase.
    """
    place = _place(person, revision, name)
    body = {"kind": place.kind, "root": b64u(root.secret), "kdf": kdf}
    return box.seal(body, place, Key(key), nonce=vector.get("nonce"))


def unwrap(
    envelope: bytes,
    key: bytes,
    person: UUID,
    name: str,
    revision: int,
    kdf: int,
    seen: box.Seen | None = None,
) -> tuple[Key, box.Seen]:
    """The root, and what to remember of this wrap; one that names another `kdf` is refused."""
    opened = box.unseal(envelope, _place(person, revision, name), [Key(key)], seen=seen)
    if list(opened.body) != ["kind", "root", "kdf"]:
        raise VaultError("malformed")
    if opened.body["kdf"] != kdf:
        raise VaultError("bad_kdf")
    try:
        return Key(fixed(opened.body["root"], 32)), box.Seen(revision, opened.digest)
    except ValueError as error:
        raise VaultError("malformed") from error


def _place(person: UUID, revision: int, name: str) -> Place:
    return Place(person, person, person, revision, "keyring", name)


def _read(body: Body) -> Keyring:
    return Keyring(
        unb64u_uuid(body["person"]),
        body["generation"],
        tuple(Key(fixed(key["key"], 32), key["state"]) for key in body["own"]),
        tuple(read_couple(couple) for couple in body["couples"]),
    )


def read_couple(couple: Body) -> Couple:
    partner = couple["partner"]
    if not isinstance(partner["name"], str):
        raise ValueError("no name")
    return Couple(
        unb64u_uuid(couple["id"]),
        fixed(couple["key"], 32),
        unb64u_uuid(partner["id"]),
        partner["name"],
        fixed(couple["digest"], 32),
        couple["state"],
    )
