"""The vectors for passkeys."""

from __future__ import annotations

from uuid import UUID

import pytest

from drawleaf.client import keyring, passkey
from drawleaf.client.bytes import b64u, unb64u
from drawleaf.client.errors import VaultError
from drawleaf.client.keys import Key
from drawleaf.client.tests.vectors import cases, name

pytestmark = pytest.mark.once


def test_the_question():
    (asked,) = cases("passkey", "ask")
    assert b64u(passkey.QUESTION) == asked["bytes"]


@pytest.mark.parametrize("case", cases("passkey", "wrap"), ids=name)
def test_wraps(case):
    key = passkey.wrap_key(unb64u(case["output"]), unb64u(case["credential"]))
    assert b64u(key) == case["wrap"]
    assert passkey.field(case["number"]) == case["field"]
    root, at = Key(unb64u(case["root"])), (UUID(case["person"]), case["field"], 1, 0)
    sealed = keyring.wrap(root, key, *at, nonce=unb64u(case["nonce"]))
    assert b64u(sealed.envelope) == case["envelope"]
    assert keyring.unwrap(sealed.envelope, key, *at)[0] == root


@pytest.mark.parametrize("case", cases("passkey", "refuse"), ids=name)
def test_refusals(case):
    with pytest.raises(VaultError, match=case["error"]):
        if "number" in case:
            passkey.field(case["number"])
        else:
            passkey.wrap_key(unb64u(case["output"]), unb64u(case["credential"]))
