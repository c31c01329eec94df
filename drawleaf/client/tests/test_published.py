"""Each primitive gives the answers that others have published for it."""

from __future__ import annotations

import hmac

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from drawleaf.client.bytes import hkdf, unb64u
from drawleaf.client.tests.vectors import cases, name

pytestmark = pytest.mark.once


@pytest.mark.parametrize("case", cases("published", "hkdf"), ids=name)
def test_hkdf(case):
    ikm, salt, info = (unb64u(case[part]) for part in ("ikm", "salt", "info"))
    assert hkdf(ikm, salt, info, case["length"]) == unb64u(case["okm"])


@pytest.mark.parametrize("case", cases("published", "hmac"), ids=name)
def test_hmac(case):
    mac = hmac.digest(unb64u(case["key"]), unb64u(case["data"]), "sha256")
    assert mac == unb64u(case["mac"])


@pytest.mark.parametrize("case", cases("published", "x25519"), ids=name)
def test_x25519(case):
    private = X25519PrivateKey.from_private_bytes(unb64u(case["private"]))
    public = X25519PublicKey.from_public_bytes(unb64u(case["public"]))
    if case["shared"] is None:
        with pytest.raises(ValueError, match="shared key"):
            private.exchange(public)
    else:
        assert private.exchange(public) == unb64u(case["shared"])


@pytest.mark.parametrize("case", cases("published", "argon2id"), ids=name)
def test_argon2id(case):
    argon2 = Argon2id(
        salt=unb64u(case["salt"]),
        length=32,
        iterations=case["passes"],
        lanes=case["lanes"],
        memory_cost=case["memory"],
        ad=unb64u(case["ad"]),
        secret=unb64u(case["secret"]),
    )
    assert argon2.derive(unb64u(case["pass"])) == unb64u(case["hash"])


@pytest.mark.parametrize("case", cases("published", "aes_gcm"), ids=name)
def test_aes_gcm(case):
    key, nonce, aad, plain, box = (
        unb64u(case[part]) for part in ("key", "nonce", "aad", "plain", "box")
    )
    assert AESGCM(key).encrypt(nonce, plain, aad) == box
    assert AESGCM(key).decrypt(nonce, box, aad) == plain
    with pytest.raises(InvalidTag):
        AESGCM(key).decrypt(nonce, box[:-1] + bytes([box[-1] ^ 1]), aad)
