"""A passkey as a key: its authenticator's 32 bytes for one fixed question wrap the root."""

from __future__ import annotations

from drawleaf.client.bytes import hkdf, lp
from drawleaf.client.errors import VaultError

# What every authenticator is asked (WebAuthn PRF, eval.first).
QUESTION = b"sealed/1 passkey"
# With its label a credential id fits into the 1,024 bytes of info that every HKDF takes.
LONGEST = 1001


def wrap_key(output: bytes, credential: bytes) -> bytes:
    """The key that wraps the root, of what the authenticator gave for this credential id."""
    if len(output) != 32:
        raise VaultError("malformed")
    if not 1 <= len(credential) <= LONGEST:
        raise VaultError("malformed")
    return hkdf(output, b"", b"sealed/1 passkey wrap" + lp(credential))


def field(number: int) -> str:
    """What the root's wrap under a passkey is called; no number is given twice."""
    if number < 1:
        raise VaultError("malformed")
    return f"root-passkey-{number}"
