"""What Ana and Bo have promised each other, made good, and are on the way to."""

from __future__ import annotations

import datetime
from decimal import Decimal

from demo.together import day_before
from drawleaf.client.client import Client

# Who put how much aside, and how many days ago.
SAVED = [
    (168, "40"),
    (140, "25.50"),
    (112, "60"),
    (97, "12"),
    (70, "80"),
    (41, "35"),
    (12, "47.50"),
]


def live(ana: Client, bo: Client, today: datetime.date) -> None:
    promise(ana, bo, today)
    be_on_the_way(ana, bo, today)


def promise(ana: Client, bo: Client, today: datetime.date) -> None:
    """Some kept, one let go, one for tomorrow, one that is nobody else's; two small repairs."""
    kept = bo.make_promise(day_before(today, 60), what="Fix the drawer before the guests come")
    let_go = ana.make_promise(day_before(today, 90), what="No messages after ten", often="daily")
    by = day_before(today, -1)
    ana.make_promise(day_before(today, 2), what="Ring the clinic about Thursday", by=by)
    bo.make_promise(day_before(today, 30), when="say fine", then="ask once more")
    bo.small_repair(
        "I forgot your mother’s parcel.", "You stood there alone, explaining.",
        "I write down what I take on, that same minute.", day_before(today, 38),
    )  # fmt: skip
    ana.small_repair(
        "I believed my own fine, and was cross with you for believing it.",
        "You had to guess, and guessed wrong.", "I say it in plain words, once.",
        day_before(today, 155),
    )  # fmt: skip
    ana.promise_myself(day_before(today, 20), what="Half an hour outside before the first screen")
    for who in (ana, bo):
        who.sync()
    made = {each.id: each for each in bo.promises()}
    ana.thank_for_promise(made[kept], "They all used that drawer.", day_before(today, 56))
    bo.settle_promise(made[kept], "kept", day_before(today, 57))
    ana.settle_promise(made[let_go], "let_go", day_before(today, 50))
    ana.thank_for_repair(ana.small_repairs()[-1], "Thank you. That was it.", day_before(today, 38))


def be_on_the_way(ana: Client, bo: Client, today: datetime.date) -> None:
    """A larger trip, saved for; a hobby, in steps; one that was reached."""
    day = day_before(today, 170)
    trip = ana.begin_goal("The larger trip", day, sort="savings", amount="600.00", currency="EUR")
    choir = bo.begin_goal("Sing in a choir, badly", day_before(today, 60), sort="training")
    shelf = bo.begin_goal("A shelf in the hall", day_before(today, 150))
    for who in (ana, bo):
        who.sync()
    ana.bring(trip, "Looking for the slow trains.", day)
    bo.bring(trip, "Being careful, the good kind.", day)
    for number, (ago, amount) in enumerate(SAVED):
        who = (ana, bo)[number % 2]
        who.contribute(trip, Decimal(amount), "EUR", day_before(today, ago))
    bo.say_hard(trip, "I keep wanting to wait one more year.", day_before(today, 33))
    asked = bo.take_step(choir, "Ask at the community hall", day_before(today, 58))
    ana.take_step(choir, "Find the old sheet music", day_before(today, 40))
    bo.sync()
    bo.step_done(choir, asked, day_before(today, 44))
    bo.celebrate(shelf, "It holds. We hung the keys on it first.", day_before(today, 120))
    bo.end_goal(shelf, "reached", day_before(today, 120))
