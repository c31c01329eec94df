"""Two people who have something in common. It begins when the inviter confirms who answered."""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q

from ..plainly import plainly
from .person import Person

TABLES = """
SELECT * FROM people_couple
WHERE %(person)s IN (inviter_id, invited_id) AND confirmed_at IS NOT NULL ORDER BY confirmed_at
"""


class CoupleQuerySet(models.QuerySet["Couple"]):
    def for_person(self, person: Person) -> Self:
        return self.filter(Q(inviter=person) | Q(invited=person))

    def confirmed(self) -> Self:
        return self.filter(confirmed_at__isnull=False)


class Couple(models.Model):
    """`key_id` names the couple's current key; the server learns it at the confirmation."""

    id = models.UUIDField(primary_key=True)
    inviter = models.ForeignKey(Person, models.CASCADE, related_name="+")
    invited = models.ForeignKey(Person, models.CASCADE, related_name="+")
    key_id = models.BinaryField(max_length=8, null=True)
    confirmed_at = models.DateTimeField(null=True)
    feed_position = models.PositiveBigIntegerField(default=0)
    renews = models.ForeignKey("self", models.SET_NULL, null=True, related_name="renewals")

    objects = CoupleQuerySet.as_manager()

    # The two have taken new keys: this one is to be read, not to be written on.
    is_from_before = False

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(inviter=F("invited")), name="two_people"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, key_id=None)
                | Q(confirmed_at__isnull=False, key_id__isnull=False),
                name="confirmed_with_its_key",
            ),
        ]

    @classmethod
    def tables_of(cls, person: Person) -> "list[Couple]":
        """Those a person reads on with another: in use first, the chosen one before all."""
        found = plainly(cls, TABLES, person=person.pk)
        renewed = {each.renews_id for each in found}
        for each in found:
            each.is_from_before = each.pk in renewed
        return sorted(found, key=lambda each: (each.is_from_before, each.pk != person.table_id))

    @classmethod
    def in_use(cls, person: Person) -> "Couple | None":
        """The table one writes on: the chosen one, else the first; none that is renewed since."""
        found = cls.tables_of(person)
        return found[0] if found and not found[0].is_from_before else None

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_renewed(self) -> bool:
        """The two have taken new keys: this table is from before, to be read and not written."""
        return self.renewals.filter(confirmed_at__isnull=False).exists()

    def other(self, person: Person) -> uuid.UUID:
        return self.invited_id if person.pk == self.inviter_id else self.inviter_id

    def held(self) -> "Couple":
        """The couple as it is now, its row held until the writing transaction ends."""
        return Couple.objects.select_for_update().get(pk=self.pk)

    def next_position(self) -> int:
        """The next place in the feed of the two; only for a couple that is held."""
        self.feed_position += 1
        self.save(update_fields=["feed_position"])
        return self.feed_position
