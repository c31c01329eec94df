"""In and out."""

from __future__ import annotations

from uuid import UUID

import click

from drawleaf.client.home import Home
from drawleaf.client.partners import read_link
from drawleaf.client.terminal.common import harmless, passphrase, plainly
from drawleaf.client.terminal.group import commands
from drawleaf.client.words import generate


@commands.command()
@click.argument("url")
@click.argument("user")
@click.pass_obj
def sign_in(home: Home, url: str, user: str) -> None:
    """Sign in at URL as USER, on a computer that only you use."""
    client = home.new(url)
    with plainly():
        client.sign_in(user, passphrase())
        client.sync()
    home.keep(client)
    click.echo(f"Signed in as {harmless(client.device.name)}.")


@commands.command()
@click.argument("url")
@click.argument("user")
@click.argument("name")
@click.option("--code", help="The first account's code, as the server printed it.")
@click.option("--link", help="The invitation you have received.")
@click.pass_obj
def sign_up(home: Home, url: str, user: str, name: str, code: str, link: str) -> None:
    """Begin at URL as USER, whom the other knows as NAME."""
    client, words = home.new(url), generate()
    with plainly():
        invitation: UUID | None = read_link(link)[0] if link else None
        client.sign_up(user, name, words, code, invitation)
    home.keep(client)
    click.echo(f"Your passphrase, for your password keeper: {words}")


@commands.command()
@click.pass_obj
def sign_out(home: Home) -> None:
    """Sign out, and forget everything here."""
    client = home.open()
    home.forget()
    if client:
        with plainly():
            client.sign_out()
    click.echo("Signed out. Nothing is kept here.")
