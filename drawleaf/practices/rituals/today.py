"""What Today shows of the rituals of two: those that run, each with the last mark of either."""

from drawleaf.people.models import Couple, Person
from drawleaf.table.models import Leaf

from .content import sorts
from .models import Ritual

# So many writings of the two back is the mark of this day looked for: more than one day holds.
FAR_ENOUGH = 200


def today(person: Person, couple: Couple) -> dict:
    """{rituals, offers}: each with its leaves {words, yes, rest}; {ticks, ritual_sorts}."""
    found = Ritual.objects.for_person(person).filter(couple=couple, joint__ended_at=None)
    every = [each for each in found.select_related("joint") if not each.joint.is_over]
    leaves = Leaf.of_joints(person, [each.pk for each in every], "words", "yes", "rest")
    for each in every:
        each.leaves = leaves[each.pk]
    ticks: dict = {}
    recent = Leaf.objects.for_person(person).filter(
        couple=couple, position__gt=couple.feed_position - FAR_ENOUGH
    )
    for leaf in recent.filter(collection="ritual", field="tick").order_by("position"):
        ticks[leaf.joint_id, leaf.author_id] = leaf.as_sent()
    said = [each for each in every if "words" in each.leaves]
    running = [each for each in said if each.is_agreed]
    return {
        "rituals": running,
        "offers": [each for each in said if not each.is_agreed and each.proposer_id != person.pk],
        "ticks": [tick for (joint, _), tick in ticks.items() if joint in {r.pk for r in running}],
        "ritual_sorts": sorts(),
    }
