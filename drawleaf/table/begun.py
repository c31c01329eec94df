"""What one of the two begins for both: the row that a practice adds to its joint."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar, Self

from django.db import models, transaction
from django.urls import reverse

from drawleaf.people.models import Couple, Person
from drawleaf.people.readers import ReaderManager

from .models import Joint, Leaf, of_the_two


class Begun(models.Model):
    """Its words lie on leaves of the joint, whose id it bears."""

    joint = models.OneToOneField(Joint, models.CASCADE, primary_key=True, related_name="%(class)s")
    couple = models.ForeignKey(Couple, models.CASCADE, related_name="+")

    objects: ClassVar[ReaderManager[Self]] = ReaderManager()

    readable_by = staticmethod(of_the_two)
    # The practice that its leaves belong to, and its page by that name.
    practice: ClassVar[str]
    # What a page has fetched of it: its leaves by field, the last first.
    leaves: dict[str, list[Leaf]] = {}

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return reverse(self.practice, args=[self.pk])

    @classmethod
    @transaction.atomic
    def begin_once(
        cls,
        person: Person,
        couple: Couple,
        record: uuid.UUID,
        envelope: bytes,
        lapses_on: date | None = None,
        **row: object,
    ) -> Self:
        """Begin one with its words; `row` is what else it keeps. The same again is no news."""
        joint = Joint.begin(person, couple, record, cls.practice, envelope, lapses_on)
        begun = cls.objects.for_person(person).filter(joint=joint).first()
        if begun is None:
            begun = cls(joint=joint, couple=joint.couple, **row)
            begun.save(force_insert=True)
        return begun

    def _hold(self) -> None:
        """As it is now, whatever the other has done since this page was asked for."""
        self.couple = self.couple.held()
        self.joint.refresh_from_db()
