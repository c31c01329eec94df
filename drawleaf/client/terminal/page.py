"""The page of two in a terminal."""

from __future__ import annotations

import sys

import click

from drawleaf.client.client import Client
from drawleaf.client.home import Home
from drawleaf.client.sentences import SENTENCES
from drawleaf.client.table import Leaf
from drawleaf.client.terminal.common import harmless, show, signed_in, starts, today
from drawleaf.client.terminal.group import commands


@commands.group()
def page() -> None:
    """Our page: you two."""


@page.command(name="list")
@click.option("--month", default="", help="YYYY-MM")
@click.pass_obj
def list_additions(home: Home, month: str) -> None:
    """What you both have added, oldest first."""
    with signed_in(home) as client:
        for each in client.our_page():
            if each.day.startswith(month):
                name = f"{each.name}, edited" if each.revision > 1 else each.name
                show(each.day, name, each.text, each.error)


@page.command()
@click.argument("text", required=False)
@click.option("--day", default=today, help="YYYY-MM-DD")
@click.pass_obj
def add(home: Home, text: str | None, day: str) -> None:
    """Add TEXT, or what comes from standard input."""
    words = text or sys.stdin.read().strip()
    with signed_in(home) as client:
        client.add_to_our_page(words, day)
        click.echo("It stands on your page.")


@page.command()
@click.argument("begins")
@click.argument("text")
@click.pass_obj
def change(home: Home, begins: str, text: str) -> None:
    """Let what you added, and BEGINS like this, say TEXT."""
    with signed_in(home) as client:
        client.change_on_our_page(mine(client, begins), text)
        click.echo("Changed; the page says so.")


@page.command(name="take-back")
@click.argument("begins")
@click.pass_obj
def take_back(home: Home, begins: str) -> None:
    """Take back what you added, and BEGINS like this."""
    with signed_in(home) as client:
        client.take_back(mine(client, begins).record)
        click.echo(f"Taken back. {harmless(client.couple().name)} may have read it already.")


def mine(client: Client, begins: str) -> Leaf:
    """The only addition of one's own that begins like this."""
    own = [it for it in client.our_page() if it.author == client.person]
    found = [it for it in own if starts(it.text, begins)]
    if len(found) != 1:
        none = "Nothing of yours" if not found else "More than one of yours"
        raise click.ClickException(f"{none} begins like that. Nothing was changed.")
    if found[0].error:
        raise click.ClickException(SENTENCES.get(found[0].error, "This could not be opened."))
    return found[0]
