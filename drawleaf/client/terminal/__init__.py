"""Drawleaf in a terminal. The passphrase is asked for whenever the notebook is opened."""

from drawleaf.client.terminal import entrance, notebook, page, pair, questions, table, together
from drawleaf.client.terminal.group import commands

__all__ = ["commands", "entrance", "notebook", "page", "pair", "questions", "table", "together"]
