"""What Ana and Bo do again and again: three rituals, their marks, and a few thanks."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass

from drawleaf.client.client import Client


@dataclass(frozen=True)
class Thanks:
    """Said `ago` days before; `answer` is the other's, or empty."""

    ago: int
    by_ana: bool
    what: str
    mattered: str
    answer: str = ""


THANKS = [
    Thanks(61, True, "You carried the chairs up.", "I had been dreading the stairs all day."),
    Thanks(44, False, "You let me finish the story.", "I know that you knew the end of it."),
    Thanks(
        26, True, "You asked once more.", "I would have said fine, and believed it.",
        "I nearly did not. I am glad.",
    ),
    Thanks(12, False, "The good bread.", "You went the long way for it, in that rain."),
    Thanks(
        3, True, "You rang my mother first.", "I did not have to ask, nor dread it.",
        "She told me about the tomatoes for an hour.",
    ),
    Thanks(1, False, "You hummed.", "The kitchen was lighter than the day."),
]  # fmt: skip


def live(ana: Client, bo: Client, today: datetime.date) -> None:
    """The same marks on every run; some days are free, and one week was a rest."""
    chance = random.Random(20)
    supper, thanks, hello = begin(ana, bo, today)
    for ago in range(364, -1, -1):
        day = (today - datetime.timedelta(ago)).isoformat()
        if ago > 0 and not 203 <= ago <= 209 and chance.random() < 0.62:
            chance.choice([ana, bo]).tick(supper, day)
        if 0 < ago < 170 and chance.random() < 0.75:
            chance.choice([ana, bo]).tick(hello, day)
    ana.rest_ritual(supper, day_before(today, 209), day_before(today, 203))
    for each in THANKS:
        who, other = (ana, bo) if each.by_ana else (bo, ana)
        day = day_before(today, each.ago)
        who.tick(thanks, day, what=each.what, mattered=each.mattered)
        if each.answer:
            other.sync()
            said = [it for it in other.of("ritual.tick", thanks) if it.day == day]
            other.answer_tick(said[0], each.answer, day)


def begin(ana: Client, bo: Client, today: datetime.date) -> list:
    """Offered by one, agreed to by the other; a fourth is offered and waits."""
    day = day_before(today, 5)
    supper = ana.offer_ritual(
        "Supper, screens away", day, sort="meal", after="after laying the table", when="evening"
    )
    thanks = ana.offer_ritual(
        "Thank each other", day, sort="gratitude", after="when the lamp goes on", when="evening"
    )
    hello = bo.offer_ritual("Hello and goodbye", day, sort="hello", after="at the door", when="day")
    ana.sync()
    bo.sync()
    for who, ritual in ((bo, supper), (bo, thanks), (ana, hello)):
        who.agree_to_ritual(ritual, day)
    bo.offer_ritual(
        "Dance to one song", day_before(today, 1), after="after the dishes", when="evening"
    )
    return [supper, thanks, hello]


def day_before(today: datetime.date, ago: int) -> str:
    return (today - datetime.timedelta(ago)).isoformat()
