"""Everything one may read, in the order it was written here: the notebook, and each table.

The cursor counts each of them by itself, so that Bo's shows no gap where Ana wrote for herself.
"""

from uuid import UUID

from drawleaf.notebook.models import Record
from drawleaf.people.models import Couple
from drawleaf.table.models import Leaf

PAGE = 200


class Cursor:
    """How far a device has read: `12.<couple>-7.<couple>-3`; opaque to everyone else."""

    def __init__(self, text: str = ""):
        self.notebook, self.tables = 0, {}
        for part in filter(None, text.split(".")):
            couple, _, position = part.rpartition("-")
            if couple:
                self.tables[str(UUID(couple))] = int(position)
            else:
                self.notebook = int(position)

    def __str__(self):
        tables = [f"{UUID(couple).hex}-{at}" for couple, at in sorted(self.tables.items())]
        return ".".join([str(self.notebook), *tables])


def page_after(person, cursor: Cursor) -> dict:
    """At most `PAGE` rows after the cursor, the next cursor, and whether there is more."""
    records = list(
        Record.objects.for_person(person)
        .filter(position__gt=cursor.notebook)
        .order_by("position")[:PAGE]
    )
    if records:
        cursor.notebook = records[-1].position
    leaves: list[Leaf] = []
    for couple in Couple.objects.for_person(person).confirmed().order_by("pk"):
        room = PAGE - len(records) - len(leaves)
        after = cursor.tables.get(str(couple.pk), 0)
        found = (
            Leaf.objects.for_person(person)
            .filter(couple=couple, position__gt=after)
            .order_by("position")[: max(room, 0)]
        )
        leaves += found
        cursor.tables[str(couple.pk)] = found[len(found) - 1].position if found else after
    return {
        "notebook": [record.as_sent() for record in records],
        "table": [leaf.as_sent() for leaf in leaves],
        "cursor": str(cursor),
        "more": len(records) + len(leaves) >= PAGE,
    }
