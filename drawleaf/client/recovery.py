"""The recovery code: 128 bits that a person can copy by hand and type back."""

from __future__ import annotations

import os

from drawleaf.client.bytes import hkdf, lp
from drawleaf.client.errors import VaultError
from drawleaf.client.passphrase import Secrets, user

# Crockford's digits, then the five symbols only a check may be.
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS = DIGITS + "*~$=U"
ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})


def fresh() -> str:
    """A new code, to be shown and typed back before it is made good."""
    return spell(os.urandom(16))


def spell(code: bytes) -> str:
    """27 symbols in groups of four; the last one catches a slip of the pen."""
    number = int.from_bytes(code)
    digits = "".join(DIGITS[number >> shift & 31] for shift in range(125, -1, -5))
    text = digits + CHECKS[number % 37]
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def read(typed: str) -> bytes:
    """The 16 bytes of a code as typed; `bad_code` before anything is sent."""
    text = typed.upper().translate(ALIKE) if typed.isascii() else ""
    if len(text) != 27 or any(digit not in DIGITS for digit in text[:26]):
        raise VaultError("bad_code")
    number = 0
    for digit in text[:26]:
        number = number << 5 | DIGITS.index(digit)
    if number >> 128 or CHECKS[number % 37] != text[26]:
        raise VaultError("bad_code")
    return number.to_bytes(16)


def derive(name: str, code: bytes) -> Secrets:
    """What the code signs in with, and what it opens the root key with."""
    info = lp(user(name))
    return Secrets(
        login=hkdf(code, b"", b"sealed/1 recovery login" + info),
        wrap=hkdf(code, b"", b"sealed/1 recovery wrap" + info),
    )
