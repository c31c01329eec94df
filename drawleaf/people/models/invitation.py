"""An invitation to pair: a link with a secret that never comes here, for seven days, for one."""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from drawleaf.envelopes.fields import EnvelopeField
from drawleaf.web import clock
from drawleaf.web.refusals import Refused

from ..plainly import plainly
from .couple import Couple
from .keyring import KEYS, KeyringPart
from .person import Person

OPEN_FOR = timedelta(days=7)
WAITING = """
SELECT * FROM people_invitation
WHERE %(person)s IN (inviter_id, invited_id) AND withdrawn_at IS NULL AND confirmed_at IS NULL
ORDER BY expires_at
"""


class InvitationQuerySet(models.QuerySet):
    def for_person(self, person):
        return self.filter(Q(inviter=person) | Q(invited=person))

    def open(self):
        now = clock.now()
        return self.filter(joined_at=None, withdrawn_at=None, expires_at__gt=now)


class Invitation(models.Model):
    id = models.UUIDField(primary_key=True)
    couple_id = models.UUIDField(unique=True)
    inviter = models.ForeignKey(Person, models.CASCADE, related_name="+")
    invited = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    renews = models.ForeignKey(Couple, models.SET_NULL, null=True, related_name="+")
    invite = EnvelopeField()
    join = EnvelopeField(null=True)
    confirm = EnvelopeField(null=True)
    expires_at = models.DateTimeField()
    joined_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inviter"],
                condition=Q(withdrawn_at=None, confirmed_at=None),
                name="one_open_invitation",
            ),
            models.CheckConstraint(
                condition=Q(joined_at__isnull=False) | Q(confirmed_at=None),
                name="confirmed_after_joined",
            ),
        ]

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_answered(self) -> bool:
        """Somebody has joined, and the inviter has not yet said yes or no."""
        return self.joined_at is not None and not self.is_confirmed and not self.is_withdrawn

    @property
    def has_faded(self) -> bool:
        return self.joined_at is None and not self.is_withdrawn and self.expires_at <= clock.now()

    @property
    def is_open(self) -> bool:
        return self.joined_at is None and not self.is_withdrawn and not self.has_faded

    def asks(self, person) -> bool:
        """Whether it is for new keys with this person: for the partner of that table, no other."""
        return self.renews is not None and self.renews.other(self.inviter) == person.pk

    @classmethod
    def waiting_for(cls, person: Person) -> "Invitation | None":
        """The one a person is to look at: the answered first, then one that is open, or None."""
        found = plainly(cls, WAITING, person=person.pk)
        answered = next((each for each in found if each.is_answered), None)
        return answered or next((each for each in found if each.is_open), None)

    @classmethod
    @transaction.atomic
    def send(cls, inviter, id, couple_id, invite, renews=None):
        """Open an invitation. One that has faded makes room; one that is open stays.

        With `renews` it is for the partner of that couple alone, whose place the new one takes.
        """
        inviter.held()
        waiting = cls.objects.select_for_update().filter(
            inviter=inviter, withdrawn_at=None, confirmed_at=None
        )
        for other in waiting:
            if (other.id, bytes(other.invite)) == (id, invite):
                return other
            if not other.has_faded:
                raise Refused(
                    "one_open",
                    _("You have an open invitation already. Withdraw it first."),
                    status=409,
                )
            other.withdraw()
        if renews and (not renews.is_confirmed or renews.is_renewed):
            sentence = _("This table has new keys already. Nothing was changed.")
            raise Refused("renewed", sentence, status=409)
        if cls.objects.filter(Q(pk=id) | Q(couple_id=couple_id)).exists():
            raise Refused("known", _("This did not arrive whole. Please try again."), status=409)
        return cls.objects.create(
            id=id,
            couple_id=couple_id,
            inviter=inviter,
            invite=invite,
            renews=renews,
            expires_at=clock.now() + OPEN_FOR,
        )

    @transaction.atomic
    def answer(self, person, join, generation, keys):
        """Somebody with the link answers; their keyring takes the couple in the same moment."""
        self.refresh_from_db(from_queryset=Invitation.objects.select_for_update())
        if self.invited_id == person.pk and self.join and bytes(self.join) == join:
            return
        if not self.is_open or self.inviter_id == person.pk:
            raise Refused("gone", _("This invitation is no longer open. Ask for a new one."), 409)
        if self.renews and not self.asks(person):
            raise Refused("not_for_you", _("This invitation is for somebody else."), 403)
        KeyringPart.turn(person, KEYS, generation, keys)
        Couple.objects.create(
            id=self.couple_id, inviter_id=self.inviter_id, invited=person, renews=self.renews
        )
        self.invited, self.join, self.joined_at = person, join, clock.now()
        self.save()

    @transaction.atomic
    def confirm_answer(self, inviter, confirm, key_id, generation, keys):
        """The inviter has seen who answered, and says yes. From now on both may write."""
        self.refresh_from_db(from_queryset=Invitation.objects.select_for_update())
        if self.is_confirmed and bytes(self.confirm) == confirm:
            return
        if not self.is_answered:
            raise Refused("not_answered", _("There is no answer to confirm here."), status=409)
        KeyringPart.turn(inviter, KEYS, generation, keys)
        self.confirm, self.confirmed_at = confirm, clock.now()
        self.save()
        Couple.objects.filter(pk=self.couple_id).update(
            key_id=key_id, confirmed_at=self.confirmed_at
        )
        if self.renews:  # whoever had chosen that table has chosen the one in its place
            Person.objects.filter(table=self.renews).update(table=self.couple_id)

    @transaction.atomic
    def withdraw(self):
        """Close it. Whoever holds the link, or has answered, gets nothing more from it."""
        self.refresh_from_db(from_queryset=Invitation.objects.select_for_update())
        if self.is_confirmed or self.is_withdrawn:
            return
        self.withdrawn_at = clock.now()
        self.save()
        Couple.objects.filter(pk=self.couple_id, confirmed_at=None).delete()
