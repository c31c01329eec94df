"""What lies spread out on a table today: what runs there, and what was laid down lately."""

from __future__ import annotations

import uuid
from operator import attrgetter

from django.db.models import Q

from drawleaf.people.models import Couple, Person

from .models import Joint, Leaf

# So many writings of the two back is looked for what is new: more than one day holds.
LATELY = 24
SAID = ("words", "yes", "rest")
by_position = attrgetter("position")


class Spread:
    """Two queries, whatever the number of practices and of years.

    `lately`: the last leaves of either, the last first, none that was taken back.
    """

    def __init__(self, person: Person, couple: Couple) -> None:
        begun = Joint.objects.for_person(person).filter(couple=couple, ended_at=None)
        self._running = {each.pk: each for each in begun if not each.is_over}
        since = couple.feed_position - LATELY
        said = Q(joint__in=self._running, field__in=SAID)
        lying = Leaf.objects.for_person(person).filter(said | Q(couple=couple, position__gt=since))
        # Ordered here: a database asked for an order would walk through all that lies there.
        found = sorted(lying.filter(envelope__isnull=False), key=by_position, reverse=True)
        self.lately = [leaf for leaf in found if leaf.position > since]
        self._leaves: dict[uuid.UUID, dict[str, list[Leaf]]] = {}
        for leaf in found:
            if leaf.joint_id in self._running and leaf.field in SAID:
                self._leaves.setdefault(leaf.joint_id, {}).setdefault(leaf.field, []).append(leaf)

    def of(self, practice: str) -> list[dict[str, list[Leaf]]]:
        """What runs of a practice, the last said first: {field: its leaves, the last first}."""
        found = [
            leaves
            for joint, leaves in self._leaves.items()
            if self._running[joint].practice == practice and "words" in leaves
        ]
        return sorted(found, key=lambda leaves: leaves["words"][0].position, reverse=True)
