"""What every command needs: who is signed in, a passphrase, refusals in one sentence."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import click

from drawleaf.client.client import Client
from drawleaf.client.errors import VaultError
from drawleaf.client.home import Home
from drawleaf.client.http import Refusal
from drawleaf.client.sentences import SENTENCES

# The line's end, the tab, and the two joiners that some scripts cannot do without.
KEPT = "\n\t\u200c\u200d"


def today() -> str:
    """The day where this person is."""
    return datetime.datetime.now().astimezone().date().isoformat()


@contextmanager
def plainly() -> Iterator[None]:
    """A refusal is one sentence and an exit code."""
    try:
        yield
    except Refusal as refused:
        raise click.ClickException(str(refused)) from None
    except VaultError as refused:
        sentence = SENTENCES.get(refused.reason, "This could not be opened.")
        raise click.ClickException(sentence) from None


@contextmanager
def signed_in(home: Home, *, notebook: bool = False) -> Iterator[Client]:
    """Whoever is signed in here, brought up to date; with the notebook open if it is needed."""
    client = home.open()
    if client is None:
        raise click.ClickException("Nobody is signed in here. Begin with: drawleaf sign-in")
    with plainly():
        if notebook:
            client.unlock(passphrase())
        try:
            client.sync()
        except Refusal as refused:
            if refused.status:
                raise
            click.echo(f"{refused} This is what was here before.\n", err=True)
        try:
            yield client
        finally:
            home.keep(client)


def passphrase() -> str:
    return str(click.prompt("Passphrase", hide_input=True))


def show(day: str, who: str, words: str, error: str = "") -> None:
    """Words are input: nothing in them may steer the terminal."""
    click.echo(" · ".join(filter(None, [harmless(day), harmless(who), SENTENCES.get(error, "")])))
    click.echo(harmless(words) + "\n")


def starts(text: str, begins: str) -> bool:
    return text.casefold().startswith(begins.casefold())


def the_only[Thing](found: list[Thing]) -> Thing:
    """Of those that begin as somebody has typed; a guess would change what was not meant."""
    if len(found) != 1:
        none = "Nothing here begins like that." if not found else "More than one begins like that."
        raise click.ClickException(f"{none} Nothing was changed.")
    return found[0]


def harmless(words: str) -> str:
    """Without control characters, and without those that turn the direction of writing."""
    return "".join(c for c in words if c in KEPT or unicodedata.category(c) not in ("Cc", "Cf"))
