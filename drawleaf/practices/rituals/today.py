"""What Today shows of the rituals of two: those that run, each with the last mark of either."""

from drawleaf.people.models import Couple, Person
from drawleaf.table.models import Leaf

from .content import sorts
from .models import Ritual

# So many writings of the two back is the mark of this day looked for: more than one day holds.
FAR_ENOUGH = 40


def today(person: Person, couple: Couple) -> dict:
    """{rituals, offers}: each with its leaves {words, yes, rest}; {ticks, ritual_sorts}."""
    found = Ritual.objects.for_person(person).filter(couple=couple, joint__ended_at=None)
    every = [each for each in found.select_related("joint") if not each.joint.is_over]
    if not every:
        return {}
    leaves = Leaf.of_joints(person, [each.pk for each in every], "words", "yes", "rest")
    for each in every:
        each.leaves = leaves[each.pk]
    recent = Leaf.objects.for_person(person).filter(
        couple=couple, collection="ritual", position__gt=couple.feed_position - FAR_ENOUGH
    )
    ticks = recent.filter(field="tick").order_by("position")
    last = {(tick.joint_id, tick.author_id): tick for tick in ticks}
    said = [each for each in every if "words" in each.leaves]
    running = [each for each in said if each.is_agreed]
    return {
        "rituals": running,
        "offers": [each for each in said if not each.is_agreed and each.proposer_id != person.pk],
        "ticks": [tick.as_sent() for tick in last.values()],
        "ritual_sorts": sorts(),
    }
