"""New keys, where somebody may know the passphrase: all that opens a keyring changes at once."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from drawleaf.web.refusals import Refused

from .models import Invitation, KeyringPart, Person
from .models.keyring import KEYS, PASSKEY, PASSPHRASE, RECOVERY


class Renewal:
    """One renewal, from the fields of its form: root, own key, wraps and code are all new.

    What was written before stays under the old key until the person's devices have sealed it anew.
    """

    def __init__(self, fields: dict):
        self.fields = fields

    @transaction.atomic
    def complete(self, person: Person) -> Person:
        """The person with new keys, or a refusal that leaves everything as it was."""
        self.withdraw_invitations(person)
        # Whoever comes in with a passkey this moment is in before, and goes with the others.
        list(person.passkeys.select_for_update())
        person = person.held_as_proven()
        if self.fields["kid"] == bytes(person.key_id):
            raise Refused("known", _("This is no new key. Nothing was changed; please try again."))
        if person.proves(self.fields["login"]):
            raise Refused("same_passphrase", _("This is your passphrase until now. Take another."))
        for field, revision, envelope in self.parts():
            KeyringPart.turn(person, field, revision, envelope)
        self.forget_passkeys(person)
        person.kdf, person.key_id = self.fields["kdf"], self.fields["kid"]
        person.set_password(self.fields["login"])
        person.set_recovery_login(self.fields["recovery_login"])
        person.save(update_fields=["kdf", "key_id", "password", "recovery_login"])
        return person

    def parts(self):
        given = self.fields
        yield KEYS, given["generation"], given["keys"]
        yield PASSPHRASE, given["revision"], given["envelope"]
        yield RECOVERY, given["recovery_revision"], given["recovery"]

    @staticmethod
    def withdraw_invitations(person: Person):
        """What opens an answer lay in the notebook, which somebody may have copied."""
        open_ones = Invitation.objects.filter(inviter=person, withdrawn_at=None, confirmed_at=None)
        for invitation in open_ones:
            invitation.withdraw()

    @staticmethod
    def forget_passkeys(person: Person):
        """Each opened the root until now; they are enrolled again."""
        person.keyring.filter(field__startswith=PASSKEY).delete()
        person.passkeys.all().delete()
