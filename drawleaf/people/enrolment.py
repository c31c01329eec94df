"""Becoming a person here: with the first code, an invitation, or where the door stands open."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from drawleaf.web.refusals import Refused

from .models import Invitation, KeyringPart, Person
from .models.keyring import KEYS, PASSPHRASE
from .signing_in import is_first_code


class Enrolment:
    """One sign-up, from the fields of the sign-up form."""

    def __init__(self, fields: dict):
        self.fields = fields

    @transaction.atomic
    def complete(self) -> Person:
        """The new person with their keyring. Raises Refused."""
        is_first = self.let_in()
        if Person.objects.filter(name=self.fields["user"]).exists():
            raise Refused("name_taken", _("This name is taken. Please choose another."), 409)
        if Person.objects.filter(pk=self.fields["person"]).exists():
            raise Refused("known", _("This did not arrive whole. Please try again."), 409)
        person = Person(
            id=self.fields["person"],
            name=self.fields["user"],
            display_name=self.fields["name"],
            kdf=self.fields["kdf"],
            key_id=self.fields["kid"],
            is_first=is_first,
        )
        person.set_password(self.fields["login"])
        person.save(force_insert=True)
        KeyringPart.turn(person, PASSPHRASE, 1, self.fields["wrap"])
        KeyringPart.turn(person, KEYS, 1, self.fields["keys"])
        return person

    def let_in(self) -> bool:
        """Whether this is the first person of the house, or a refusal."""
        if settings.OPEN_SIGNUP:
            return False
        if not Person.objects.exists():
            if is_first_code(self.fields["code"]):
                return True
            raise Refused(
                "code_wrong", _("This is not the code that the server printed at its start."), 403
            )
        invitation = Invitation.objects.filter(pk=self.fields["invitation"]).first()
        if invitation and invitation.is_open:
            return False
        raise Refused(
            "no_invitation", _("A new person needs an open invitation. Ask for a new link."), 403
        )
