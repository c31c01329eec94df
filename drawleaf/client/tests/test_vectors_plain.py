"""The vectors for bytes, bodies, passphrases, codes and key ids."""

from __future__ import annotations

from uuid import UUID

import pytest

from drawleaf.client import body, passphrase, recovery
from drawleaf.client.bytes import b64u, lp, unb64u
from drawleaf.client.errors import VaultError
from drawleaf.client.keys import key_id, tag_key, tick_record
from drawleaf.client.tests.vectors import cases, name

pytestmark = pytest.mark.once


@pytest.mark.parametrize("case", cases("bytes"), ids=name)
def test_bytes(case):
    if "of" in case:
        assert b64u(lp(unb64u(case["of"]))) == case["lp"]
    elif case["bytes"] is None:
        with pytest.raises(ValueError, match=r"base64url|ASCII"):
            unb64u(case["text"])
    else:
        assert unb64u(case["text"]).hex() == case["hex"]


@pytest.mark.parametrize("case", cases("body"), ids=name)
def test_bodies(case):
    text = case["text"].encode("utf-8") if "text" in case else unb64u(case["bytes"])
    if case["ok"]:
        assert body.write(body.read(text)) == text
    else:
        with pytest.raises(VaultError, match="malformed"):
            body.read(text)


@pytest.mark.parametrize("case", cases("passphrase"), ids=name)
def test_passphrases(case):
    if "error" in case:
        given = (case["user"], case["pass"], case["kdf"], unb64u(case["salt"]))
        with pytest.raises(VaultError, match=case["error"]):
            passphrase.derive(*given, least=case.get("least", 1))
    if "normalised" in case:
        assert b64u(passphrase.normalise(case["pass"])) == case["normalised"]
    if "typed" in case:
        assert passphrase.user(case["typed"]) == case["user"]
    if "stretched" in case:
        salt = unb64u(case["salt"])
        assert b64u(passphrase.own_salt(case["user"], salt)) == case["asalt"]
        stretched = passphrase.stretch(case["user"], case["pass"], case["kdf"], salt)
        assert b64u(stretched) == case["stretched"]
        secrets = passphrase.derive(case["user"], case["pass"], case["kdf"], salt)
        assert (b64u(secrets.login), b64u(secrets.wrap)) == (case["login"], case["wrap"])


def test_nothing_is_derived_under_a_weaker_kdf(monkeypatch):
    monkeypatch.setattr(passphrase, "stretch", pytest.fail)
    with pytest.raises(VaultError, match="bad_kdf"):
        passphrase.derive("ana", "oat", 1, bytes(16), least=2)


@pytest.mark.parametrize("case", cases("recovery"), ids=name)
def test_recovery_codes(case):
    if "error" in case:
        with pytest.raises(VaultError, match=case["error"]):
            recovery.read(case["typed"])
    elif "typed" in case:
        assert b64u(recovery.read(case["typed"])) == case["code"]
    else:
        assert recovery.spell(unb64u(case["code"])) == case["text"]
        secrets = recovery.derive(case["user"], recovery.read(case["text"]))
        assert (b64u(secrets.login), b64u(secrets.wrap)) == (case["login"], case["wrap"])


@pytest.mark.parametrize("case", cases("tick"), ids=name)
def test_records_of_ticks(case):
    couple, ritual, person = unb64u(case["couple"]), UUID(case["ritual"]), UUID(case["person"])
    assert str(tick_record(couple, ritual, person, case["day"])) == case["record"]


@pytest.mark.parametrize("case", cases("key"), ids=name)
def test_key_ids(case):
    key = unb64u(case["key"])
    assert b64u(key_id(key)) == case["kid"]
    assert b64u(tag_key(key, "leaf")) == case["tagkey"]
    assert {b64u(tag_key(key, acts)) for acts in ("reveal", "repair", "packet")} == {
        case["acttagkey"]
    }
