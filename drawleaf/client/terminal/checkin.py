"""The weekly check-in in a terminal. Each week is written, opened and read as a question."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import click

from drawleaf.client.checkin import DAYS, SAID, CheckIn, own_zone
from drawleaf.client.client import Client
from drawleaf.client.home import Home
from drawleaf.client.terminal.common import harmless, signed_in, today
from drawleaf.client.terminal.group import commands


@commands.group()
def checkin() -> None:
    """The week, written by each and opened by both."""


@checkin.command()
@click.argument("weekday", type=click.Choice(DAYS))
@click.argument("clock", type=click.DateTime(["%H:%M"]))
@click.option("--zone", default=own_zone, help="whose clock it follows, such as Europe/Lisbon")
@click.pass_obj
def offer(home: Home, weekday: str, clock: datetime, zone: str) -> None:
    """Offer a time to the other, such as: sunday 19:00."""
    with signed_in(home) as client:
        client.offer_checkin(weekday, f"{clock:%H:%M}", zone, today())
        click.echo("It is offered.")


@checkin.command()
@click.pass_obj
def agree(home: Home) -> None:
    """Say yes to the time that the other has offered last."""
    with signed_in(home) as client:
        offered = [
            it for it in client.checkins() if not it.yes and it.words.author != client.person
        ]
        if not offered:
            raise click.ClickException("No time is offered to you.")
        client.agree_to_checkin(offered[-1].id, today())
        click.echo("You both said yes.")


@checkin.command(name="list")
@click.pass_obj
def list_weeks(home: Home) -> None:
    """What is offered, the weeks that are near, and those you have opened, with their ids."""
    with signed_in(home) as client:
        for each in client.checkins():
            if not each.yes:
                click.echo(f"? · {harmless(each.words.name)} · {in_words(each)}")
        for week, opens_at in client.weeks().items():
            when = f"{opens_at.astimezone():%A %d %B, %H:%M}" if opens_at else "any time"
            said = "".join(
                f" · {harmless(skip.name)}: not this week" for skip in client.skips(week)
            )
            click.echo(f"{week} · {when}{said}")
        for week in client.opened_weeks():
            click.echo(f"{week} · open for both of you")


@checkin.command()
@click.pass_obj
def skip(home: Home) -> None:
    """Tell the other: not this week. Nobody has to."""
    with signed_in(home) as client:
        client.not_this_week(the_next(client), today())
        click.echo("It is said.")


def the_next(client: Client) -> UUID:
    weeks = list(client.weeks())
    if not weeks:
        raise click.ClickException("You two have no week before you.")
    return weeks[0]


def in_words(time: CheckIn) -> str:
    return harmless(" ".join(str(time.words.body.get(name, "")) for name in SAID))
