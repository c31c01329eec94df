"""Becoming a couple in a terminal."""

from __future__ import annotations

import click

from drawleaf.client.home import Home
from drawleaf.client.terminal.common import harmless, passphrase, signed_in
from drawleaf.client.terminal.group import commands


@commands.group()
def pair() -> None:
    """Become a couple: invite or join, confirm, compare six words."""


@pair.command()
@click.pass_obj
def invite(home: Home) -> None:
    """Make a link for one person, for seven days."""
    with signed_in(home, notebook=True) as client:
        click.echo(client.invite())


@pair.command()
@click.pass_obj
def withdraw(home: Home) -> None:
    """Close your open invitation."""
    with signed_in(home, notebook=True) as client:
        client.withdraw()
    click.echo("Withdrawn. The link opens nothing any more.")


@pair.command()
@click.argument("link")
@click.pass_obj
def join(home: Home, link: str) -> None:
    """Answer an invitation."""
    with signed_in(home) as client:
        couple = client.join(link, passphrase())
        click.echo(f"{harmless(couple.name)} sees your answer, and confirms.")


@pair.command()
@click.pass_obj
def confirm(home: Home) -> None:
    """See who answered, and say yes."""
    with signed_in(home) as client:
        words = passphrase()
        client.unlock(words)
        answered = client.answer()
        if answered is None:
            raise click.ClickException("Nobody has answered your invitation yet.")
        if click.confirm(f"{harmless(answered.name)} has answered. Is it who you mean?"):
            client.confirm(words)
            click.echo("You are a couple here. Now compare: drawleaf pair words")


@pair.command()
@click.pass_obj
def words(home: Home) -> None:
    """Six words; the other must have the same."""
    with signed_in(home) as client:
        for couple in client.couples():
            click.echo(f"{harmless(couple.name)}: {' '.join(client.pairing_words(couple))}")
