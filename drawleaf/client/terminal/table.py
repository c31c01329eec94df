"""The table in a terminal."""

from __future__ import annotations

import click

from drawleaf.client.home import Home
from drawleaf.client.terminal.common import harmless, show, signed_in, today
from drawleaf.client.terminal.group import commands


@commands.group()
def table() -> None:
    """The table: you two."""


@table.command(name="list")
@click.pass_obj
def list_leaves(home: Home) -> None:
    """What lies on the table, oldest first."""
    with signed_in(home) as client:
        for leaf in client.leaves():
            show(leaf.day, leaf.name, leaf.text, leaf.error)


@table.command()
@click.argument("text")
@click.option("--day", default=today, help="YYYY-MM-DD")
@click.pass_obj
def lay(home: Home, text: str, day: str) -> None:
    """Lay TEXT on the table, as the other will see it."""
    with signed_in(home) as client:
        couple = client.couple()
        show(day, client.device.name, text)
        if click.confirm(f"Lay this on the table for {harmless(couple.name)}?"):
            client.share(text, day, couple)
            click.echo("It lies on the table.")
