"""Your notebook in a terminal."""

from __future__ import annotations

import sys

import click

from drawleaf.client.home import Home
from drawleaf.client.terminal.common import show, signed_in, today
from drawleaf.client.terminal.group import commands


@commands.group()
def notebook() -> None:
    """Your notebook: only you."""


@notebook.command()
@click.argument("text", required=False)
@click.option("--day", default=today, help="YYYY-MM-DD")
@click.pass_obj
def add(home: Home, text: str | None, day: str) -> None:
    """Write TEXT, or what comes from standard input."""
    words = text or sys.stdin.read().strip()
    with signed_in(home, notebook=True) as client:
        client.add_entry(words, day)
    click.echo("Kept.")


@notebook.command(name="list")
@click.option("--month", default="", help="YYYY-MM")
@click.pass_obj
def list_entries(home: Home, month: str) -> None:
    """Your entries, oldest first."""
    with signed_in(home, notebook=True) as client:
        for entry in client.entries():
            if entry.day.startswith(month):
                show(entry.day, "", entry.text, entry.error)


@notebook.command()
@click.argument("words")
@click.pass_obj
def search(home: Home, words: str) -> None:
    """Your entries that hold WORDS."""
    with signed_in(home, notebook=True) as client:
        for entry in client.search(words):
            show(entry.day, "", entry.text, entry.error)
