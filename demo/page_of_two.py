"""What Ana and Bo have added to the page they both write on."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from demo.together import day_before
from drawleaf.client.client import Client


@dataclass(frozen=True)
class Added:
    """Added `ago` days before; `anew` is what it says since."""

    ago: int
    by_ana: bool
    text: str
    anew: str = ""


ADDED = [
    Added(363, False, "*First line.* Ana says it counts even if it is about a line."),
    Added(362, True, "It counts."),
    Added(340, True, "The neighbour below has a clock that strikes four times at three."),
    Added(311, False, "New word of ours: *to shelf*. To mean to, for years."),
    Added(280, True, "You danced with the broom. You thought nobody was there."),
    Added(279, False, "The broom was there."),
    Added(244, False, "Bread, third try. Could be used as a doorstop, is used as a doorstop."),
    Added(
        201, True, "What this week sounded like:\n\n- rain\n- your sister laughing on the phone",
        "What this week sounded like:\n\n- rain\n- your sister laughing on the phone\n"
        "- the drawer, at last not",
    ),
    Added(166, False, "You said: *we are not late, we are thorough.* I would like to keep that."),
    Added(148, True, "Eleven years, and I learn only now that you do not like pears."),
    Added(131, False, "I like pears. I do not like *that* pear."),
    Added(109, True, "The light on the kitchen wall at half past six. It moves like a slow cat."),
    Added(87, False, "Somebody puts the glass with the crack at the back of the cupboard."),
    Added(86, True, "I do. I cannot throw it away, it was our first one."),
    Added(73, True, "> We were busy getting here.\n\nI want that sentence on a cup."),
    Added(52, False, "A quiet week. I liked it more than I said."),
    Added(47, True, "Another way than a year ago: we say *later* and mean a day."),
    Added(33, False, "Soup, the one from the first evening. On chairs now."),
    Added(21, True, "The heron is back on the railing. We both forgot to call it by its name."),
    Added(20, False, "The Inspector. I have it in writing."),
    Added(13, True, "You asked once more. I noticed."),
    Added(
        6, False, "Things that are ours: the blue bowl, the long way home.",
        "Things that are ours: the blue bowl, the long way home, the heron.",
    ),
    Added(5, True, "And the crack in the glass."),
    Added(1, False, "The tea was for me, really. But then I saw your back."),
]  # fmt: skip


def live(ana: Client, bo: Client, today: datetime.date) -> None:
    """Added over the year; some was said anew, and one was taken back."""
    made = {}
    for each in ADDED:
        who = ana if each.by_ana else bo
        made[who.add_to_our_page(each.text, day_before(today, each.ago))] = each.anew
    for who in (ana, bo):
        who.sync()
        for addition in who.our_page():
            if addition.author == who.person and made[addition.record]:
                who.change_on_our_page(addition, made[addition.record])
    bo.take_back(bo.add_to_our_page("Never mind.", day_before(today, 40)))
