"""Lets Ana and Bo move in at a server, become a couple, and write."""

from __future__ import annotations

import datetime

import httpx

from demo import ana, bo, deck, inward, ours, page_of_two, together, week
from demo.couple import ANA, BO, Way, move_in
from demo.page import A_YEAR, Page
from drawleaf.client.client import Client


def fill(
    base_url: str,
    code: str,
    transport: httpx.BaseTransport | None = None,
    today: datetime.date | None = None,
) -> tuple[Way, Way]:
    """A year of the two at an empty server, through its own addresses only."""
    today = today or datetime.datetime.now().astimezone().date()
    first, second = move_in(base_url, code, transport)
    for client, way in ((first, ANA), (second, BO)):
        client.recovery_code(way.passphrase)
        client.compared(client.couple())
    for day, page, client in in_order(today, {first: ana.PAGES, second: bo.PAGES}):
        client.add_entry(page.text, day)
        if page.leaf:
            client.share(page.leaf, day)
    together.live(first, second, today)
    ours.live(first, second, today)
    page_of_two.live(first, second, today)
    deck.play(first, second, today)
    week.live(first, second, today)
    inward.look(first, second, today)
    return ANA, BO


def in_order(
    today: datetime.date, pages: dict[Client, list[Page]]
) -> list[tuple[str, Page, Client]]:
    """All pages of both as they were written, oldest first."""
    found = [(day(today, page), page, client) for client in pages for page in pages[client]]
    return sorted(found, key=lambda it: it[0])


def day(today: datetime.date, page: Page) -> str:
    if page.ago != A_YEAR:
        return (today - datetime.timedelta(page.ago)).isoformat()
    is_leap_day = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - 1, day=28 if is_leap_day else today.day).isoformat()
