"""What Today may show of promises: one's own, never the other's."""

from drawleaf.people.models import Couple, Person
from drawleaf.table.models import Leaf

from .models import Promise

# Only the browser can read by when they are. The oldest few are enough to choose one from.
FEW = 6


def today(person: Person, couple: Couple) -> dict:
    """{promises}: one's own that run, the oldest first, each with its leaves {words}."""
    found = Promise.objects.for_person(person).filter(
        couple=couple, author=person, joint__ended_at=None, joint__leaves__field="words"
    )
    every = list(found.order_by("joint__leaves__position")[:FEW])
    leaves = Leaf.of_joints(person, [each.pk for each in every], "words")
    for each in every:
        each.leaves = leaves[each.pk]
    return {"promises": [each for each in every if "words" in each.leaves]}
