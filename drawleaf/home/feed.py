"""Everything one may read, in the order it was written here: the notebook, and each table.

The cursor counts each of them by itself, so that Bo's shows no gap where Ana wrote for herself.
"""

from uuid import UUID

from drawleaf.notebook.models import RECORD, Record
from drawleaf.people.models import Couple
from drawleaf.table.models import Leaf

# Two packs of a device: each is then sealed once when a notebook comes to it for the first time.
PAGE = 256


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
    """At most `PAGE` rows after the cursor, the next cursor, and how many rows are left."""
    records = list(records_after(person, cursor).order_by("position")[:PAGE])
    if records:
        cursor.notebook = records[-1].position
    leaves: list[Leaf] = []
    couples = list(Couple.objects.for_person(person).confirmed().order_by("pk"))
    for couple in couples:
        room = PAGE - len(records) - len(leaves)
        cursor.tables.setdefault(str(couple.pk), 0)
        rows = leaves_after(person, cursor, couple.pk).order_by("position")
        found = list(rows[: max(room, 0)])
        leaves += found
        if found:
            cursor.tables[str(couple.pk)] = found[-1].position
    more = len(records) + len(leaves) >= PAGE
    return {
        "notebook": [each.as_sent() for each in records if each.field == RECORD],
        "reveal": [each.as_sent() for each in records if each.field != RECORD],
        "table": [leaf.as_sent() for leaf in leaves],
        "cursor": str(cursor),
        "more": more,
        "left": left_after(person, cursor, couples) if more else 0,
    }


def left_after(person, cursor: Cursor, couples: list[Couple]) -> int:
    """One's own count is one's own: it tells a new device how far it has come."""
    tables = sum(leaves_after(person, cursor, couple.pk).count() for couple in couples)
    return records_after(person, cursor).count() + tables


def records_after(person, cursor: Cursor):
    return Record.objects.for_person(person).filter(position__gt=cursor.notebook)


def leaves_after(person, cursor: Cursor, couple):
    after = cursor.tables[str(couple)]
    return Leaf.objects.for_person(person).filter(couple=couple, position__gt=after)
