"""The small change of format 1: numbers, lengths, base64url, hashes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import uuid

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def u8(number: int) -> bytes:
    return number.to_bytes(1)


def u16(number: int) -> bytes:
    return number.to_bytes(2)


def u32(number: int) -> bytes:
    return number.to_bytes(4)


def u64(number: int) -> bytes:
    return number.to_bytes(8)


def lp(data: bytes | str) -> bytes:
    """Length-prefixed, so that two neighbours can never be read as one another."""
    data = data.encode() if isinstance(data, str) else data
    return u16(len(data)) + data


def digest(data: bytes) -> bytes:
    """SHA-256."""
    return hashlib.sha256(data).digest()


def hkdf(secret: bytes, salt: bytes, info: bytes, length: int = 32) -> bytes:
    """RFC 5869 with SHA-256; an empty salt means none."""
    return HKDF(hashes.SHA256(), length, salt or None, info).derive(secret)


def b64u(data: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64u(text: str) -> bytes:
    """The bytes of `text`; ValueError unless they encode to that very text again."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise ValueError("not base64url") from error
    if b64u(data) != text:
        raise ValueError("not base64url")
    return data


def fixed(text: object, length: int) -> bytes:
    """The `length` bytes that stand as base64url in a body; ValueError for anything else."""
    if not isinstance(text, str) or len(data := unb64u(text)) != length:
        raise ValueError(f"not {length} bytes")
    return data


def unb64u_uuid(text: object) -> uuid.UUID:
    return uuid.UUID(bytes=fixed(text, 16))
