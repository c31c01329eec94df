"""Becoming two: invite by a link, answer it, confirm the answer, compare six words."""

from __future__ import annotations

import time
from dataclasses import replace
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from drawleaf.client import pairing
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Answer, Refusal
from drawleaf.client.keyring import Couple, Keyring
from drawleaf.client.keys import Key
from drawleaf.client.notebook import Notebook, Record
from drawleaf.client.pairing import Kept, Message
from drawleaf.client.place import Place
from drawleaf.client.words import pairing_words

WEEK = 7 * 24 * 3600


class Partners(Notebook):
    def couples(self) -> tuple[Couple, ...]:
        return self.device.couples

    def couple(self, id: UUID | None = None) -> Couple:
        """The couple meant: the one named, or the only one."""
        for couple in self.device.couples:
            if couple.id == id:
                return couple
        in_use = [couple for couple in self.device.couples if couple.state != "left"]
        if id is None and len(in_use) == 1:
            return in_use[0]
        raise VaultError("unknown_key")

    def invite(self, renews: Couple | None = None) -> str:
        """A link for one person, for seven days. What stands after `#` never reaches a server.

        `renews`: new keys with the partner of that couple, who sees that they are asked for.
        """
        sealed, kept = pairing.invite(self.ring, self.device.name, int(time.time()) + WEEK)
        body = replace(kept, renews=renews.id if renews else None).body()
        own = self.keep(uuid4(), 1, "invitation", **{name: body[name] for name in list(body)[2:]})
        try:
            self.server.post(
                "/invitations/", invitation=kept.invitation, couple=kept.couple,
                envelope=b64u(sealed.envelope), renews=renews and renews.id,
            )  # fmt: skip
        except Refusal:
            self.delete(own)
            raise
        return f"{self.server.base_url}/join/{kept.invitation}/#{kept.fragment}"

    def withdraw(self) -> None:
        """Close what invitations of mine are open; their links open nothing any more."""
        for own, kept in self._invitations():
            self.server.post(f"/invitations/{kept.invitation}/withdrawal/")
            self.delete(own)

    def invitation(self, link: str) -> Message:
        """Whose invitation a link is, before answering it."""
        invitation, secret = read_link(link)
        page = self.server.page(f"/join/{invitation}/").data
        couple, author = UUID(page["couple"]), UUID(page["author"])
        place = Place(couple, author, invitation, 1, "pairing", "invite")
        envelope = unb64u(page["envelope"])
        now, me = int(time.time()), self.device.name
        return pairing.read_invite(envelope, secret, place, self.ring, now, me)

    def join(self, link: str, words: str) -> Couple:
        """Answer an invitation: the couple, asked, until the inviter confirms."""
        root, proof = self._root(words)
        invitation, secret = read_link(link)
        invited = self.invitation(link)
        name = self.device.name
        sealed, couple = pairing.join(self.ring, name, invited, secret, invitation)
        ring, envelope = self.ring.paired(couple), b64u(sealed.envelope)
        self._change(ring, root, proof, f"/join/{invitation}/", envelope=envelope)
        return couple

    def answer(self) -> Message | None:
        """Who has answered my invitation, if anybody has."""
        found = self._answered()
        return found[2] if found else None

    def confirm(self, words: str) -> Couple:
        """Say yes to who answered. From now on both write; the link's secret is deleted."""
        root, proof = self._root(words)
        found = self._answered()
        if found is None:
            raise VaultError("not_answered")
        own, kept, joined = found
        sealed, couple = pairing.confirm(self.ring, kept, joined)
        self._change(
            self._instead(self.ring.paired(couple), couple, kept.renews), root, proof,
            f"/invitations/{kept.invitation}/confirmation/", envelope=b64u(sealed.envelope),
            kid=b64u(Key(couple.key).id),
        )  # fmt: skip
        self.delete(own)
        return couple

    def pairing_words(self, couple: Couple | None = None) -> list[str]:
        """Six words, the same with both; different ones mean that somebody stood between."""
        return pairing_words((couple or self.couple()).digest)

    def compared(self, couple: Couple) -> Record:
        """Keep for myself that the six words were the same."""
        id, t = b64u(couple.id.bytes), b64u(couple.digest)
        return self.keep(uuid4(), 1, "compared", couple=id, digest=t)

    def _settle(self, root: Key, proof: bytes) -> None:
        """A partner's yes has come: from now on I may write too."""
        asked = {couple.id: couple for couple in self.ring.couples if couple.state == "asked"}
        for row in self._rows() if asked else []:
            couple = asked.get(UUID(row["couple"]))
            if couple and row["confirm"] and self._says_yes(row, couple):
                renews = UUID(row["renews"]) if row["renews"] else None
                ring = self._instead(self.ring.confirmed(couple.id), couple, renews)
                self._change(ring, root, proof, "/keyring/keys/")

    @staticmethod
    def _instead(ring: Keyring, couple: Couple, renews: UUID | None) -> Keyring:
        """Where these are new keys with the same partner, the table before is left."""
        if renews in (None, couple.id) or renews not in {each.id for each in ring.couples}:
            return ring
        before = ring.couple(renews)
        if before.partner != couple.partner:
            raise VaultError("another_partner")
        return ring.left(before.id)

    def _says_yes(self, row: Answer, couple: Couple) -> bool:
        try:
            envelope, invitation = unb64u(row["confirm"]), UUID(row["id"])
            pairing.read_confirm(envelope, invitation, couple, self.ring, None)
        except VaultError:
            return False
        return True

    def _answered(self) -> tuple[Record, Kept, Message] | None:
        rows = {row["id"]: row for row in self._rows() if row["state"] == "answered"}
        for own, kept in self._invitations():
            row = rows.get(str(kept.invitation))
            if row and row["invited"]:
                if row["renews"] != (kept.renews and str(kept.renews)):
                    raise VaultError("another_partner")
                now, me = int(time.time()), self.device.name
                joined = pairing.read_join(
                    unb64u(row["join"]), UUID(row["invited"]), kept, self.ring, now, me
                )
                return own, kept, joined
        return None

    def _invitations(self) -> list[tuple[Record, Kept]]:
        self.sync()
        own = [it for it in self.records() if it.body.get("type") == "invitation" and not it.error]
        return [(it, pairing.kept(it.body)) for it in own]

    def _rows(self) -> list[Answer]:
        rows = self.server.page("/pairing/").json["pairing"]["invitations"]
        return [row for row in rows if isinstance(row, dict)]


def read_link(link: str) -> tuple[UUID, bytes]:
    """Invitation and secret of a link; VaultError("malformed") for half a one."""
    parts = urlsplit(link)
    try:
        invitation, secret = UUID(parts.path.strip("/").split("/")[-1]), unb64u(parts.fragment)
    except ValueError as error:
        raise VaultError("malformed") from error
    if len(secret) != 16:
        raise VaultError("malformed")
    return invitation, secret
