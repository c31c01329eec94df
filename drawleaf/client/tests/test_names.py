"""A partner's name is seen, short, and not mine."""

from __future__ import annotations

import pytest

from drawleaf.client import names
from drawleaf.client.errors import VaultError

BAD = [
    "Bo", " bO ", "\uff22\uff4f", "You", "yoU ", "A\u202ena", "Ana\u200b", "Bo\n", "\u2028",
    "\ue000", "", "  ", "a" * 41, "a" * 190_000,
]  # fmt: skip


@pytest.mark.parametrize("name", BAD, ids=ascii)
def test_a_bad_name_is_refused(name):
    with pytest.raises(VaultError, match="bad_name"):
        names.check(name, "Bo")


@pytest.mark.parametrize("name", ["Ana", "Bo Two", "a" * 40, "Zo\u00eb", "\u7f8e"], ids=ascii)
def test_any_other_is_taken(name):
    assert names.check(name, "Bo") == name
