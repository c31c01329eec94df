"""A person at a server: signing up and in, and everything that needs the root.

The root is worked out from passphrase or code, used, and let go. `ring` is the open notebook's
keys; `lock` lets them go too.
"""

from __future__ import annotations

import os
from uuid import UUID, uuid4

import httpx

from drawleaf.client import keyring, passphrase, recovery
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.device import Device
from drawleaf.client.envelope import Sealed, Seen
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Answer, Refusal, Server
from drawleaf.client.keyring import Keyring
from drawleaf.client.keys import Key
from drawleaf.client.passphrase import Secrets

PASSPHRASE, RECOVERY = "root-passphrase", "root-recovery"


class Account:
    def __init__(
        self,
        base_url: str,
        transport: httpx.BaseTransport | None = None,
        device: Device | None = None,
    ) -> None:
        self.server = Server(base_url, transport)
        self.device = device or Device()
        self._ring: Keyring | None = None

    @property
    def ring(self) -> Keyring:
        """The keys of the open notebook; VaultError("shut") when it is not."""
        if self._ring is None:
            raise VaultError("shut")
        return self._ring

    @property
    def person(self) -> UUID:
        if self.device.hand is None:
            raise VaultError("shut")
        return self.device.hand.person

    def sign_up(
        self,
        user: str,
        name: str,
        words: str,
        code: str | None = None,
        invitation: UUID | None = None,
    ) -> None:
        """Become a person here, with the first code, an invitation, or an open door."""
        user, person = passphrase.user(user), uuid4()
        root, ring = keyring.new_root(), keyring.new(person)
        kdf, secrets = self._derive(user, words)
        wrap = keyring.wrap(root, secrets.wrap, person, PASSPHRASE, 1, kdf)
        keys = keyring.seal(ring, root)
        answer = self.server.post(
            "/sign-up/",
            person=person,
            user=user,
            name=name,
            kdf=kdf,
            login=b64u(secrets.login),
            kid=b64u(ring.current.id),
            wrap=b64u(wrap.envelope),
            keys=b64u(keys.envelope),
            code=code,
            invitation=invitation,
        )
        self._open(answer["keyring"], secrets.wrap, PASSPHRASE, kdf)

    def sign_in(self, user: str, words: str) -> None:
        """Sign in and open the notebook."""
        user = passphrase.user(user)
        kdf, secrets = self._derive(user, words)
        answer = self.server.post("/sign-in/", user=user, login=b64u(secrets.login), mine="on")
        root = self._open(answer["keyring"], secrets.wrap, PASSPHRASE, kdf)
        self._settle(root, secrets.login)

    def recover(self, user: str, code: str) -> None:
        """Sign in with the recovery code as typed. A new passphrase should follow."""
        user = passphrase.user(user)
        secrets = recovery.derive(user, recovery.read(code))
        answer = self.server.post("/recover/", user=user, login=b64u(secrets.login), mine="on")
        root = self._open(answer["keyring"], secrets.wrap, RECOVERY, 0)
        self._settle(root, secrets.login)

    def unlock(self, words: str) -> None:
        """Open the notebook of who is signed in."""
        self._settle(*self._root(words))

    def lock(self) -> None:
        """Shut the notebook: its keys go, and what is remembered of it is sealed."""
        if self._ring:
            self.device.shut_notebook(self._ring.current)
        self._ring = None

    def sign_out(self) -> None:
        self.server.post("/sign-out/")
        self.lock()
        self.device = Device()

    def new_passphrase(self, new: str, *, present: str = "", code: str = "") -> None:
        """Re-wrap the root, proved by the present passphrase or the code; other sessions end.

        It shuts out nobody who kept a copy of what the old one opened.
        """
        root, proof = self._root_by_code(code) if code else self._root(present)
        kdf, secrets = self._derive(self.device.user, new)
        revision = self._revision(PASSPHRASE) + 1
        wrap = keyring.wrap(root, secrets.wrap, self.person, PASSPHRASE, revision, kdf)
        address = "/keyring/passphrase/"
        self._send_wrap(address, proof, secrets, PASSPHRASE, revision, wrap, kdf=kdf)

    def recovery_code(self, words: str) -> str:
        """A new recovery code, to be copied by hand; the one before is worth nothing any more."""
        root, proof = self._root(words)
        code = os.urandom(16)
        secrets = recovery.derive(self.device.user, code)
        revision = self._revision(RECOVERY) + 1
        wrap = keyring.wrap(root, secrets.wrap, self.person, RECOVERY, revision, 0)
        self._send_wrap("/keyring/recovery/", proof, secrets, RECOVERY, revision, wrap)
        return recovery.spell(code)

    def _derive(self, user: str, words: str) -> tuple[int, Secrets]:
        """What the server says before sign-in is a kdf and a salt, nothing else."""
        asked = self.server.get("/sign-in/salt/", user=user)
        if set(asked) != {"kdf", "salt"}:
            raise VaultError("bad_kdf")
        return asked["kdf"], self._stretch(user, words, asked)

    def _stretch(self, user: str, words: str, given: Answer) -> Secrets:
        least = self.device.kdf if self.device.user in ("", user) else 1
        try:
            salt = unb64u(given["salt"])
        except (ValueError, TypeError, AttributeError) as error:
            raise VaultError("bad_kdf") from error
        return passphrase.derive(user, words, given["kdf"], salt, least=least)

    def _keyring(self) -> Answer:
        """The keyring as the server has it; with no line, as it was when last opened here."""
        try:
            return self.server.get("/keyring/")
        except Refusal as refused:
            if refused.status == 0 and self.device.keyring:
                return self.device.keyring
            raise

    def _root(self, words: str) -> tuple[Key, bytes]:
        """The root and the present login secret; the keyring is read anew on the way."""
        answer = self._keyring()
        secrets = self._stretch(self.device.user, words, answer)
        try:
            root = self._open(answer, secrets.wrap, PASSPHRASE, answer["kdf"])
        except VaultError as error:
            if error.reason == "unknown_key":
                raise VaultError("wrong_passphrase") from None
            raise
        return root, secrets.login

    def _root_by_code(self, code: str) -> tuple[Key, bytes]:
        secrets = recovery.derive(self.device.user, recovery.read(code))
        return self._open(self.server.get("/keyring/"), secrets.wrap, RECOVERY, 0), secrets.login

    def _open(self, answer: Answer, wrap: bytes, field: str, kdf: int) -> Key:
        """Open root and keyring, refusing older ones than this device has seen."""
        try:
            return self._open_newest(answer, wrap, field, kdf)
        except VaultError as error:
            if error.reason == "stale":
                raise VaultError("older_keys") from None
            raise

    def _open_newest(self, answer: Answer, wrap: bytes, field: str, kdf: int) -> Key:
        person, envelopes, seen = UUID(answer["person"]), answer["envelopes"], self.device.seen
        if self.device.hand and self.device.hand.person != person:
            raise VaultError("another_person")
        given = envelopes[field]
        root, wrapped = keyring.unwrap(
            unb64u(given["envelope"]), wrap, person, field, given["revision"], kdf, seen.get(field)
        )
        keys = envelopes["keys"]
        ring, opened = keyring.unseal(
            unb64u(keys["envelope"]), root, person, keys["revision"], seen.get("keys")
        )
        device = self.device
        device.user, device.name, device.kdf = answer["user"], answer["name"], max(device.kdf, kdf)
        device.keyring = answer
        seen |= {field: wrapped, "keys": opened}
        self._install(ring)
        return root

    def _settle(self, root: Key, proof: bytes) -> None:
        """Take over what the keyring waits for, while the root is at hand."""

    def _install(self, ring: Keyring) -> None:
        self._ring, self.device.couples = ring, ring.couples
        self.device.hand = ring.hand("leaf")
        self.device.open_notebook(ring.own)

    def _change(
        self, ring: Keyring, root: Key, proof: bytes, address: str, **fields: str
    ) -> Answer:
        """Send a changed keyring; it holds only once the server has taken it."""
        sealed = keyring.seal(ring, root)
        name = "envelope" if address == "/keyring/keys/" else "keys"
        fields[name] = b64u(sealed.envelope)
        answer = self.server.post(address, proof=b64u(proof), generation=ring.generation, **fields)
        self._hold("keys", ring.generation, sealed)
        self._install(ring)
        return answer

    def _revision(self, field: str) -> int:
        known = self.server.get("/keyring/")["envelopes"].get(field, {"revision": 0})
        return int(known["revision"])

    def _send_wrap(
        self, address: str, proof: bytes, secrets: Secrets, field: str, revision: int,
        wrap: Sealed, **more: int | str,
    ) -> None:  # fmt: skip
        self.server.post(
            address, proof=b64u(proof), login=b64u(secrets.login), revision=revision,
            envelope=b64u(wrap.envelope), **more,
        )  # fmt: skip
        self._hold(field, revision, wrap)

    def _hold(self, field: str, revision: int, sealed: Sealed) -> None:
        """The server has taken it: from now on this is the newest, offline too."""
        self.device.seen[field] = Seen(revision, sealed.digest)
        part = {"revision": revision, "envelope": b64u(sealed.envelope)}
        envelopes = self.device.keyring["envelopes"] | {field: part}
        self.device.keyring = self.device.keyring | {"envelopes": envelopes}
