"""Both, or neither, in a terminal: ask, write, open, read."""

from __future__ import annotations

from uuid import UUID

import click

from drawleaf.client.body import Body, anew
from drawleaf.client.client import Client
from drawleaf.client.errors import VaultError
from drawleaf.client.home import Home
from drawleaf.client.questions import Question
from drawleaf.client.terminal.common import harmless, show, signed_in, today
from drawleaf.client.terminal.group import commands

STATES = {
    "before": "You both write. It opens when you have both pressed Open.",
    "due": "You have both written. Open?",
    "open": "Open for both of you.",
    "over": "Nothing opened this time.",
}


@commands.group()
def question() -> None:
    """What you both write, and open together."""


@question.command()
@click.argument("practice")
@click.argument("asks")
@click.pass_obj
def ask(home: Home, practice: str, asks: str) -> None:
    """Lay a question before both: PRACTICE and its SET@VERSION/NAME."""
    with signed_in(home) as client:
        click.echo(f"It lies before you both: {client.ask(practice, asks, today())}")


@question.command(name="list")
@click.pass_obj
def list_questions(home: Home) -> None:
    """Every question laid before you both, with its id."""
    with signed_in(home) as client:
        for words in client.of("question.words"):
            asks = str(words.body.get("asks", ""))
            show(f"{words.day} · {words.record}", words.name, asks, words.error)


@question.command()
@click.argument("id", type=click.UUID)
@click.argument("words", nargs=-1, required=True)
@click.pass_obj
def write(home: Home, id: UUID, words: tuple[str, ...]) -> None:
    """Keep an answer: WORDS, or PART=WORDS for each part of a question that has several.

    A part that you do not name stays as you have kept it; PART= takes its words away.
    """
    with signed_in(home, notebook=True) as client:
        found = client.question(id)
        client.answer_question(found, answer_in(client, found, words))
        click.echo("Kept. You can change it until you have both written.")


@question.command(name="open")
@click.argument("id", type=click.UUID)
@click.pass_obj
def open_both(home: Home, id: UUID) -> None:
    """Open yours, having read it again; it is open for both once the other has, too."""
    with signed_in(home, notebook=True) as client:
        found = client.question(id)
        say("You", client.my_answer(found))
        if not click.confirm("Open this for both of you?"):
            return
        client.open_question(found)
        click.echo(STATES["open"] if client.question(id).state == "open" else STATES["before"])


@question.command()
@click.argument("id", type=click.UUID)
@click.pass_obj
def read(home: Home, id: UUID) -> None:
    """A question as it is now: yours, and theirs once it is open."""
    with signed_in(home, notebook=True) as client:
        found = client.question(id)
        click.echo(f"{harmless(found.text)}\n{STATES[found.state]}\n")
        say("You", kept(client, found))
        if found.state == "open":
            name = client.couple(found.couple).name
            say(name, client.read_question(found))
            for reply in client.replies(found):
                show(reply.day, reply.name, reply.text, reply.error)


@question.command()
@click.argument("id", type=click.UUID)
@click.argument("text")
@click.pass_obj
def reply(home: Home, id: UUID, text: str) -> None:
    """Say TEXT to what the other has opened."""
    with signed_in(home) as client:
        client.reply(client.question(id), text, today())
        click.echo("It lies beside it.")


def answer_in(client: Client, asked: Question, words: tuple[str, ...]) -> Body:
    """The answer that WORDS are: all of them go into it, or nothing is kept."""
    named = [each.partition("=") for each in words]
    said: Body = {name: text for name, is_part, text in named if is_part and name in asked.parts}
    if len(said) == len(words):
        answer = anew(kept(client, asked), said)
    elif len(asked.parts) == 1:
        answer = anew({}, {asked.parts[0]: " ".join(words)})
    else:
        parts = harmless(", ".join(asked.parts))
        sentence = f"Say each part once, as PART=WORDS, of these: {parts}. Nothing was kept."
        raise click.ClickException(sentence)
    if not answer:
        raise click.ClickException("An answer has words. Nothing was kept.")
    return answer


def kept(client: Client, asked: Question) -> Body:
    """Mine as it is kept; empty where there is none."""
    try:
        return client.my_answer(asked)
    except VaultError as error:
        if error.reason != "withdrawn":
            raise
        return {}


def say(who: str, answer: dict[str, object]) -> None:
    for name, said in answer.items():
        show("" if name == "text" else name, who, str(said))
