"""What the two do again and again: it exists when both have said yes, and ends by itself."""

import uuid
from datetime import date, timedelta
from typing import Self, cast

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from drawleaf.people.models import Couple, Person
from drawleaf.table.begun import Begun
from drawleaf.table.models import Leaf
from drawleaf.web import clock
from drawleaf.web.refusals import Refused

EIGHT_WEEKS = timedelta(weeks=8)
SOON = timedelta(weeks=2)


class Ritual(Begun):
    """`agreed_at`: the other has said yes. Words, ticks and rests lie on leaves of the joint."""

    practice = "ritual"

    proposer = models.ForeignKey(Person, models.CASCADE, related_name="+")
    agreed_at = models.DateTimeField(null=True)

    @classmethod
    def propose(cls, person: Person, couple: Couple, record, envelope: bytes) -> Self:
        """Offer it to the other. Unanswered it fades after eight weeks, like everything joint."""
        until = clock.now().date() + EIGHT_WEEKS
        return cls.begin_once(person, couple, record, envelope, until, proposer=person)

    @transaction.atomic
    def agree(self, person: Person, record, revision: int, envelope: bytes) -> None:
        """The other's yes, an act under their seal. From now on it is the ritual of both."""
        self._hold()
        if person.pk == self.proposer_id or self.joint.is_over:
            raise not_now()
        self.joint.lay(person, record, revision, "yes", envelope)
        if self.agreed_at is None:
            self.agreed_at = clock.now()
            self.save()
            self.joint.lapses_on = clock.now().date() + EIGHT_WEEKS
            self.joint.save(update_fields=["lapses_on"])

    def tick(self, person: Person, record, revision: int, envelope: bytes) -> None:
        """One day's mark. It may come late, from a phone without a line: nothing kept is lost."""
        self._lay(person, record, revision, "tick", envelope)

    def answer(self, person: Person, record, revision: int, envelope: bytes) -> None:
        """A reply to what the other wrote beside a day's mark."""
        self._lay(person, record, revision, "answer", envelope)

    def rest(self, person: Person, record, revision: int, envelope: bytes) -> None:
        """A time in which nothing is due; either may say so, and say when it is over."""
        self._lay(person, record, revision, "rest", envelope)

    @transaction.atomic
    def renew(self, person: Person) -> None:
        """One's own wish that it goes on. The other never learns of it before wishing the same."""
        self._hold()
        if not self.is_running or not self.ends_soon:
            raise not_now()
        until = self.until
        Renewal.objects.get_or_create(
            ritual=self, person=person, until=until, defaults={"couple": self.couple}
        )
        if Renewal.objects.filter(ritual=self, until=until).count() == 2:
            self.joint.lapses_on = until + EIGHT_WEEKS
            self.joint.save(update_fields=["lapses_on"])

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

    def _lay(self, person: Person, record, revision: int, field: str, envelope: bytes) -> None:
        if not self.is_agreed:
            raise not_now()
        self.joint.lay(person, record, revision, field, envelope)

    def _hold(self) -> None:
        super()._hold()
        self.refresh_from_db(fields=["agreed_at"])

    def is_renewed_by(self, person: Person) -> bool:
        return Renewal.objects.filter(ritual=self, person=person, until=self.until).exists()

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


class Renewal(models.Model):
    """That one of the two would like it to go on past `until`; a wish that is nobody else's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    ritual = models.ForeignKey(Ritual, models.CASCADE, related_name="+")
    couple = models.ForeignKey(Couple, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ritual", "person", "until"], name="one_wish_each"),
        ]


def not_now() -> Refused:
    sentence = _("This ritual has not begun, or is over. Nothing was changed; look at it again.")
    return Refused("not_now", sentence, 409)
