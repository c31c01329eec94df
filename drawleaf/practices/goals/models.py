"""What the two are on their way to: begun by one, carried by each as they like, ended by either."""

from typing import Self
from uuid import UUID

from django.db import models, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from drawleaf.people.models import Couple, Person
from drawleaf.table.begun import Begun
from drawleaf.table.models import Leaf
from drawleaf.web.refusals import Refused

# What either may lay down on the way; each is its author's alone, nobody assigns one to the other.
FIELDS = ("bring", "step", "contribution", "hard", "moment", "rest")
# And what once it is over: to celebrate needs no goal any more.
AFTERWARDS = ("moment",)


class Goal(Begun):
    """In clear: who began it, and on the joint that it has ended. All else lies sealed on leaves.

    It does not lapse: it waits as long as it needs, and either may let it go.
    """

    practice = "goal"

    author = models.ForeignKey(Person, models.CASCADE, related_name="+")

    @classmethod
    def begin(cls, person: Person, couple: Couple, record: UUID, envelope: bytes) -> Self:
        """Lay a goal before both."""
        return cls.begin_once(person, couple, record, envelope, author=person)

    @transaction.atomic
    def reword(self, person: Person, record: UUID, revision: int, envelope: bytes) -> None:
        """Say anew what it is about; only who began it, and the page says that it was."""
        self._hold()
        if person.pk != self.author_id or record != self.pk or self.joint.is_over:
            raise not_now()
        self.joint.lay(person, record, revision, "words", envelope)

    @transaction.atomic
    def lay(self, person: Person, field: str, record: UUID, revision: int, envelope: bytes) -> None:
        """Lay down what is one's own to say, or the next revision of it."""
        self._hold()
        mine = self._of(person, field)
        is_new = not mine.filter(record=record).exists()
        if field not in FIELDS or (self.joint.is_over and field not in AFTERWARDS and is_new):
            raise not_now()
        if field == "bring" and is_new and mine.filter(envelope__isnull=False).exists():
            sentence = _("What you bring lies here already, and is as it was. Change that one.")
            raise Refused("changed", sentence, 409)
        self.joint.lay(person, record, revision, field, envelope)

    @transaction.atomic
    def end(self, person: Person, record: UUID, envelope: bytes) -> None:
        """Reached, or let go: an act under the seal of either, and over for both. No reason."""
        self._hold()
        if self.joint.is_over and not self._of(person, "ending").filter(record=record).exists():
            raise not_now()
        self.joint.lay(person, record, 1, "ending", envelope)
        self.joint.end()

    def _of(self, person: Person, field: str) -> QuerySet[Leaf]:
        leaves = Leaf.objects.for_person(person).filter(joint=self.joint)
        return leaves.filter(author=person, field=field)


def not_now() -> Refused:
    sentence = _("This goal has ended, or is not yours to change. It is as it was; look again.")
    return Refused("not_now", sentence, 409)
