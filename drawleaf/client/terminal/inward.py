"""Looking inward in a terminal. One answers on the page, which says what comes of it, and Help."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from drawleaf.client.home import Home
from drawleaf.client.inward import Exploration
from drawleaf.client.notebook import Record
from drawleaf.client.terminal.common import show, signed_in, today
from drawleaf.client.terminal.group import commands

ANSWERS = {"no": "not at all", "little": "a little", "rather": "rather", "very": "very much"}


@commands.group()
def inward() -> None:
    """Look inward: only you."""


@inward.command(name="list")
@click.pass_obj
def list_explored(home: Home) -> None:
    """What you have answered, oldest first."""
    with signed_in(home, notebook=True) as client:
        carried = client.exploration()
        for each in client.explorations():
            family = carried.names.get(str(each.body.get("family")), "")
            show(each.day, family, "\n".join(in_words(carried, each)))


def in_words(carried: Exploration, explored: Record) -> Iterator[str]:
    """Each sentence that something was said to, in the order of the page."""
    answers, words = explored.body.get("answers", {}), explored.body.get("words", {})
    for name, asks in carried.asks.get(str(explored.body.get("family")), {}).items():
        said = [ANSWERS.get(answers.get(name), ""), words.get(name, "")]
        if any(said):
            yield " · ".join(filter(None, [asks, *said]))


@inward.command()
@click.argument("text", required=False)
@click.option("--day", default=today, help="YYYY-MM-DD")
@click.pass_obj
def letter(home: Home, text: str | None, day: str) -> None:
    """Write a letter that is not sent.

    TEXT, or what comes from standard input.
    """
    words = text or sys.stdin.read().strip()
    with signed_in(home, notebook=True) as client:
        client.write_letter(words, day)
    click.echo("Kept. It lies in your notebook, and need not go any further.")
