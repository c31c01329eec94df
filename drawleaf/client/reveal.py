"""Both, or neither: one person's side of one question, whatever a host lays before them.

An answer waits under its author's own key, bound by a commitment under the couple's. Once both are
bound each opens by hand: *ahead* writes down for which two commitments, then the release says it to
the other. Nobody reads before being bound; nobody is made to open.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from drawleaf.client.body import Body, read, write
from drawleaf.client.bytes import b64u, digest, fixed, lp, u32
from drawleaf.client.device import Device, spot
from drawleaf.client.envelope import Opened, Sealed, Seen, seal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Answer
from drawleaf.client.keyring import Couple, Keyring
from drawleaf.client.keys import Key
from drawleaf.client.place import Place


def question_of(id: str, text: str) -> str:
    """What both have on view: "set@version/name" and all that it asks (`whole_text`)."""
    said = unicodedata.normalize("NFC", text).encode()
    return b64u(digest(b"sealed/1 question" + lp(id) + said))


def commit(place: Place, salt: bytes, answer: bytes) -> str:
    """Binds to `answer` and tells nothing of it; `place` is where an answer would lie."""
    context = lp(place.context())
    return b64u(digest(b"sealed/1 commit" + salt + context + u32(len(answer)) + answer))


@dataclass(frozen=True)
class Bound:
    """What one posts to be bound: both rows, or neither."""

    revision: int
    waiting: Sealed
    commitment: Sealed


@dataclass(frozen=True)
class Waiting:
    """My own answer as it waits, and the digest of the commitment that binds it."""

    revision: int
    question: str
    salt: bytes
    answer: Body
    own: bytes


class Reveal:
    def __init__(self, device: Device, ring: Keyring, couple: Couple, joint: UUID) -> None:
        self.device, self.ring, self.couple, self.joint = device, ring, couple, joint
        self.hand, self.key = ring.hand("reveal"), Key(couple.key)

    def bind(self, question: str, revision: int, answer: Body, *, salt: bytes = b"") -> Bound:
        """Seal an answer to myself, and a commitment to it for both. `salt` is for vectors."""
        salt, said = salt or os.urandom(32), write(answer)
        c = commit(self._shared(revision, "answer"), salt, said)
        body: Body = {"kind": "reveal.commitment", "question": question, "commitment": c}
        place = self._shared(revision, "commitment")
        commitment = seal(body, place, self.key, self.hand)
        waiting = self._own(
            revision, "waiting", revision=revision, question=question, salt=b64u(salt),
            answer=said.decode(), own=b64u(commitment.digest),
        )  # fmt: skip
        return Bound(revision, waiting, commitment)

    def withdraw(self, revision: int) -> Sealed:
        """The next revision in place of what waits: it says that nothing does."""
        return self._own(revision, "waiting", revision=revision, withdrawn=True)

    def remember(self, revision: int, field: str, sealed: Sealed) -> None:
        """The server holds it: from now on nothing older is mine."""
        self.device.remember(self._alone(revision, field), sealed.digest)

    def seen(self, field: str) -> Seen | None:
        """What this device remembers of mine."""
        return self.device.own_seen.get(spot(self._alone(1, field)))

    def waiting(self, row: Answer) -> Waiting:
        """What I have kept, if it is the newest and not withdrawn."""
        body = self._mine(row, "waiting").body
        if body.get("withdrawn"):
            raise VaultError("withdrawn")
        salt, own = _digest(body, "salt"), _digest(body, "own")
        said = read(str(body.get("answer")).encode())
        return Waiting(row["revision"], str(body.get("question")), salt, said, own)

    def ahead(self, waiting: Waiting, question: str, theirs: Answer) -> Sealed:
        """For which two commitments I am about to open; to be acknowledged before `release`.

        `question` is what is on view, `theirs` the other's commitment as the server has it.
        """
        partner = self._theirs(theirs, "commitment")
        if not waiting.question == partner.body.get("question") == question:
            raise VaultError("other_question")
        return self._own(
            1, "ahead", revision=waiting.revision,
            own=b64u(waiting.own), partner=b64u(partner.digest),
        )  # fmt: skip

    def release(self, waiting: Waiting, ahead: Answer, theirs: Answer) -> Sealed:
        """My words for the other, after the server has acknowledged `ahead`, and only for these."""
        own, partner = _two(self._mine(ahead, "ahead"))
        if (own, partner) != (waiting.own, self._theirs(theirs, "commitment").digest):
            raise VaultError("changed")
        body: Body = {
            "kind": "reveal.release", "salt": b64u(waiting.salt),
            "answer": write(waiting.answer).decode(), "own": b64u(own), "partner": b64u(partner),
        }  # fmt: skip
        return seal(body, self._shared(waiting.revision, "release"), self.key, self.hand)

    def opened(
        self, question: str, ahead: Answer | None, mine: Answer | None,
        commitment: Answer, release: Answer,
    ) -> Body:  # fmt: skip
        """What the other has opened for me; VaultError, its words in `shown`, if it is false.

        `mine` is my own release. Where the notebook is shut it stands in for `ahead`.
        """
        facing = self._facing(ahead, mine)
        first, said = self._theirs(commitment, "commitment"), self._theirs(release, "release")
        answer, body = read(str(said.body.get("answer")).encode()), said.body
        shown = Opened(answer, said.digest)
        place = self._shared(release["revision"], "answer", self.couple.partner)
        c = commit(place, _digest(body, "salt"), write(answer))
        if c != first.body.get("commitment"):
            raise VaultError("differs", shown)
        named = _two(said)[::-1]
        if {named} != facing or first.digest != named[1]:
            raise VaultError("other_version", shown)
        if first.body.get("question") != question:
            raise VaultError("other_question", shown)
        return answer

    def _facing(self, ahead: Answer | None, mine: Answer | None) -> set[tuple[bytes, bytes]]:
        """The two commitments I opened for, mine and the other's: all that is said of them.

        An ahead that nothing was released for, as after a press that broke off, is kept by whoever
        hosts: my release has to say the same. What is tagged from before new keys, others could
        have made: there ahead stands alone.
        """
        if not mine:
            raise VaultError("not_opened")
        faced = {_two(self._mine(ahead, "ahead"))} if ahead else set()
        try:
            return faced | {_two(self._mine(mine, "release"))}
        except VaultError as error:
            if not faced or error.reason != "from_before":
                raise
            return faced

    def _mine(self, row: Answer, field: str) -> Opened:
        shared = field in ("commitment", "release")
        place = (self._shared if shared else self._alone)(row["revision"], field)
        opened = self.device.open(row["envelope"], place, self._keys(shared), self.hand)
        if not shared and opened.body.get("couple") != b64u(self.couple.id.bytes):
            raise VaultError("malformed")
        return opened

    def _theirs(self, row: Answer, field: str) -> Opened:
        place = self._shared(row["revision"], field, self.couple.partner)
        return self.device.open(row["envelope"], place, self._keys(True), self.hand)

    def _keys(self, shared: bool) -> tuple[Key, ...]:
        return (self.key,) if shared else self.ring.own

    def _own(self, at: int, field: str, **members: object) -> Sealed:
        place = self._alone(at, field)
        body: Body = {"kind": place.kind, "couple": b64u(self.couple.id.bytes), **members}
        return seal(body, place, self.ring.current)

    def _alone(self, revision: int, field: str) -> Place:
        person = self.ring.person
        return Place(person, person, self.joint, revision, "reveal", field)

    def _shared(self, revision: int, field: str, author: UUID | None = None) -> Place:
        author = author or self.ring.person
        return Place(self.couple.id, author, self.joint, revision, "reveal", field)


def _two(half: Opened) -> tuple[bytes, bytes]:
    """The two commitments that an ahead or a release names: its author's own and the other's."""
    return _digest(half.body, "own"), _digest(half.body, "partner")


def _digest(body: Body, name: str) -> bytes:
    try:
        return fixed(body.get(name), 32)
    except ValueError as error:
        raise VaultError("malformed") from error
