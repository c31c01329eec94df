"""What one of the two offers and both agree to: it exists by two yeses, and ends by itself."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Self, cast

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from drawleaf.people.models import Couple, Person
from drawleaf.web import clock
from drawleaf.web.refusals import Refused

from .begun import Begun
from .models import Leaf, Renewal

EIGHT_WEEKS = timedelta(weeks=8)
SOON = timedelta(weeks=2)


class Agreed(Begun):
    """`agreed_at`: the other has said yes. Words and yes lie on leaves of the joint."""

    proposer = models.ForeignKey(Person, models.CASCADE, related_name="+")
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @classmethod
    def propose(cls, person: Person, couple: Couple, record: uuid.UUID, envelope: bytes) -> Self:
        """Offer it to the other. Unanswered it fades after eight weeks, like everything joint."""
        until = clock.now().date() + EIGHT_WEEKS
        return cls.begin_once(person, couple, record, envelope, until, proposer=person)

    @transaction.atomic
    def agree(self, person: Person, record: uuid.UUID, revision: int, envelope: bytes) -> None:
        """The other's yes, an act under their seal. From now on it is of both."""
        self._hold()
        if person.pk == self.proposer_id or self.joint.is_over:
            raise not_now()
        self.joint.lay(person, record, revision, "yes", envelope)
        if self.agreed_at is None:
            self.agreed_at = clock.now()
            self.save()
            self.joint.lapses_on = clock.now().date() + EIGHT_WEEKS
            self.joint.save(update_fields=["lapses_on"])

    @transaction.atomic
    def renew(self, person: Person) -> bool:
        """One's own wish that it goes on, and whether both have wished it now.

        The other never learns of it before wishing the same.
        """
        self._hold()
        if not self.is_running or not self.ends_soon:
            raise not_now()
        until, couple = self.until, self.couple
        mine = {"joint": self.joint, "person": person, "until": until}
        Renewal.objects.get_or_create(**mine, defaults={"couple": couple})
        goes_on = Renewal.objects.filter(joint=self.joint, until=until).count() == 2
        if goes_on:
            self.joint.lapses_on = until + EIGHT_WEEKS
            self.joint.save(update_fields=["lapses_on"])
        return goes_on

    @transaction.atomic
    def retire(self, person: Person) -> None:
        """Either ends it, without a reason; to the other it looks as if it had lapsed.

        What nobody has said yes to only its proposer ends: it is taken back, words and all.
        """
        self._hold()
        if self.is_agreed:
            return self.joint.end()
        if person.pk != self.proposer_id:
            raise not_now()
        for leaf in Leaf.objects.for_person(person).filter(joint=self.joint, field="words"):
            leaf.take_back(person)
        self.joint.end()

    def _hold(self) -> None:
        super()._hold()
        self.refresh_from_db(fields=["agreed_at"])

    def is_renewed_by(self, person: Person) -> bool:
        mine = Renewal.objects.filter(joint=self.joint_id, person=person, until=self.until)
        return mine.exists()

    @property
    def until(self) -> date:
        """The last day, unless both wish that it goes on."""
        return cast(date, self.joint.lapses_on)  # set when it was offered

    @property
    def is_agreed(self) -> bool:
        return self.agreed_at is not None

    @property
    def is_running(self) -> bool:
        return self.is_agreed and not self.joint.is_over

    @property
    def ends_soon(self) -> bool:
        return self.until - clock.now().date() <= SOON


def not_now() -> Refused:
    sentence = _("This has not begun, or is over. Nothing was changed; look at it again.")
    return Refused("not_now", sentence, 409)
