"""One error for everything the vault refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drawleaf.client.envelope import Opened


class VaultError(Exception):
    """A refusal. `reason` is one word for the caller to put into a sentence.

    `shown` is there for `not_mine` and `from_before` only: words that may be
    looked at, marked, but never remembered, counted or acted on.
    """

    def __init__(self, reason: str, shown: Opened | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.shown = shown
