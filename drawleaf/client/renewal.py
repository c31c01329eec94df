"""New keys, where somebody may know the passphrase. It may stop anywhere and be taken up again.

First all that opens the keyring changes at once. Then each record is sealed anew, by any device
that has both keys. When none is left under the old key it is retired: it still checks what was
tagged with it, and whatever comes under it is from before.
"""

from __future__ import annotations

from math import inf
from uuid import UUID

from drawleaf.client import keyring, recovery
from drawleaf.client.account import PASSPHRASE, RECOVERY
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.envelope import Opened, seal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Answer, Refusal
from drawleaf.client.keys import Key
from drawleaf.client.partners import Partners
from drawleaf.client.place import Place


class Renewal(Partners):
    def renew_keys(self, new: str, new_code: str, *, present: str = "", code: str = "") -> None:
        """Another root, own key, passphrase and recovery code; all other sessions end.

        Known by the present passphrase or code. `new_code` (of `recovery.fresh`) is on paper by
        now. If the answer is lost, sign in with `new`; where that is not taken, nothing changed.
        What is left to seal anew, `ring.retiring` tells; the next `unlock` goes on with it.
        """
        root, proof = self._root_by_code(code) if code else self._root(present)
        if self.ring.retiring:
            self.reseal()
            self._retire(root, proof)
        # Whoever copied the notebook has the secret of a link that is still open.
        self.withdraw()
        # Under the old key only what was seen by now is believed afterwards.
        self.sync()
        list(self.records())
        for row in self.device.reveal.values():
            self._opened_half(row)
        root, proof = self._renew(proof, new, recovery.read(new_code))
        self._settle(root, proof)

    def reseal(self) -> int:
        """Seal anew what still lies under the key before; how many do not open, and stay.

        Needs the notebook open, not the root. Starts again wherever it was left.
        """
        before: float = inf
        while True:
            self.sync()
            rows = self._under_another_key()
            # A round that made none better would go round for ever.
            if not rows or len(rows) >= before:
                self.device.knows = True
                return len(rows)
            before = len(rows)
            for row in rows:
                self._seal_anew(row)

    def _renew(self, proof: bytes, new: str, new_code: bytes) -> tuple[Key, bytes]:
        root, ring = keyring.new_root(), self.ring.renewed()
        envelopes = self.device.keyring["envelopes"]
        first, second = (
            envelopes.get(field, {"revision": 0})["revision"] + 1
            for field in (PASSPHRASE, RECOVERY)
        )
        kdf, words = self._derive(self.device.user, new)
        by_code = recovery.derive(self.device.user, new_code)
        wrap = keyring.wrap(root, words.wrap, self.person, PASSPHRASE, first, kdf)
        way_back = keyring.wrap(root, by_code.wrap, self.person, RECOVERY, second, 0)
        keys = keyring.seal(ring, root)
        self.device.keyring = self.server.post(
            "/keyring/renewal/", proof=b64u(proof), kid=b64u(ring.current.id), kdf=kdf,
            generation=ring.generation, keys=b64u(keys.envelope), login=b64u(words.login),
            revision=first, envelope=b64u(wrap.envelope), recovery_login=b64u(by_code.login),
            recovery_revision=second, recovery=b64u(way_back.envelope),
        )  # fmt: skip
        self._hold(PASSPHRASE, first, wrap)
        self._hold(RECOVERY, second, way_back)
        self._hold("keys", ring.generation, keys)
        self._install(ring)
        return root, words.login

    def _seal_anew(self, row: Answer) -> None:
        if row.get("field", "record") != "record":
            return self._seal_half(row)
        record, revision = UUID(row["record"]), row["revision"]
        try:
            opened = self.device.open(row["envelope"], self._place(record, revision), self.ring.own)
        except VaultError:
            return  # sealed anew it would look as if it were whole
        place = self._place(record, revision + 1)
        sealed = seal(opened.body, place, self.ring.current)
        envelope = b64u(sealed.envelope)
        fields = {"record": str(record), "revision": revision + 1, "envelope": envelope}
        try:
            self.server.post("/notebook/records/", **fields)
        except Refusal as refused:
            # Another device was first: with new words, or with the same ones.
            if refused.reason == "changed":
                return
            raise
        self.device.records[str(record)] = fields
        self.device.remember(place, sealed.digest)

    def _seal_half(self, row: Answer) -> None:
        """An answer that waits keeps its revision: a commitment counts on it."""
        opened = self._opened_half(row)
        if not opened:
            return
        sealed = seal(opened.body, self._place_of_half(row), self.ring.current)
        fields = {**row, "envelope": b64u(sealed.envelope)}
        try:
            self.server.post("/notebook/resealings/", **fields)
        except Refusal as refused:
            if refused.reason != "changed":
                raise
            return
        self.device.reveal[f"{row['record']} {row['field']}"] = fields

    def _opened_half(self, row: Answer) -> Opened | None:
        try:
            return self.device.open(row["envelope"], self._place_of_half(row), self.ring.own)
        except VaultError:
            return None

    def _place_of_half(self, row: Answer) -> Place:
        me, record = self.person, UUID(row["record"])
        return Place(me, me, record, row["revision"], "reveal", row["field"])

    def _under_another_key(self) -> list[Answer]:
        current = b64u(self.ring.current.id)
        rows = [*self.device.records.values(), *self.device.reveal.values()]
        return [row for row in rows if key_of(row["envelope"]) != current]

    def _settle(self, root: Key, proof: bytes) -> None:
        super()._settle(root, proof)
        if self.ring.retiring is None:
            return
        try:
            left = self.reseal()
            if not left and self.device.has_all():
                self._retire(root, proof)
        except Refusal:
            return  # the line broke, or another device was first; the next unlocking goes on

    def _retire(self, root: Key, proof: bytes) -> None:
        if self.ring.retiring:
            self.device.resealed = b64u(self.ring.retiring.id)
        self._change(self.ring.with_retired(), root, proof, "/keyring/keys/")


def key_of(envelope: str) -> str:
    """The name of the key that an envelope was sealed with; "" where it is none."""
    try:
        return b64u(unb64u(envelope)[1:9])
    except ValueError:
        return ""
