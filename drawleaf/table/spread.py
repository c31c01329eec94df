"""What lies spread out on a table today: what runs there, and what was laid down lately."""

from __future__ import annotations

import uuid
from operator import attrgetter
from typing import Any

from drawleaf.people.models import Couple, Person
from drawleaf.people.plainly import plainly
from drawleaf.web import clock

from .models import Leaf

# Whose table it is stands in `ours`: without its reader nothing is found. A day of the two holds
# fewer than 24 leaves; yesterday's marks of three rituals, set after today's, are the last 6.
LYING = """
WITH ours AS (
    SELECT id, feed_position FROM people_couple
    WHERE id = %(couple)s AND confirmed_at IS NOT NULL AND %(reader)s IN (inviter_id, invited_id)
), running AS (
    SELECT joint.id, joint.practice FROM ours JOIN table_joint joint ON joint.couple_id = ours.id
    WHERE joint.ended_at IS NULL AND (joint.lapses_on IS NULL OR joint.lapses_on >= %(today)s)
), lately AS (
    SELECT leaf.*, row_number() OVER (
        PARTITION BY joint_id, author_id, field ORDER BY position DESC
    ) AS place
    FROM table_leaf leaf WHERE leaf.couple_id = (SELECT id FROM ours)
    AND leaf.position > (SELECT feed_position - 24 FROM ours) AND leaf.envelope IS NOT NULL
), told AS (
    SELECT * FROM (
        SELECT leaf.* FROM table_leaf leaf WHERE leaf.couple_id = (SELECT id FROM ours)
        AND leaf.field = 'passage' AND leaf.author_id <> %(reader)s AND leaf.envelope IS NOT NULL
        ORDER BY leaf.position DESC LIMIT 5
    ) AS passages
    UNION ALL SELECT * FROM (
        SELECT leaf.* FROM table_leaf leaf WHERE leaf.couple_id = (SELECT id FROM ours)
        AND leaf.field = 'small-repair' AND leaf.author_id <> %(reader)s
        AND leaf.envelope IS NOT NULL ORDER BY leaf.position DESC LIMIT 5
    ) AS repairs
)
SELECT leaf.*, 0 AS place, running.practice
FROM running JOIN table_leaf leaf ON leaf.joint_id = running.id
WHERE leaf.field IN ('words', 'yes', 'rest') AND leaf.envelope IS NOT NULL
UNION ALL
SELECT lately.*, running.practice FROM lately JOIN running ON running.id = lately.joint_id
WHERE lately.place = 1 OR lately.position > (SELECT feed_position - 6 FROM ours)
UNION ALL
SELECT told.*, 0, NULL FROM told
"""
PASSAGES = """
SELECT leaf.* FROM table_leaf leaf JOIN people_couple couple ON couple.id = leaf.couple_id
WHERE couple.id = %(couple)s AND couple.confirmed_at IS NOT NULL
AND %(reader)s IN (couple.inviter_id, couple.invited_id)
AND leaf.field = 'passage' AND leaf.envelope IS NOT NULL AND leaf.position < %(before)s
ORDER BY leaf.position DESC LIMIT %(few)s
"""
LAST = 2**63 - 1
by_position = attrgetter("position")


def passages(person: Person, couple: Couple, before: int | None, few: int) -> list[Leaf]:
    """The last passages on a table, the last first; or the last before a position in its feed."""
    asked = {"couple": couple.pk, "reader": person.pk, "before": before or LAST, "few": few}
    return plainly(Leaf, PASSAGES, **asked)


class Spread:
    """One query, whatever the number of practices and of years.

    `lately`: on each thing that runs, the last that either has laid there of each field; and the
    very last of all, for yesterday may be marked after today.
    `told`: the last passages and small repairs that the other has laid down.
    """

    def __init__(self, person: Person, couple: Couple) -> None:
        today = clock.now().date().isoformat()
        found: list[Any] = plainly(Leaf, LYING, couple=couple.pk, reader=person.pk, today=today)
        self.lately: list[Leaf] = []
        self.told: list[Leaf] = []
        self._running: dict[str, dict[uuid.UUID, dict[str, list[Leaf]]]] = {}
        for leaf in sorted(found, key=by_position, reverse=True):
            if not leaf.practice:
                self.told.append(leaf)
            elif leaf.place:
                self.lately.append(leaf)
            else:
                joints = self._running.setdefault(leaf.practice, {})
                joints.setdefault(leaf.joint_id, {}).setdefault(leaf.field, []).append(leaf)

    def of(self, practice: str) -> list[dict[str, list[Leaf]]]:
        """What runs of a practice, the last said first: {field: its leaves, the last first}."""
        found = [each for each in self._running.get(practice, {}).values() if "words" in each]
        return sorted(found, key=lambda leaves: by_position(leaves["words"][0]), reverse=True)
