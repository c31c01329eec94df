"""Vectors for both, or neither: commitments, one reveal whole, every refusal of it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from drawleaf.client.body import read, write
from drawleaf.client.bytes import b64u, u8, u32
from drawleaf.client.device import Device
from drawleaf.client.envelope import Sealed, bucket, seal, unseal
from drawleaf.client.errors import VaultError
from drawleaf.client.keyring import Couple, Keyring
from drawleaf.client.keys import Key
from drawleaf.client.place import Place
from drawleaf.client.reveal import Reveal, commit, question_of
from tests.vectors.asked import ASKS, questions, what_is_asked
from tests.vectors.fixed import (
    ANA,
    BO,
    COUPLE,
    OLD,
    OURS,
    OWN,
    Case,
    some,
    some_id,
    spelled,
    text,
)  # fmt: skip

JOINT, ELSEWHERE, OTHERS = some_id("joint"), some_id("another joint"), some_id("another couple")
Q, R = question_of("apart@1/kitchen", ASKS), question_of("apart@1/weather", ASKS)
MINE = {"text": "Bo’s chipped cup. *Ours.* 🍃"}
HIS = {"text": "The lamp.", "dots": "4"}


def ring(me: UUID, other: UUID, name: str, own: tuple[Key, ...]) -> Keyring:
    tables = [(COUPLE, OURS), (OTHERS, Key(some("their key", 32)))]
    couples = [Couple(id, key.secret, other, name, some("t", 32), "paired") for id, key in tables]
    return Keyring(me, 3, own, tuple(couples))


RING, BO_RING = ring(ANA, BO, "Bo", (OWN, OLD)), ring(BO, ANA, "Ana", (Key(some("bo own", 32)),))


def reveal_of(keys: Keyring, couple: UUID = COUPLE, joint: UUID = JOINT) -> Reveal:
    return Reveal(Device(hand=keys.hand("leaf")), keys, keys.couple(couple), joint)


def place(field: str, author: UUID = ANA, revision: int = 2) -> Place:
    scope = author if field in ("waiting", "ahead") else COUPLE
    return Place(scope, author, JOINT, revision, "reveal", field)


def again(sealed: Sealed, where: Place, keys: Keyring = RING) -> Case:
    """What was sealed, as a row; its nonce is the same on every run."""
    hand, key = keys.hand("reveal"), OURS if where.shared else keys.current
    body = unseal(sealed.envelope, where, [key], hand).body
    fixed = seal(body, where, key, hand, nonce=some(f"nonce {where}", 12))
    return {"revision": where.revision, "envelope": b64u(fixed.envelope),
            "digest": b64u(fixed.digest), "body": text(body)}  # fmt: skip


def reveal() -> list[Case]:
    return [*questions(), *what_is_asked(), *commitments(), *whole(), *sizes(), *refusals()]


def commitments() -> list[Case]:
    cases = []
    where, salt = place("answer"), some("salt", 32)
    for name, at, its, answer in [
        ("mine", where, salt, MINE),
        ("the same, next revision", replace(where, revision=3), salt, MINE),
        ("the same, by Bo", place("answer", BO), salt, MINE),
        ("the same, elsewhere", replace(where, record=ELSEWHERE), salt, MINE),
        ("the same, at another table", replace(where, scope=OTHERS), salt, MINE),
        ("another salt", where, some("another salt", 32), MINE),
        ("nothing said", where, salt, {}),
        ("a long one", where, salt, {"text": "ä🍃" * 200}),
    ]:  # fmt: skip
        cases.append({"does": "commit", "name": name, "place": spelled(at), "salt": b64u(its),
                      "answer": text(answer), "context": b64u(at.context()),
                      "commitment": commit(at, its, write(answer))})  # fmt: skip
    assert len({case["commitment"] for case in cases}) == len(cases)
    return cases


def whole() -> list[Case]:
    """Ana and Bo write, each opens; and what stands where one has changed her mind."""
    ana, bo, salt, his_salt = reveal_of(RING), reveal_of(BO_RING), some("hers", 32), some("his", 32)
    hers, his = ana.bind(Q, 2, MINE, salt=salt), bo.bind(Q, 1, HIS, salt=his_salt)
    rows = {
        "waiting": again(hers.waiting, place("waiting")),
        "commitment": again(hers.commitment, place("commitment")),
        "their_commitment": again(his.commitment, place("commitment", BO, 1), BO_RING),
    }
    waiting = ana.waiting(rows["waiting"])
    sealed = ana.ahead(waiting, Q, rows["their_commitment"])
    rows["ahead"] = again(sealed, place("ahead", ANA, 1))
    released = ana.release(waiting, rows["ahead"], rows["their_commitment"])
    rows["release"] = again(released, place("release"))
    his_waiting = bo.waiting(again(his.waiting, place("waiting", BO, 1), BO_RING))
    ahead = bo.ahead(his_waiting, Q, rows["commitment"])
    his_ahead = again(ahead, place("ahead", BO, 1), BO_RING)
    opened = bo.release(his_waiting, his_ahead, rows["commitment"])
    rows["their_release"] = again(opened, place("release", BO, 1), BO_RING)
    gone = again(ana.withdraw(3), place("waiting", ANA, 3))
    return [{
        "does": "reveal", "name": "Ana and Bo", **asked(), "answer": text(MINE), "salt": b64u(salt),
        "revision": 2, **rows, "opened": text(HIS), "withdrawn": gone,
    }]  # fmt: skip


def asked(question: str = Q) -> Case:
    """Whose device, and what is on view there."""
    return {"keyring": text(RING.body()), "couple": str(COUPLE), "joint": str(JOINT),
            "question": question}  # fmt: skip


def sizes() -> list[Case]:
    cases = []
    for field in ("waiting", "ahead", "commitment", "release"):
        at = place(field)
        over = 37 if at.shared else 5
        fits, last = at.least - over, 262144 - over
        for length in (2, fits, fits + 1, last, last + 1):
            case = {"does": "size", "name": f"{field}, {length}", "place": spelled(at)}
            try:
                found: Case = {"bucket": bucket(length + over, at.least)}
            except VaultError as error:
                found = {"bucket": None, "error": error.reason}
            cases.append({**case, "length": length, **found})
    return cases


def refusals() -> list[Case]:
    """What the tests seal themselves and go through: what waits, ahead, release, open."""
    one = whole()[0]
    names = ("waiting", "ahead", "release", "their_commitment", "their_release")
    body = {name: read(one[name]["body"].encode()) for name in (*names, "commitment")}
    hers, his = body["ahead"]["own"], body["ahead"]["partner"]

    def row(
        name: str, at: int = 0, *, tagged: bytes = b"", label: int = 0, **members: object
    ) -> Case:
        """One of the rows, otherwise: at another revision, by another hand, with other words."""
        field, author = name.removeprefix("their_"), BO if name.startswith("their_") else ANA
        where = place(field, author, at or REVISIONS[name])
        if members.pop("elsewhere", False):
            where = replace(where, record=ELSEWHERE)
        tag = tagged or (BO_RING if author == BO else RING).hand("reveal").tag_key
        return {"place": spelled(where), "tagkey": b64u(tag), "revision": label or where.revision,
                "body": text(body[name] | members)}  # fmt: skip

    rows = {name: row(name) for name in names}

    def case(name: str, step: str, error: str | None, q: str = Q, **more: Case | None) -> Case:
        remembered = more.pop("remembered", None)
        given = {each: it for each, it in (rows | more).items() if it and each in NEEDED[step]}
        shown = error in ("differs", "other_version", "not_mine", "from_before")
        return {
            "does": "refuse", "name": f"{step}: {name}", "step": step, **asked(q),
            "rows": given, "remembered": remembered, "error": error,
            "shown": shown or (step == "open" and error == "other_question"),
        }  # fmt: skip

    def seen(revision: int, digest: str) -> Case:
        return {"revision": revision, "digest": digest}

    other = b64u(some("another", 32))
    others = b64u(OTHERS.bytes)
    bo_tag, old_tag = BO_RING.hand("reveal").tag_key, RING.hand("reveal").old[0]
    theirs, opens = "their_commitment", "their_release"
    return [
        case("as it is kept", "waiting", None),
        case("as remembered", "waiting", None, remembered=seen(2, one["waiting"]["digest"])),
        case("nothing waits", "waiting", "withdrawn", waiting=nothing(one["withdrawn"])),
        case("an older one", "waiting", "stale", remembered=seen(3, other)),
        case("another one", "waiting", "changed", remembered=seen(2, other)),
        case("from elsewhere", "waiting", "damaged", waiting=row("waiting", elsewhere=True)),
        case("of another table", "waiting", "malformed", waiting=row("waiting", couple=others)),
        case("another revision inside", "waiting", "malformed", waiting=raw(body["waiting"], 3)),
        case("called a later one", "waiting", "damaged", waiting=row("waiting", label=3)),
        case("his in its place", "waiting", "bad_size", waiting=rows[theirs]),
        case("both to what is on view", "ahead", None),
        case("another on view", "ahead", "other_question", R),
        case("hers to another", "ahead", "other_question", waiting=row("waiting", question=R)),
        case("his to another", "ahead", "other_question", **{theirs: row(theirs, question=R)}),
        case("both to another", "ahead", "other_question", waiting=row("waiting", question=R),
             **{theirs: row(theirs, question=R)}),
        case("hers in place of his", "ahead", "damaged", **{theirs: row("commitment")}),
        case("his of elsewhere", "ahead", "damaged", **{theirs: row(theirs, elsewhere=True)}),
        case("his opening in its place", "ahead", "damaged", **{theirs: rows[opens]}),
        case("for the two of her ahead", "release", None),
        case("for another of hers", "release", "changed", ahead=row("ahead", own=other)),
        case("for another of his", "release", "changed", ahead=row("ahead", partner=other)),
        case("for each other's", "release", "changed", ahead=row("ahead", own=his, partner=hers)),
        case("at another table", "release", "malformed", ahead=row("ahead", couple=others)),
        case("ahead from elsewhere", "release", "damaged", ahead=row("ahead", elsewhere=True)),
        case("a second ahead", "release", "damaged", ahead=row("ahead", 2, label=1)),
        case("what waits in its place", "release", "damaged", ahead=rows["waiting"]),
        case("as he was bound", "open", None),
        case("the notebook shut", "open", None, ahead=None),
        case("hers from before new keys", "open", None, release=row("release", tagged=old_tag)),
        case("hers from before, for others", "open", None,
             release=row("release", tagged=old_tag, own=other, partner=other)),
        case("she never pressed", "open", "not_opened", ahead=None, release=None),
        case("she released nothing", "open", "not_opened", release=None),
        case("another answer", "open", "differs",
             **{opens: row(opens, answer=text({"text": "The stairs."}))}),
        case("another salt", "open", "differs", **{opens: row(opens, salt=other)}),
        case("of another revision", "open", "differs", **{opens: row(opens, 2)}),
        case("for another of hers", "open", "other_version", **{opens: row(opens, partner=other)}),
        case("of another of his", "open", "other_version", **{opens: row(opens, own=other)}),
        case("named the other way", "open", "other_version",
             **{opens: row(opens, own=hers, partner=his)}),
        case("beside another commitment", "open", "other_version", **{theirs: row(theirs, 2)}),
        case("she faced another", "open", "other_version", ahead=row("ahead", partner=other)),
        case("she opened another", "open", "other_version", ahead=row("ahead", own=other)),
        case("she released for another", "open", "other_version",
             release=row("release", partner=other)),
        case("she released another", "open", "other_version", release=row("release", own=other)),
        case("from before, and she faced another", "open", "other_version",
             ahead=row("ahead", partner=other), release=row("release", tagged=old_tag)),
        case("in her name, beside her ahead", "open", "not_mine",
             release=row("release", tagged=bo_tag)),
        case("another on view", "open", "other_question", R),
        case("her own as his", "open", "damaged",
             **{theirs: row("commitment"), opens: rows["release"]}),
        case("his of elsewhere", "open", "damaged", **{opens: row(opens, elsewhere=True)}),
        case("hers of elsewhere", "open", "damaged", ahead=None,
             release=row("release", elsewhere=True)),
        case("in her name", "open", "not_mine", ahead=None, release=row("release", tagged=bo_tag)),
        case("from before", "open", "from_before", ahead=None,
             release=row("release", tagged=old_tag)),
        case("his as hers", "open", "damaged", ahead=None, release=rows[opens]),
        case("no salt", "open", "malformed", **{opens: row(opens, salt="")}),
        case("no answer", "open", "malformed", **{opens: row(opens, answer="")}),
        case("an answer that is none", "open", "malformed", **{opens: row(opens, answer=7)}),
        case("an answer otherwise spelled", "open", "malformed",
             **{opens: row(opens, answer='{ "text":"The lamp.","dots":"4"}')}),
        case("a commitment that is none", "open", "differs", **{theirs: row(theirs, commitment=7)}),
    ]  # fmt: skip


REVISIONS = {"waiting": 2, "commitment": 2, "release": 2, "ahead": 1,
             "their_commitment": 1, "their_release": 1}  # fmt: skip
NEEDED = {
    "waiting": {"waiting"}, "ahead": {"waiting", "their_commitment"},
    "release": {"waiting", "ahead", "their_commitment"},
    "open": {"ahead", "release", "their_commitment", "their_release"},
}  # fmt: skip


def nothing(gone: Case) -> Case:
    where = spelled(place("waiting", ANA, gone["revision"]))
    return {"place": where, "tagkey": None, "revision": gone["revision"], "body": gone["body"]}


def raw(body: Case, revision: int) -> Case:
    """Sealed by hand, for no vault would: what it says of its place is not so."""
    at, words = place("waiting", ANA, revision), text(body).encode()
    nonce, head = some("raw waiting", 12), b"\1" + OWN.id
    plain = (u8(0) + u32(len(words)) + words).ljust(at.least, b"\0")
    box = AESGCM(OWN.secret).encrypt(nonce, plain, at.context() + head)
    return {"revision": revision, "envelope": b64u(head + nonce + box)}
