"""What two have in common, in a terminal: rituals, promises, goals."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

import click

from drawleaf.client.client import Client
from drawleaf.client.goals import Goal
from drawleaf.client.home import Home
from drawleaf.client.promises import Promise
from drawleaf.client.rituals import Ritual, beside_mark, is_set
from drawleaf.client.terminal.common import harmless, signed_in, starts, the_only, today
from drawleaf.client.terminal.group import commands

DAY = click.option("--day", default=today, help="YYYY-MM-DD")


@commands.group()
def ritual() -> None:
    """What you two do again and again."""


@ritual.command(name="list")
@DAY
@click.pass_obj
def list_rituals(home: Home, day: str) -> None:
    """What runs, marked where one of you has marked the day, and what is offered."""
    with signed_in(home) as client:
        for each in client.rituals():
            sign = "✓" if day in client.ticked(each.id) else "○"
            say(sign if each.yes else "?", each.name, str(each.words.body.get("after", "")))


@ritual.command()
@click.argument("name")
@click.option("--after", default="", help="what it hangs on")
@DAY
@click.pass_obj
def offer(home: Home, name: str, after: str, day: str) -> None:
    """Offer NAME to the other; it begins when they say yes."""
    with signed_in(home) as client:
        client.offer_ritual(name, day, after=after)
        click.echo("It is offered.")


@ritual.command()
@click.argument("name")
@DAY
@click.pass_obj
def agree(home: Home, name: str, day: str) -> None:
    """Say yes to what the other has offered."""
    with signed_in(home) as client:
        offers = [each for each in client.rituals() if not each.yes]
        client.agree_to_ritual(the_one(offers, name).id, day)
        click.echo("You both said yes.")


@ritual.command()
@click.argument("name")
@click.option("--undo", is_flag=True, help="take your mark away")
@DAY
@click.pass_obj
def mark(home: Home, name: str, undo: bool, day: str) -> None:
    """Mark a day of NAME."""
    with signed_in(home) as client:
        found = the_one([each for each in client.rituals() if each.yes], name)
        if undo and not may_unmark(client, found, day):
            return
        client.tick(found.id, day, done=not undo)
        click.echo("Not marked any more." if undo else "Marked.")


def may_unmark(client: Client, found: Ritual, day: str) -> bool:
    """Words beside a mark go with it, for both: not unasked."""
    mine = client.my_mark(found.id, day)
    if mine is None or not is_set(mine) or not beside_mark(mine):
        return True
    return click.confirm("Your words beside this mark would go with it, for both of you. Go on?")


@commands.group()
def promise() -> None:
    """What one of you will do."""


@promise.command(name="list")
@click.pass_obj
def list_promises(home: Home) -> None:
    """What was promised and is not over, whose it is first."""
    with signed_in(home) as client:
        for each in client.promises():
            if not each.outcome:
                say(each.words.name, words_of(each), str(each.words.body.get("by", "")))


@promise.command()
@click.argument("what")
@click.option("--by", default="", help="YYYY-MM-DD")
@DAY
@click.pass_obj
def make(home: Home, what: str, by: str, day: str) -> None:
    """Promise WHAT to the other."""
    with signed_in(home) as client:
        client.make_promise(day, what=what, **({"by": by} if by else {}))
        click.echo("It lies on the table.")


@promise.command()
@click.argument("what")
@DAY
@click.pass_obj
def keep(home: Home, what: str, day: str) -> None:
    """Say that WHAT, which you promised, is kept."""
    with signed_in(home) as client:
        mine = [it for it in client.promises() if it.words.author == client.person]
        client.settle_promise(the_one([it for it in mine if not it.outcome], what), "kept", day)
        click.echo("Kept.")


@commands.group()
def goal() -> None:
    """What you two are on the way to."""


@goal.command(name="list")
@click.pass_obj
def list_goals(home: Home) -> None:
    """What is not over, with the sum of both where there is one."""
    with signed_in(home) as client:
        for each in client.goals():
            if not each.ended:
                sums = [f"{amount} {currency}" for currency, amount in each.sums.items()]
                say("·", each.what, ", ".join(sums))


@goal.command()
@click.argument("what")
@click.argument("amount")
@click.option("--currency", default="EUR")
@DAY
@click.pass_obj
def contribute(home: Home, what: str, amount: str, currency: str, day: str) -> None:
    """Lay AMOUNT aside for WHAT; both see the sum, and nobody's name."""
    with signed_in(home) as client:
        found = the_one([each for each in client.goals() if not each.ended], what)
        put_aside(client, found, amount, currency, day)
        click.echo("Laid aside.")


def put_aside(client: Client, found: Goal, amount: str, currency: str, day: str) -> None:
    try:
        client.contribute(found.id, Decimal(amount), currency, day)
    except (InvalidOperation, ValueError):
        sentence = "An amount is a number above nothing, such as 12.50. Nothing was laid aside."
        raise click.ClickException(sentence) from None


def the_one[Thing: (Ritual, Promise, Goal)](things: Iterable[Thing], begins: str) -> Thing:
    """The only one whose name begins like this."""
    return the_only([it for it in things if starts(words_of(it), begins)])


def words_of(thing: Ritual | Promise | Goal) -> str:
    body = thing.words.body
    named = (body.get(name) for name in ("name", "what", "then"))
    return next((str(words) for words in named if words), "")


def say(*parts: str) -> None:
    click.echo(" · ".join(harmless(part) for part in parts if part))
