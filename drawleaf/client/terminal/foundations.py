"""Foundations in a terminal: one's months in words, what one hopes to count on, and wishes."""

from __future__ import annotations

import click

from drawleaf.client.foundations import FOUNDATIONS, SAYS, Month
from drawleaf.client.home import Home
from drawleaf.client.terminal.common import harmless, show, signed_in, starts, the_only, today
from drawleaf.client.terminal.group import commands

LOOKS = {
    "consistency": "I could rely on what was said.",
    "transparency": "I could ask openly, and answer openly.",
    "accountability": "I could own what I did wrong, and hear the same.",
    "boundaries": "I could say no, and it was heard.",
}
OFTEN = ("seldom", "now and then", "half the time", "mostly", "nearly always")
ANSWERS = {"thanks": "Thank you for telling me.", "talk": "Can we talk about it?"}
FOUNDATION = click.argument("foundation", type=click.Choice(FOUNDATIONS))
BEGINS = click.argument("begins")


@commands.group(epilog="Was it not safe to say no? The page Help is for you alone.")
def foundations() -> None:
    """Your own months: only you."""


@foundations.command(epilog="\b\n" + "\n".join(f"{it}: {LOOKS[it]}" for it in LOOKS))
@FOUNDATION
@click.argument("often", nargs=-1)
@click.option("--line", default="", help="a line of your own")
@click.pass_obj
def say(home: Home, foundation: str, often: tuple[str, ...], line: str) -> None:
    """Say how OFTEN it held this month.

    Seldom, now and then, half the time, mostly, nearly always; what else you have said of it stays.
    """
    words = " ".join(often)
    if words not in ("", *OFTEN) or not (words or line):
        raise click.ClickException(f"Say {', '.join(OFTEN)}, or a line. Nothing was kept.")
    with signed_in(home, notebook=True) as client:
        day = today()
        said = next((it.said for it in client.months() if it.month == day[:7]), {})
        dots = {foundation: OFTEN.index(words) + 1} if words else {}
        client.keep_month(day, **said | dots | ({f"{foundation}_line": line} if line else {}))
    click.echo("Kept. You can change it until the month is over.")


@foundations.command(name="list")
@click.option("--month", default="", help="YYYY-MM")
@click.pass_obj
def list_months(home: Home, month: str) -> None:
    """Your months, oldest first."""
    with signed_in(home, notebook=True) as client:
        for each in reversed(client.months()):
            if each.month.startswith(month):
                show(each.month, "", "\n".join(in_words(each)))


def in_words(month: Month) -> list[str]:
    """A sentence for each of the four of which something was said: no number, and no sum."""
    found = []
    for name, looks in LOOKS.items():
        dots, line = month.said.get(name), month.said.get(f"{name}_line")
        said = [OFTEN[dots - 1] if isinstance(dots, int) else "", str(line or "")]
        if any(said):
            found.append(" · ".join(filter(None, [looks, *said])))
    return found


@commands.group()
def trust() -> None:
    """What trust looks like to you, and wishes on the table."""


@trust.command()
@FOUNDATION
@click.argument("what")
@click.pass_obj
def add(home: Home, foundation: str, what: str) -> None:
    """Keep WHAT you hope to count on in your notebook; only you."""
    with signed_in(home, notebook=True) as client:
        client.hope(foundation, what, today())
    click.echo("It stands in your notebook.")


@trust.command(name="list")
@click.pass_obj
def list_hopes(home: Home) -> None:
    """What you hope to count on."""
    with signed_in(home, notebook=True) as client:
        for each in client.hopes():
            show("", str(each.body.get("foundation", "")), str(each.body["what"]))


@trust.command()
@BEGINS
@click.pass_obj
def offer(home: Home, begins: str) -> None:
    """Lay what BEGINS like this on the table. A wish is no rule, and nobody owes it."""
    with signed_in(home, notebook=True) as client:
        hopes = [str(it.body["what"]) for it in client.hopes()]
        what = the_only([it for it in hopes if starts(it, begins)])
        show(today(), client.device.name, what)
        if click.confirm(f"Lay this on the table for {harmless(client.couple().name)}?"):
            client.offer_wish(what, today())
            click.echo("It lies on the table.")


@trust.command()
@click.pass_obj
def wishes(home: Home) -> None:
    """The wishes on the table, and what was answered."""
    with signed_in(home) as client:
        for each in client.wishes():
            show(each.words.day, each.words.name, each.words.text)
            for answer in each.answers:
                show(answer.day, answer.name, ANSWERS[str(answer.body["answer"])])


@trust.command()
@BEGINS
@click.argument("says", type=click.Choice(SAYS))
@click.pass_obj
def answer(home: Home, begins: str, says: str) -> None:
    """Answer the other's wish that BEGINS like this. Saying nothing is an answer too."""
    with signed_in(home) as client:
        theirs = [it for it in client.wishes() if it.words.author != client.person]
        found = the_only([it for it in theirs if starts(it.words.text, begins)])
        client.answer_wish(found, says, today())
        click.echo("It lies beside it.")
