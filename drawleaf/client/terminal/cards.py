"""Cards in a terminal: drawn, agreed on, put away; telling each other something.

A light card that lies before both is written on and opened as a `question`.
"""

from __future__ import annotations

import click

from drawleaf.client.home import Home
from drawleaf.client.terminal.common import harmless, show, signed_in, starts, the_only, today
from drawleaf.client.terminal.group import commands

DAY = click.option("--day", default=today, help="YYYY-MM-DD")
BEGINS = click.argument("begins")


@commands.group()
def card() -> None:
    """Questions on cards: light ones are written, deep ones read aloud."""


@card.command()
@click.argument("depth", type=click.IntRange(1, 4))
@click.option("--theme", default="", help="play, insecurities, fears, aspirations")
@DAY
@click.pass_obj
def draw(home: Home, depth: int, theme: str, day: str) -> None:
    """Draw a card of DEPTH, 1 to 4: lay a light one before both, put a deep one away."""
    with signed_in(home, notebook=depth > 2) as client:
        drawn = client.draw_card(depth, day, theme)
        click.echo(drawn.text)
        if depth <= 2 and click.confirm("Lay it before you both?"):
            click.echo(f"It lies before you both: {client.lay_card(drawn.asks, day)}")
        elif depth > 2 and click.confirm("Put it away? Only that it was drawn is kept."):
            client.put_card_away(drawn.asks, day)


@card.command()
@click.option("--make", is_flag=True, help="lay it before you both, anew if there is one")
@DAY
@click.pass_obj
def safe_space(home: Home, make: bool, day: str) -> None:
    """What makes it safe, in both your own words."""
    with signed_in(home, notebook=True) as client:
        if make:
            return click.echo(f"It lies before you both: {client.make_safe_space(day)}")
        found = client.safe_space()
        if found is None:
            return click.echo("None stands open yet.")
        name = client.couple(found.words.couple).name
        for who, answer in ((name, found.theirs), (client.device.name, found.mine)):
            for part, said in answer.items():
                show("", f"{who}, {part}", str(said))


@card.command()
@click.option("--back", is_flag=True, help="take your yes back")
@DAY
@click.pass_obj
def deeper(home: Home, back: bool, day: str) -> None:
    """Say yes to the deep cards, until tomorrow at the latest; it takes both."""
    with signed_in(home, notebook=True) as client:
        if back:
            client.take_deeper_back()
        else:
            client.say_deeper(day)
        click.echo("Taken back." if back else "Said. They open when you both have.")


@commands.group()
def tell() -> None:
    """Tell each other something."""


@tell.command(name="say")
@click.argument("text")
@DAY
@click.pass_obj
def tell_something(home: Home, text: str, day: str) -> None:
    """Lay TEXT on the table, as the other will see it."""
    with signed_in(home) as client:
        show(day, client.device.name, text)
        if click.confirm(f"Lay this on the table for {harmless(client.couple().name)}?"):
            client.tell(text, day)
            click.echo("It lies on the table.")


@tell.command(name="list")
@click.pass_obj
def list_told(home: Home) -> None:
    """What was told, and what was answered."""
    with signed_in(home) as client:
        for each in client.tellings():
            for leaf in (each.words, *each.replies):
                show(leaf.day, leaf.name, leaf.text)


@tell.command(name="answer")
@BEGINS
@click.argument("text")
@DAY
@click.pass_obj
def answer_told(home: Home, begins: str, text: str, day: str) -> None:
    """Answer with TEXT what the other has told, where it begins like this."""
    with signed_in(home) as client:
        theirs = [it for it in client.tellings() if it.words.author != client.person]
        found = [it for it in theirs if starts(it.words.text, begins)]
        client.reply_to(the_only(found), text, day)
        click.echo("It lies beside it.")
