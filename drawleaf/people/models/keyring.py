"""The sealed parts of a keyring: the root under each of its wraps, and the keys under the root."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from drawleaf.envelopes.fields import EnvelopeField
from drawleaf.web.refusals import Refused

from .person import Person

KEYS = "keys"
PASSPHRASE = "root-passphrase"
RECOVERY = "root-recovery"


class KeyringPart(models.Model):
    """`revision` counts the wraps of one field; for the keys it is the keyring's generation."""

    pk = models.CompositePrimaryKey("person_id", "field")
    person = models.ForeignKey(Person, models.CASCADE, related_name="keyring")
    field = models.CharField(max_length=64)
    revision = models.PositiveBigIntegerField()
    envelope = EnvelopeField()

    @classmethod
    @transaction.atomic
    def turn(cls, person: Person, field: str, revision: int, envelope: bytes) -> "KeyringPart":
        """Replace one part, if nobody else has meanwhile: compare and swap on the revision."""
        Person.objects.select_for_update().get(pk=person.pk)
        part = cls.objects.filter(person=person, field=field).first()
        if part and (part.revision, bytes(part.envelope)) == (revision, envelope):
            return part
        if revision != (part.revision if part else 0) + 1:
            raise Refused(
                "stale",
                _("Your keys were changed on another device. Nothing was lost; please try again."),
                status=409,
            )
        turned = part or cls(person=person, field=field)
        turned.revision, turned.envelope = revision, envelope
        turned.save()
        return turned
