"""What is mine. One kind of row: what a record is, and its day, stand sealed inside.

Beside it only what must be told apart to be carried: an answer that waits for the other's, and what
one was about to open for. Both lie under the id of the joint they belong to.
"""

from uuid import UUID

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from drawleaf.envelopes import base64url
from drawleaf.envelopes.fields import EnvelopeField, key_id
from drawleaf.people.models import Person
from drawleaf.people.readers import ReaderManager
from drawleaf.web.refusals import Refused

RECORD, WAITING, AHEAD = "record", "waiting", "ahead"


class Record(models.Model):
    """`position` counts the writes of its owner; the feed goes by it."""

    pk = models.CompositePrimaryKey("owner_id", "record", "field")
    owner = models.ForeignKey(Person, models.CASCADE, related_name="+")
    record = models.UUIDField()
    field = models.CharField(max_length=8, default=RECORD)
    revision = models.PositiveBigIntegerField()
    envelope = EnvelopeField()
    position = models.PositiveBigIntegerField()

    objects = ReaderManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "position"], name="one_record_a_position"),
            # What one has opened for is written down once, and stays.
            models.CheckConstraint(
                condition=Q(field__in=(RECORD, WAITING)) | Q(field=AHEAD, revision=1),
                name="one_ahead_for_ever",
            ),
        ]

    @staticmethod
    def readable_by(person: Person) -> Q:
        return Q(owner=person)

    @classmethod
    @transaction.atomic
    def keep(
        cls, owner: Person, record: UUID, revision: int, envelope: bytes, field: str = RECORD
    ) -> "Record":
        """Keep one revision. The same again is no news; any other than the next is refused."""
        owner = owner.held()
        kept = cls.objects.for_person(owner).filter(record=record, field=field).first()
        if kept and (kept.revision, bytes(kept.envelope)) == (revision, envelope):
            return kept
        need_present(owner, envelope)
        if revision != (kept.revision if kept else 0) + 1:
            raise Refused(
                "changed",
                _("This was changed on another device. Both are kept."),
                status=409,
                current=kept and kept.as_sent(),
            )
        return (kept or cls(owner=owner, record=record, field=field))._put(revision, envelope)

    @transaction.atomic
    def seal_anew(self, revision: int, envelope: bytes) -> None:
        """The same words under one's present key, at the revision that something counts on."""
        self.owner = self.owner.held()
        self.refresh_from_db(fields=["revision", "envelope"])
        need_present(self.owner, envelope)
        if key_id(bytes(self.envelope)) == bytes(self.owner.key_id):
            return
        if revision != self.revision:
            raise Refused("changed", _("This was changed on another device."), status=409)
        self._put(revision, envelope)

    def _put(self, revision: int, envelope: bytes) -> "Record":
        self.revision, self.envelope = revision, envelope
        self.position = self.owner.next_position()
        self.save()
        return self

    def as_sent(self) -> dict:
        row = {"record": str(self.record), "revision": self.revision, "envelope": self.sealed}
        return row if self.field == RECORD else row | {"field": self.field}

    @property
    def sealed(self) -> str:
        """The envelope as pages and feeds carry it."""
        return base64url.encode(bytes(self.envelope))


def need_present(owner: Person, envelope: bytes) -> None:
    if key_id(envelope) != bytes(owner.key_id):
        sentence = _("This was sealed with a key that is not your present one.")
        raise Refused("unknown_key", sentence, 409)
