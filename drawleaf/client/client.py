"""`Client`: a person, with notebook and tables, as a browser would have them."""

from __future__ import annotations

from drawleaf.client.cards import Cards
from drawleaf.client.checkin import CheckIns
from drawleaf.client.foundations import Foundations
from drawleaf.client.goals import Goals
from drawleaf.client.inward import Inward
from drawleaf.client.our_page import OurPage
from drawleaf.client.promises import Promises
from drawleaf.client.rituals import Rituals


class Client(OurPage, Rituals, Promises, Goals, Cards, CheckIns, Foundations, Inward):
    """Everything a person does here. Sign up or in first; `sync` before reading what is new."""
