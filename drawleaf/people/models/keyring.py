"""The sealed parts of a keyring: the root under each of its wraps, and the keys under the root."""

from django.db import models, transaction

from drawleaf.envelopes.fields import EnvelopeField

from .person import Person, stale

KEYS = "keys"
PASSPHRASE = "root-passphrase"
RECOVERY = "root-recovery"
PASSKEY = "root-passkey-"  # and its number


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
        person.held_as_proven()
        part = cls.objects.filter(person=person, field=field).first()
        if part and (part.revision, bytes(part.envelope)) == (revision, envelope):
            return part
        if revision != (part.revision if part else 0) + 1:
            raise stale()
        turned = part or cls(person=person, field=field)
        turned.revision, turned.envelope = revision, envelope
        turned.save()
        return turned
