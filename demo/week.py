"""The weekly check-in of Ana and Bo: a time they agreed to, and some weeks that they have opened.

A time that has come cannot be agreed to afterwards, so the weeks behind them are laid down as
questions that open at any time.
"""

from __future__ import annotations

import datetime

from demo.together import day_before
from drawleaf.client.checkin import WEEK, own_zone
from drawleaf.client.client import Client

# How many weeks ago, then what Ana and what Bo had written.
WEEKS = [
    (
        3,
        {
            "appreciation": "You carried the chairs up without being asked, and hummed.",
            "feelings": "Tight until Wednesday, because of the parcel. Lighter since.",
            "concern": "When I asked about the money on Tuesday you went quiet, and I heard a no "
            "in it. I would like to know what it was.",
            "hopes": "One evening without a list.",
            "request": "Would you say *give me a minute* when you need one?",
        },
        {
            "appreciation": "You apologised to the neighbour for us. I had hoped you would.",
            "feelings": "Careful. Work is loud, and I bring it home without a name.",
            "concern": "On Tuesday I was counting, not sulking. I did not say so, and saw your "
            "face.",
            "hopes": "To hear the bath being sung in.",
            "request": "Would you ask me about work once, and then not help?",
        },
    ),
    (
        2,
        {
            "appreciation": "*Give me a minute.* You said it, and it was one.",
            "feelings": "Fond. A little tired of being careful, in a good way.",
            "hopes": "The larger trip, a date for it, any date.",
            "request": "Would you choose the trains with me on Saturday?",
        },
        {
            "appreciation": "You asked about work, and then you let it be sad.",
            "feelings": "Relieved, mostly.",
            "concern": "The Thursdays are too full for both of us. I miss supper.",
            "hopes": "That the choir is as bad as I am.",
        },
    ),
    (
        1,
        {
            "appreciation": "The tea. I had not asked.",
            "feelings": "Low on Monday, and I said so, and the sky stayed up.",
            "concern": "I still say fine. Twice this week. I would like to be caught at it kindly.",
            "request": "Would you ask once more, even when I look busy?",
        },
        {
            "appreciation": "You said low instead of fine. It was easier to come and sit there.",
            "feelings": "Glad. And short of sleep.",
            "hopes": "Dancing, once, in the kitchen, with the door shut.",
            "request": "Would you put the light out at eleven, on any two evenings?",
        },
    ),
]


def live(ana: Client, bo: Client, today: datetime.date) -> None:
    for ago, anas, bos in WEEKS:
        week = ana.ask("checkin", WEEK, day_before(today, 7 * ago))
        bo.sync()
        for who, answer in ((ana, anas), (bo, bos)):
            who.answer_question(who.question(week), answer)
        for who in (ana, bo):
            who.open_question(who.question(week))
    offered = ana.offer_checkin("sunday", "19:00", own_zone(), day_before(today, 22))
    bo.sync()
    bo.agree_to_checkin(offered, day_before(today, 21))
