"""A browser somebody signed in with, as its owner sees it."""

import uuid
from importlib import import_module

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.utils.translation import gettext_lazy as _

from drawleaf.web import clock

from .person import Person


class Device(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person = models.ForeignKey(Person, models.CASCADE, related_name="devices")
    name = models.CharField(max_length=40)
    is_mine = models.BooleanField(default=False)
    session_key = models.CharField(max_length=40, unique=True)
    last_used_on = models.DateField()
    passkey = models.ForeignKey("Passkey", models.SET_NULL, null=True, related_name="devices")

    @classmethod
    def begin(cls, request, is_mine: bool, passkey=None) -> "Device":
        """Remember the browser of this fresh session; a device not marked mine ends with it."""
        request.session.set_expiry(settings.SESSION_COOKIE_AGE if is_mine else 0)
        request.session.save()
        cls.forget_ended(request.user)
        agent = request.headers.get("User-Agent", "")
        return cls.objects.create(
            person=request.user,
            name=str(_("Phone or tablet") if "Mobile" in agent else _("Computer")),
            is_mine=is_mine,
            session_key=request.session.session_key,
            last_used_on=clock.now().date(),
            passkey=passkey,
        )

    @staticmethod
    def forget_sessions():
        """Sessions end by themselves; what is left of them goes."""
        Session.objects.filter(expire_date__lt=clock.now()).delete()

    @classmethod
    def forget_ended(cls, person: Person):
        """What is left of devices whose session has ended goes too."""
        cls.forget_sessions()
        person.devices.exclude(session_key__in=Session.objects.values("session_key")).delete()

    @classmethod
    def end_others(cls, person: Person, session_key: str):
        """Sign out every device of this person but the one with this session."""
        for device in person.devices.exclude(session_key=session_key):
            device.end()

    def end(self):
        """Sign this device out."""
        import_module(settings.SESSION_ENGINE).SessionStore(self.session_key).delete()
        self.delete()
