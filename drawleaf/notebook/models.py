"""What is mine. One kind of row: what a record is, and its day, stand sealed inside."""

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from drawleaf.envelopes import base64url
from drawleaf.envelopes.fields import EnvelopeField, key_id
from drawleaf.people.models import Person
from drawleaf.people.readers import ReaderManager
from drawleaf.web.refusals import Refused


class Record(models.Model):
    """`position` counts the writes of its owner; the feed goes by it."""

    pk = models.CompositePrimaryKey("owner_id", "record")
    owner = models.ForeignKey(Person, models.CASCADE, related_name="+")
    record = models.UUIDField()
    revision = models.PositiveBigIntegerField()
    envelope = EnvelopeField()
    position = models.PositiveBigIntegerField()

    objects = ReaderManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "position"], name="one_record_a_position"),
        ]

    @staticmethod
    def readable_by(person: Person) -> Q:
        return Q(owner=person)

    @classmethod
    @transaction.atomic
    def keep(cls, owner: Person, record, revision: int, envelope: bytes) -> "Record":
        """Keep one revision. The same again is no news; any other than the next is refused."""
        owner = owner.held()
        kept = cls.objects.for_person(owner).filter(record=record).first()
        if kept and (kept.revision, bytes(kept.envelope)) == (revision, envelope):
            return kept
        if key_id(envelope) != bytes(owner.key_id):
            raise Refused(
                "unknown_key", _("This was sealed with a key that is not your present one."), 409
            )
        if revision != (kept.revision if kept else 0) + 1:
            raise Refused(
                "changed",
                _("This was changed on another device. Both are kept."),
                status=409,
                current=kept and kept.as_sent(),
            )
        row = kept or cls(owner=owner, record=record)
        row.revision, row.envelope = revision, envelope
        row.position = owner.next_position()
        row.save()
        return row

    def as_sent(self) -> dict:
        return {
            "record": str(self.record),
            "revision": self.revision,
            "envelope": base64url.encode(bytes(self.envelope)),
        }
