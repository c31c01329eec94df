"""What Ana and Bo look at alone: their months, what trust looks like to each, an exploration.

One wish of it lies on the table. Of a month each says as much as they like; 0 is left out.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from demo.together import day_before
from drawleaf.client.client import Client
from drawleaf.client.foundations import FOUNDATIONS


@dataclass(frozen=True)
class Month:
    """Dots for the four, in their order, and lines."""

    dots: tuple[int, int, int, int]
    lines: dict[str, str] = field(default_factory=dict)

    @property
    def said(self) -> dict[str, int | str]:
        dots = {name: it for name, it in zip(FOUNDATIONS, self.dots, strict=True) if it}
        return dots | {f"{name}_line": line for name, line in self.lines.items()}


# A year of each, the month that runs last.
ANAS = [
    Month((3, 3, 2, 4), {"consistency": "Eleven boxes were carried up on the day it was said."}),
    Month((3, 2, 2, 4)),
    Month((3, 3, 0, 4)),
    Month((2, 2, 2, 3), {"transparency": "We both say *later*, and neither asks when."}),
    Month((2, 2, 3, 3)),
    Month((3, 2, 2, 4)),
    Month((3, 4, 3, 4), {"transparency": "I have told Bo what I mean when I say fine."}),
    Month((4, 4, 3, 4), {"consistency": "The window. Nobody had to ask, and nobody said a word."}),
    Month((3, 2, 3, 3), {"accountability": "I used the word *always*. I took it back late."}),
    Month((4, 4, 4, 5), {"boundaries": "Half an hour of nothing was half an hour of nothing."}),
    Month((4, 4, 5, 4), {"accountability": "An apology that had no *but* in it."}),
    Month((5, 4, 4, 5), {"consistency": "The keys hang on the hook. I hardly notice it any more."}),
]
BOS = [
    Month((4, 2, 3, 3)),
    Month((4, 2, 3, 3)),
    Month((3, 2, 0, 2), {"boundaries": "I say yes and mean *please not now*."}),
    Month((3, 2, 3, 3)),
    Month((3, 1, 2, 3), {"transparency": "Work. I said nothing, loudly."}),
    Month((4, 2, 3, 3)),
    Month((4, 3, 3, 3), {"transparency": "Ten minutes about work, and no advice."}),
    Month((4, 3, 0, 4)),
    Month((3, 2, 3, 2), {"boundaries": "Silence is not a no. I should say the no."}),
    Month((4, 3, 4, 4), {"consistency": "Sat down instead of mending something."}),
    Month((4, 4, 4, 4), {"accountability": "The *but* stayed in my throat."}),
    Month((4, 4, 4, 4), {"transparency": "Two good things said on the day I thought them."}),
]
# Marked among the examples of a foundation, by its id, or in words of one's own.
THURSDAY = "A yes on Sunday that is still a yes on Thursday."
NO = "A no that needs no reasons."
MINUTE = "That *give me a minute* gets its minute."
EXPLORED_BY_ANA = {
    "moment": "rather", "hint": "very", "sharp": "little", "mend": "no", "answer": "rather",
    "knew": "little", "same": "rather", "silent": "no", "press": "rather", "agree": "little",
    "subjects": "little", "weigh": "no",
}  # fmt: skip
IN_HER_WORDS = {
    "hint": "*Fine* is a hint, given with my back turned.",
    "press": "I explain until there is nothing left standing.",
}
EXPLORED_BY_BO = {
    "trouble": "rather", "noticed": "little", "fine": "little", "joke": "rather", "word": "very",
    "praise": "rather", "mistake": "little", "before": "no", "used": "no", "anger": "no",
}  # fmt: skip
IN_BOS_WORDS = {"word": "Mine was *lonely*. I had been looking for it under *busy*."}


def look(ana: Client, bo: Client, today: datetime.date) -> None:
    for who, months in ((ana, ANAS), (bo, BOS)):
        for ago, month in zip(range(len(months) - 1, -1, -1), months, strict=True):
            who.keep_month(end_of(today, ago), **month.said)
    day = day_before(today, 24)
    ana.hope("consistency", THURSDAY, day, "thursday")
    ana.hope("boundaries", NO, day, "no")
    bo.hope("boundaries", MINUTE, day_before(today, 93))
    ana.offer_wish(THURSDAY, day)
    bo.sync()
    bo.answer_wish(bo.wishes()[0], "thanks", day_before(today, 23))
    day = day_before(today, 57)
    ana.keep_exploration("communication", day, EXPLORED_BY_ANA, IN_HER_WORDS)
    day = day_before(today, 35)
    bo.keep_exploration("vulnerability", day, EXPLORED_BY_BO, IN_BOS_WORDS)


def end_of(today: datetime.date, ago: int) -> str:
    """Late in the month so long ago; today in the one that runs."""
    year, month = divmod(today.year * 12 + today.month - 1 - ago, 12)
    return f"{year}-{month + 1:02}-27" if ago else today.isoformat()
