"""The vectors for both, or neither."""

from __future__ import annotations

from uuid import UUID

import pytest

from drawleaf.client import body, keyring
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.device import Device, spot
from drawleaf.client.envelope import Seen, bucket, seal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Answer
from drawleaf.client.keys import Hand
from drawleaf.client.place import Place
from drawleaf.client.questions import whole_text
from drawleaf.client.reveal import Reveal, commit, question_of
from drawleaf.client.tests.vectors import cases, name, place

pytestmark = pytest.mark.once
[WHOLE] = cases("reveal", "reveal")


def ana(case) -> Reveal:
    """Her side of it, on a device that has seen nothing yet."""
    ring = keyring._read(body.read(case["keyring"].encode()))
    couple = ring.couple(UUID(case["couple"]))
    return Reveal(Device(hand=ring.hand("leaf")), ring, couple, UUID(case["joint"]))


@pytest.mark.parametrize("case", cases("reveal", "question"), ids=name)
def test_questions(case):
    assert question_of(case["id"], case["text"]) == case["question"]


@pytest.mark.parametrize("case", cases("reveal", "asked"), ids=name)
def test_what_is_asked(case):
    assert whole_text(case["asked"]) == case["text"]


@pytest.mark.parametrize("case", cases("reveal", "commit"), ids=name)
def test_commitments(case):
    at, salt = place(case["place"]), unb64u(case["salt"])
    assert b64u(at.context()) == case["context"]
    assert commit(at, salt, case["answer"].encode()) == case["commitment"]


@pytest.mark.parametrize("case", cases("reveal", "size"), ids=name)
def test_sizes(case):
    at = place(case["place"])
    plain = (37 if at.shared else 5) + case["length"]
    if case["bucket"]:
        assert bucket(plain, at.least) == case["bucket"]
    else:
        with pytest.raises(VaultError, match="too_long"):
            bucket(plain, at.least)


def test_one_reveal_comes_out_the_same():
    reveal, answer = ana(WHOLE), body.read(WHOLE["answer"].encode())
    q, theirs = WHOLE["question"], WHOLE["their_commitment"]
    bound = reveal.bind(q, WHOLE["revision"], answer, salt=unb64u(WHOLE["salt"]))
    digests = [b64u(each.digest) for each in (bound.waiting, bound.commitment)]
    assert digests == [WHOLE["waiting"]["digest"], WHOLE["commitment"]["digest"]]
    waiting = reveal.waiting(WHOLE["waiting"])
    assert (waiting.answer, b64u(waiting.own)) == (answer, WHOLE["commitment"]["digest"])
    ahead = reveal.ahead(waiting, q, theirs)
    assert b64u(ahead.digest) == WHOLE["ahead"]["digest"]
    release = reveal.release(waiting, WHOLE["ahead"], theirs)
    assert b64u(release.digest) == WHOLE["release"]["digest"]
    for beside in (WHOLE["ahead"], None):
        opened = reveal.opened(q, beside, WHOLE["release"], theirs, WHOLE["their_release"])
        assert body.write(opened).decode() == WHOLE["opened"]
    gone = reveal.withdraw(WHOLE["withdrawn"]["revision"])
    assert b64u(gone.digest) == WHOLE["withdrawn"]["digest"]


@pytest.mark.parametrize("case", cases("reveal", "refuse"), ids=name)
def test_refusals(case):
    reveal = ana(case)
    if seen := case["remembered"]:
        me = reveal.ring.person
        at = spot(Place(me, me, reveal.joint, 1, "reveal", "waiting"))
        reveal.device.own_seen[at] = Seen(seen["revision"], unb64u(seen["digest"]))
    if case["error"] is None:
        go_through(reveal, case)
        return
    with pytest.raises(VaultError) as refused:
        go_through(reveal, case)
    assert refused.value.reason == case["error"]
    assert (refused.value.shown is not None) == case["shown"]


def sealed(reveal: Reveal, row: Answer) -> Answer:
    """A row of a case, sealed as its place says."""
    if "envelope" in row:
        return row
    at = place(row["place"])
    hand = Hand(at.author, unb64u(row["tagkey"])) if at.shared else None
    key = reveal.key if at.shared else reveal.ring.current
    envelope = seal(body.read(row["body"].encode()), at, key, hand).envelope
    return {"revision": row["revision"], "envelope": b64u(envelope)}


def go_through(reveal: Reveal, case) -> None:
    rows = {each: sealed(reveal, row) for each, row in case["rows"].items()}
    q, step = case["question"], case["step"]
    if step == "open":
        mine = rows.get("ahead"), rows.get("release")
        reveal.opened(q, *mine, rows["their_commitment"], rows["their_release"])
        return
    waiting = reveal.waiting(rows["waiting"])
    if step == "ahead":
        reveal.ahead(waiting, q, rows["their_commitment"])
    elif step == "release":
        reveal.release(waiting, rows["ahead"], rows["their_commitment"])
