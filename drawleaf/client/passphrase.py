"""From a passphrase to two secrets: one signs in, the other never leaves the device."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from drawleaf.client.bytes import digest, hkdf, lp, u8
from drawleaf.client.errors import VaultError

USER = re.compile(r"[a-z0-9][a-z0-9._@+-]{0,63}", re.ASCII)
# Unicode's White_Space: neither Python's idea of a space nor JavaScript's.
SPACE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
# Argon2id, version 0x13: memory in KiB, passes, lanes, bytes out. Never sent over the wire.
KDFS = {1: (65536, 3, 1, 32)}
KDF = max(KDFS)


@dataclass(frozen=True)
class Secrets:
    """`login` is all the server gets; `wrap` opens the root key."""

    login: bytes = field(repr=False)
    wrap: bytes = field(repr=False)


def user(text: str) -> str:
    """The sign-in name as it stands in the salt; `bad_user` for what could not be one."""
    name = text.strip(" ")
    name = name.lower() if name.isascii() else name
    if not USER.fullmatch(name):
        raise VaultError("bad_user")
    return name


def normalise(text: str) -> bytes:
    """However it was typed, the same bytes: NFKC, one space between words, none around."""
    try:
        words = SPACE.sub(" ", unicodedata.normalize("NFKC", text)).strip(" ").encode()
    except UnicodeEncodeError:
        raise VaultError("bad_pass") from None
    if not 1 <= len(words) <= 1024:
        raise VaultError("bad_pass")
    return words


def check_kdf(kdf: object, least: int = 1) -> int:
    """An id this program knows, and no lower than this device has used for this user."""
    if not isinstance(kdf, int) or isinstance(kdf, bool) or kdf not in KDFS or kdf < least:
        raise VaultError("bad_kdf")
    return kdf


def own_salt(name: str, salt: bytes) -> bytes:
    """The site's salt bound to the name, so that no two people share one."""
    if len(salt) != 16:
        raise VaultError("bad_kdf")
    return digest(b"sealed/1 salt" + lp(name) + salt)


def stretch(name: str, passphrase: str, kdf: int, salt: bytes) -> bytes:
    memory, passes, lanes, length = KDFS[check_kdf(kdf)]
    asalt = own_salt(name, salt)
    argon2 = Argon2id(salt=asalt, length=length, iterations=passes, lanes=lanes, memory_cost=memory)
    return argon2.derive(normalise(passphrase))


def derive(name: str, passphrase: str, kdf: int, salt: bytes, *, least: int = 1) -> Secrets:
    """The two secrets of `passphrase`; refuses a weaker `kdf` before deriving anything."""
    name, kdf = user(name), check_kdf(kdf, least)
    stretched = stretch(name, passphrase, kdf, salt)
    info = u8(kdf) + lp(name)
    return Secrets(
        login=hkdf(stretched, b"", b"sealed/1 login" + info),
        wrap=hkdf(stretched, b"", b"sealed/1 wrap" + info),
    )
