"""A passkey: it signs in by itself, and where it can, it opens the notebook too."""

import uuid

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from drawleaf.web import clock
from drawleaf.web.refusals import Refused

from .device import Device
from .keyring import PASSKEY, KeyringPart
from .person import Person


class Passkey(models.Model):
    """`number` is never given twice: a device remembers the wrap it has seen under each."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person = models.ForeignKey(Person, models.CASCADE, related_name="passkeys")
    number = models.PositiveIntegerField()
    credential_id = models.BinaryField(max_length=1023, unique=True)
    public_key = models.BinaryField()
    sign_count = models.PositiveBigIntegerField()
    device = models.ForeignKey(Device, models.SET_NULL, null=True, related_name="+")
    added_on = models.DateField()
    opens = False  # whether the root lies under it; known where they are listed

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "number"], name="one_passkey_of_a_number"),
        ]

    @property
    def field(self) -> str:
        """What its wrap of the root is called in the keyring."""
        return f"{PASSKEY}{self.number}"

    @classmethod
    def listed(cls, person: Person) -> list["Passkey"]:
        """As their owner sees them."""
        rows = cls.objects.filter(person=person).select_related("device").order_by("number")
        passkeys: list[Passkey] = list(rows)
        fields = set(person.keyring.values_list("field", flat=True))
        for passkey in passkeys:
            passkey.opens = passkey.field in fields
        return passkeys

    @staticmethod
    @transaction.atomic
    def next_number(person: Person) -> int:
        held = person.held()
        held.passkeys_made += 1
        held.save(update_fields=["passkeys_made"])
        return held.passkeys_made

    @classmethod
    @transaction.atomic
    def enrol(cls, person, number, enrolled, wrap, device) -> "Passkey":
        """Keep a passkey that has just proved itself, and the root under it where it has a wrap."""
        person.held_as_proven()
        if cls.objects.filter(credential_id=enrolled.credential_id).exists():
            raise Refused("known", _("This passkey is here already. Nothing was changed."), 409)
        passkey = cls.objects.create(
            person=person,
            number=number,
            credential_id=enrolled.credential_id,
            public_key=enrolled.credential_public_key,
            sign_count=enrolled.sign_count,
            device=device,
            added_on=clock.now().date(),
        )
        if wrap:
            KeyringPart.turn(person, passkey.field, 1, wrap)
        return passkey

    def note_use(self, sign_count: int, device: Device):
        self.sign_count, self.device = sign_count, device
        self.save(update_fields=["sign_count", "device"])

    @transaction.atomic
    def remove(self, person: Person, session_key: str):
        """From now on it neither signs in nor opens, and what it has signed in ends.

        Only the session that has just given the passphrase goes on.
        """
        # Whoever comes in with it this moment is in before, and goes with the others.
        Passkey.objects.select_for_update().filter(pk=self.pk).first()
        person.held_as_proven()
        KeyringPart.objects.filter(person=person, field=self.field).delete()
        for device in self.devices.exclude(session_key=session_key):
            device.end()
        self.delete()
