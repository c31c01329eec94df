"""Pairing: a link only the two know, a key agreed under it, six words to make sure.

The server carries three envelopes. Without the link's secret it can neither read the
first two nor put keys of its own into them, and the couple key needs both.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from drawleaf.client import names
from drawleaf.client.body import Body
from drawleaf.client.bytes import b64u, digest, fixed, hkdf, unb64u_uuid
from drawleaf.client.envelope import Sealed, seal, unseal
from drawleaf.client.errors import VaultError
from drawleaf.client.keyring import Couple, Keyring
from drawleaf.client.keys import Key
from drawleaf.client.place import Place

Draw = Callable[[int], bytes]


@dataclass(frozen=True)
class Kept:
    """What the inviter keeps in an own-key record until the answer is confirmed, then deletes."""

    invitation: UUID
    couple: UUID
    secret: bytes = field(repr=False)
    dh: bytes = field(repr=False)
    digest: bytes
    expires: int
    renews: UUID | None = None  # the couple whose place the new one is to take

    @property
    def fragment(self) -> str:
        return b64u(self.secret)

    def body(self) -> Body:
        return {
            "kind": "notebook.record",
            "type": "invitation",
            "invitation": b64u(self.invitation.bytes),
            "couple": b64u(self.couple.bytes),
            "secret": b64u(self.secret),
            "dh": b64u(self.dh),
            "digest": b64u(self.digest),
            "expires": self.expires,
            **({"renews": b64u(self.renews.bytes)} if self.renews else {}),
        }


@dataclass(frozen=True)
class Message:
    """An invite or a join as opened: who wrote it, and the digest the other side names."""

    couple: UUID
    person: UUID
    name: str
    dh: bytes
    digest: bytes
    expires: int = 0


def kept(body: Body) -> Kept:
    """An inviter's own record, read back."""
    try:
        found = Kept(
            unb64u_uuid(body["invitation"]),
            unb64u_uuid(body["couple"]),
            fixed(body["secret"], 16),
            fixed(body["dh"], 32),
            fixed(body["digest"], 32),
            body["expires"],
            unb64u_uuid(body["renews"]) if "renews" in body else None,
        )
    except (KeyError, ValueError) as error:
        raise VaultError("malformed") from error
    if found.body() != body or type(found.expires) is not int:
        raise VaultError("malformed")
    return found


def invite(ring: Keyring, name: str, expires: int, draw: Draw = os.urandom) -> tuple[Sealed, Kept]:
    """An invitation to become a couple; `expires` in whole seconds, UTC. `draw` is for vectors."""
    invitation, couple = (UUID(bytes=draw(16), version=4) for _ in range(2))
    secret, dh = draw(16), draw(32)
    place = Place(couple, ring.person, invitation, 1, "pairing", "invite")
    body = {
        "kind": place.kind,
        "couple": b64u(couple.bytes),
        "person": b64u(ring.person.bytes),
        "name": name,
        "dh": b64u(_public(dh)),
        "nonce16": b64u(draw(16)),
        "expires": expires,
    }
    key = link_key(secret, invitation, "invite")
    sealed = seal(body, place, key, ring.hand("pairing"), nonce=draw(12))
    return sealed, Kept(invitation, couple, secret, dh, sealed.digest, expires)


def read_invite(
    envelope: bytes, secret: bytes, place: Place, ring: Keyring, now: int, me: str = ""
) -> Message:
    """Whose invitation this is, `place` as in the row; not oneself, a couple known, or too late."""
    key = link_key(secret, place.record, "invite")
    opened = unseal(envelope, place, [key], ring.hand("pairing"))
    message = _message(place, opened.body, opened.digest)
    ring.refuse(message.couple, message.person)
    names.check(message.name, me)
    if now >= message.expires:
        raise VaultError("expired")
    return message


def join(
    ring: Keyring, name: str, invited: Message, secret: bytes, invitation: UUID,
    draw: Draw = os.urandom,
) -> tuple[Sealed, Couple]:  # fmt: skip
    """The answer, and the couple it makes: asked, until the inviter confirms."""
    ring.refuse(invited.couple, invited.person)
    dh = draw(32)
    place = Place(invited.couple, ring.person, invitation, 1, "pairing", "join")
    body = {
        "kind": place.kind,
        "about": b64u(invited.digest),
        "person": b64u(ring.person.bytes),
        "name": name,
        "dh": b64u(_public(dh)),
        "nonce16": b64u(draw(16)),
    }
    key = link_key(secret, invitation, "join")
    sealed = seal(body, place, key, ring.hand("pairing"), nonce=draw(12))
    t = transcript(invited.digest, sealed.digest)
    shared = couple_key(dh, invited.dh, secret, t)
    return sealed, Couple(invited.couple, shared, invited.person, invited.name, t, "asked")


def read_join(
    envelope: bytes, person: UUID, own: Kept, ring: Keyring, now: int, me: str = ""
) -> Message:
    """Who answered; refused unless it answers this very invitation, in time."""
    place = Place(own.couple, person, own.invitation, 1, "pairing", "join")
    key = link_key(own.secret, own.invitation, "join")
    opened = unseal(envelope, place, [key], ring.hand("pairing"))
    message = _message(place, opened.body, opened.digest)
    ring.refuse(own.couple, message.person)
    names.check(message.name, me)
    if opened.body["about"] != b64u(own.digest):
        raise VaultError("malformed")
    if now >= own.expires:
        raise VaultError("expired")
    return message


def confirm(
    ring: Keyring, own: Kept, joined: Message, draw: Draw = os.urandom
) -> tuple[Sealed, Couple]:
    """The inviter's yes. After it, both write, and the caller deletes what was kept."""
    t = transcript(own.digest, joined.digest)
    key = couple_key(own.dh, joined.dh, own.secret, t)
    couple = Couple(own.couple, key, joined.person, joined.name, t, "paired")
    place = Place(own.couple, ring.person, own.invitation, 1, "pairing", "confirm")
    body = {"kind": place.kind, "about": b64u(joined.digest)}
    return seal(body, place, Key(key), ring.hand("pairing"), nonce=draw(12)), couple


def read_confirm(
    envelope: bytes, invitation: UUID, couple: Couple, ring: Keyring, joined: bytes | None
) -> None:
    """Refused unless the pinned partner says yes to my answer.

    `joined` is its digest where this device still knows it; the couple key binds it in any case.
    """
    place = Place(couple.id, couple.partner, invitation, 1, "pairing", "confirm")
    opened = unseal(envelope, place, [Key(couple.key)], ring.hand("pairing"))
    about = _about(opened.body, ["kind", "about"])
    if joined is not None and about != joined:
        raise VaultError("malformed")


def link_key(secret: bytes, invitation: UUID, message: str) -> Key:
    return Key(hkdf(secret, invitation.bytes, f"sealed/1 {message}".encode()))


def transcript(invited: bytes, joined: bytes) -> bytes:
    """T: both messages, whole. The couple key and the six words hang on it."""
    return digest(b"sealed/1 pairing" + invited + joined)


def couple_key(mine: bytes, theirs: bytes, secret: bytes, t: bytes) -> bytes:
    """An agreement that comes out as zero is no agreement: malformed."""
    try:
        agreed = X25519PrivateKey.from_private_bytes(mine).exchange(
            X25519PublicKey.from_public_bytes(theirs)
        )
    except ValueError as error:
        raise VaultError("malformed") from error
    return hkdf(agreed + secret, t, b"sealed/1 couple")


def _public(dh: bytes) -> bytes:
    return X25519PrivateKey.from_private_bytes(dh).public_key().public_bytes_raw()


def _about(body: Body, members: list[str]) -> bytes:
    try:
        if list(body) != members:
            raise VaultError("malformed")
        return fixed(body["about"], 32)
    except ValueError as error:
        raise VaultError("malformed") from error


def _message(place: Place, body: Body, digest: bytes) -> Message:
    first = ["couple"] if place.field == "invite" else ["about"]
    last = ["expires"] if place.field == "invite" else []
    if list(body) != ["kind", *first, "person", "name", "dh", "nonce16", *last]:
        raise VaultError("malformed")
    expires = body.get("expires", 0)
    if not isinstance(body["name"], str) or type(expires) is not int:
        raise VaultError("malformed")
    try:
        fixed(body["nonce16"], 16)
        dh = fixed(body["dh"], 32)
    except ValueError as error:
        raise VaultError("malformed") from error
    return Message(place.scope, place.author, names.check(body["name"]), dh, digest, expires)
