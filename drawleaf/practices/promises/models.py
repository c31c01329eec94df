"""What one of the two takes on for the other: said, changed, kept or let go by nobody else."""

from typing import Self
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from drawleaf.people.models import Couple, Person
from drawleaf.table.begun import Begun
from drawleaf.web.refusals import Refused


class Promise(Begun):
    """Whose it is, and whether it is over. Whether it was kept stands inside its author's act."""

    practice = "promise"

    author = models.ForeignKey(Person, models.CASCADE, related_name="+")

    @classmethod
    def make(cls, person: Person, couple: Couple, record: UUID, envelope: bytes) -> Self:
        """Say it to the other. It asks for no answer, and does not lapse."""
        return cls.begin_once(person, couple, record, envelope, author=person)

    @transaction.atomic
    def reword(self, person: Person, record: UUID, revision: int, envelope: bytes) -> None:
        """Say it anew, while it runs. Both can see that it was."""
        self.need_author(person)
        self._hold()
        if self.joint.is_over or record != self.pk:
            raise is_over()
        self.joint.lay(person, record, revision, "words", envelope)

    @transaction.atomic
    def settle(self, person: Person, record: UUID, revision: int, envelope: bytes) -> None:
        """Kept, or let go: the server does not learn which. With it the promise is over.

        It lies under the promise's own id, so that said on two phones it is said once; a slip of
        the finger is put right by the next revision.
        """
        self.need_author(person)
        if record != self.pk:
            raise is_over()
        self.joint.lay(person, record, revision, "outcome", envelope)
        self.joint.end()

    def thank(self, person: Person, record: UUID, revision: int, envelope: bytes) -> None:
        """A word from the one it was promised to, whenever they like."""
        if person.pk == self.author_id:
            sentence = _(
                "This is your own promise, so nothing was laid down. Thanks are the other’s."
            )
            raise Refused("not_yours", sentence, 403)
        self.joint.lay(person, record, revision, "thanks", envelope)

    def need_author(self, person: Person) -> None:
        if person.pk != self.author_id:
            sentence = _("Only who made this promise can change or end it. Nothing was changed.")
            raise Refused("not_yours", sentence, 403)


def is_over() -> Refused:
    sentence = _("This promise is over. Nothing was changed; look at it again.")
    return Refused("not_now", sentence, 409)
