"""What Ana and Bo have drawn, written on, and told each other."""

from __future__ import annotations

import datetime

from demo.together import day_before
from drawleaf.client.cards import SPACE
from drawleaf.client.client import Client

SAFE = {
    "helps": "A walk, so that we need not look at each other. Beginning badly is allowed.",
    "rather_not": "A “but”. Advice on the same evening.",
    "with_it": "I repeat it to nobody, and never in a quarrel.",
    "quoted": "That I was afraid. Not of what.",
    "stop": "I put the cup down.",
}, {
    "helps": "A night in between, and a list.",
    "rather_not": "“At least …”. I would rather have nothing.",
    "with_it": "It stays between the two of us.",
    "left_out": "My father, for now.",
    "quoted": "What I would say to the neighbour too.",
    "stop": "I say: a minute.",
    "afterwards": "Tea, and not being asked before the next day.",
}  # fmt: skip
# Which, how many days ago, what each has written, and what was said to it, by Ana.
WRITTEN = [
    (
        "light-01", 46, "The tuba. Everybody within three streets will be sorry.",
        "The triangle. One note, at the right moment, and then a long look around.", "",
    ),
    (
        "light-08", 27, "Ironing goes. I would sing in the time, badly, with the window open.",
        "The bins. In their place I would sit on the stairs and do nothing at all.",
        "I can see you on those stairs. I will do the bins on Thursday.",
    ),
    (
        "light-05", 9, "The Kettle, the Meeting, and the Second Kettle.",
        "Three Emails and a Funeral: a comic opera.", "",
    ),
]  # fmt: skip
TOLD = (
    "I have been pretending to like the choir for a month. I am afraid that I am too old to learn "
    "it, and that you would be kind about it."
)


def play(ana: Client, bo: Client, today: datetime.date) -> None:
    """A safe space, a few light cards, one that waits, a deep one put away; one thing told."""
    opened(ana, bo, ana.ask("cards", SPACE, day_before(today, 60)), *SAFE)
    for name, ago, by_ana, by_bo, reply in WRITTEN:
        day = day_before(today, ago)
        texts = {"text": by_ana}, {"text": by_bo}
        card = opened(bo, ana, bo.lay_card(f"cards@1/{name}", day), *texts[::-1])
        if reply:
            ana.reply(ana.question(card), reply, day)
    ana.lay_card("cards@1/light-09", day_before(today, 1))
    bo.put_card_away("cards@1/slow-01", day_before(today, 20))
    bo.tell(TOLD, day_before(today, 14))
    ana.sync()
    thanks = "Thank you for telling me. I like you no less than an hour ago."
    ana.reply_to(ana.tellings()[0], thanks, day_before(today, 14))


def opened(first: Client, second: Client, question, of_first: dict, of_second: dict):
    """Asked by the first, written by both, opened by both."""
    second.sync()
    for who, answer in ((first, of_first), (second, of_second)):
        who.answer_question(who.question(question), answer)
    for who in (first, second):
        who.open_question(who.question(question))
        who.sync()
    return question
