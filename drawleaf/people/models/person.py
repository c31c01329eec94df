"""A person: a name, a proof of the passphrase, and how far their own feed has come."""

import hmac
import uuid
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password, make_password
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from drawleaf.web.refusals import Refused

NAME = RegexValidator(r"\A[a-z0-9][a-z0-9._@+-]{0,63}\Z")
PROVEN_BY = ["password", "recovery_login", "key_id"]
KDF = 1  # Argon2id, 64 MiB, 3 passes: the only one this version knows


def stale() -> Refused:
    """Another device of this person's was faster."""
    sentence = _("Your keys were changed on another device. Nothing was lost; please try again.")
    return Refused("stale", sentence, status=409)


def salt_for(name: str) -> bytes:
    """One salt for each name, real or not, for ever, so that asking tells nobody who is here."""
    return hmac.digest(settings.SITE_SALT_KEY.encode(), name.encode(), sha256)[:16]


class Person(AbstractBaseUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.CharField(max_length=64, unique=True, validators=[NAME])
    display_name = models.CharField(max_length=40)
    # `password` of the base class holds the hash of the login secret; no passphrase comes here.
    recovery_login = models.CharField(max_length=128, blank=True)
    kdf = models.PositiveSmallIntegerField(default=KDF)
    key_id = models.BinaryField(max_length=8)
    is_first = models.BooleanField(default=False)
    # The table one has chosen, where there are several; without a choice it is the first.
    table = models.ForeignKey("people.Couple", models.SET_NULL, null=True, related_name="+")
    feed_position = models.PositiveBigIntegerField(default=0)
    passkeys_made = models.PositiveIntegerField(default=0)

    last_login = None  # an hour nobody needs

    objects = BaseUserManager()
    USERNAME_FIELD = "name"

    class Meta:
        constraints = [
            # The first code is for one, however many use it in the same second.
            models.UniqueConstraint(
                fields=["is_first"], condition=Q(is_first=True), name="one_first_person"
            ),
        ]

    def __str__(self):
        return self.name

    def set_recovery_login(self, login: str):
        self.recovery_login = make_password(login)

    def proves(self, login: str) -> bool:
        """Is this the login secret of the passphrase, or of the recovery code?"""
        return self.check_password(login) or (
            bool(self.recovery_login) and check_password(login, self.recovery_login)
        )

    def take_name(self, display_name: str):
        """Another name for others to read, as long as nobody knows this person by the old one."""
        self.display_name = display_name
        self.save(update_fields=["display_name"])

    def choose(self, couple):
        """From now on Today and the practices are those of this table; nobody else learns of it."""
        self.table = couple
        self.save(update_fields=["table"])

    def held(self) -> "Person":
        """This person as they are now, their row held until the writing transaction ends."""
        return Person.objects.select_for_update().get(pk=self.pk)

    def held_as_proven(self) -> "Person":
        """As `held`, or a refusal where the passphrase, the code or the key has changed since.

        A proof is looked at before the writing begins. Whoever knew the old passphrase must not
        write with it once the new one is there.
        """
        held = self.held()
        if any(getattr(held, field) != getattr(self, field) for field in PROVEN_BY):
            raise stale()
        return held

    def next_position(self) -> int:
        """The next place in this person's own feed; only for one who is held."""
        self.feed_position += 1
        self.save(update_fields=["feed_position"])
        return self.feed_position
