"""What its page shows to one of the two: the weeks that are near, and the times that stand."""

from typing import Any

from drawleaf.people.models import Couple, Person
from drawleaf.questions.models import Question
from drawleaf.table.models import Leaf
from drawleaf.web import clock

from .models import CheckIn

Shown = dict[str, Any]


def weeks(person: Person, running: list[Question]) -> list[Shown]:
    """Those whose time has come and that are not open yet, and the next one.

    Nothing of them tells what the other has done alone.
    """
    in_order = sorted(running, key=lambda each: each.joint.opens_at or clock.now())
    near = in_order[: sum(each.joint.has_come for each in running) + 1]
    skips = Leaf.of_joints(person, [each.pk for each in near], "skip")
    found = []
    for week in near:
        week.couple = near[0].couple
        sent = week.sent_to(person)
        shown = {
            "question": week,
            "words": week.leaves["words"][0],
            "is_due": sent["state"] == "due",
            "is_kept": "commitment" in sent,
            "has_pressed": "release" in sent,
            "skips": skips[week.pk].get("skip", []),
        }
        found.append(shown)
    return found


def standing(person: Person, couple: Couple | None) -> list[Shown]:
    """What is agreed, then what is offered: with its words, and the yes if there is one."""
    found = CheckIn.objects.for_person(person).filter(couple=couple, joint__ended_at=None)
    times = [each for each in found.select_related("joint") if not each.joint.is_over]
    leaves = Leaf.of_joints(person, [each.pk for each in times], "words", "yes")
    return [
        {
            "time": each,
            "is_mine": each.proposer_id == person.pk,
            "is_offered": not each.is_agreed,
            "last": each.last_for(person) if each.is_agreed else None,
            "is_renewed": each.is_agreed and each.is_renewed_by(person),
            "words": leaves[each.pk]["words"][0],
            "yes": leaves[each.pk].get("yes", []),
        }
        for each in sorted(times, key=lambda each: (not each.is_agreed, each.pk))
        if "words" in leaves[each.pk]
    ]
