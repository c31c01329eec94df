"""Names of others: what tells two people apart must be seen, short, and not be mine."""

from __future__ import annotations

import unicodedata

from drawleaf.client.errors import VaultError

LONGEST = 40
UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Co", "Cs"}
# What stands beside my own words.
RESERVED = ("you",)


def check(name: str, mine: str = "") -> str:
    """The name of somebody else; `bad_name` for none, for unseen letters, and for mine."""
    if any(unicodedata.category(letter) in UNSEEN for letter in name):
        raise VaultError("bad_name")
    if not 1 <= len(name.strip()) <= LONGEST or len(name) > LONGEST:
        raise VaultError("bad_name")
    if _alike(name) in {_alike(other) for other in (*RESERVED, mine)}:
        raise VaultError("bad_name")
    return name


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", name).lower().strip()
