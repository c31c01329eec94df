"""Drawleaf in a terminal. The passphrase is asked for whenever the notebook is opened."""

from drawleaf.client.terminal import (
    cards,
    checkin,
    entrance,
    foundations,
    inward,
    notebook,
    page,
    pair,
    questions,
    table,
    together,
)
from drawleaf.client.terminal.group import commands

__all__ = [
    "cards",
    "checkin",
    "commands",
    "entrance",
    "foundations",
    "inward",
    "notebook",
    "page",
    "pair",
    "questions",
    "table",
    "together",
]
