"""Tries at a secret. Each wrong one lets the next wait longer, and after a day all is forgotten."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.conf import settings
from django.db import models, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from drawleaf.web import clock
from drawleaf.web.refusals import Refused

# Each server looks once an hour, so that nothing is older than a day.
KEPT = timedelta(hours=23)


@dataclass(frozen=True)
class Pace:
    """So many wrong tries are free; from then on the wait doubles, up to `longest` seconds."""

    free: int
    longest: int

    def after(self, count: int) -> timedelta:
        over = count - self.free
        return timedelta(seconds=min(2 ** min(over, 20), self.longest) if over >= 0 else 0)


class Attempt(models.Model):
    """`id` is a keyed digest of who was tried from where: no name and no address stands here."""

    id = models.UUIDField(primary_key=True)
    count = models.PositiveIntegerField(default=0)
    waits_until = models.DateTimeField()
    tried_at = models.DateTimeField(db_index=True)
    before: datetime  # what `waits_until` was before this try

    @staticmethod
    def key(*parts: str) -> uuid.UUID:
        told = "\0".join(parts)
        digest = salted_hmac("attempt", told, settings.SECRET_KEY, algorithm="sha256").digest()
        return uuid.UUID(bytes=digest[:16])

    @classmethod
    def take(cls, paces: dict[uuid.UUID, Pace]) -> list["Attempt"]:
        """Count a try as wrong before it is looked at, so that many at once are many.

        Raises Refused where it is too early; then nothing is counted and nothing written.
        """
        cls.refuse_early(cls.objects.filter(pk__in=paces))
        now = clock.now()
        with transaction.atomic():
            cls.forget_old()
            new = [Attempt(pk=key, waits_until=now, tried_at=now) for key in sorted(paces)]
            Attempt.objects.bulk_create(new, ignore_conflicts=True)
            held = cls.objects.select_for_update().filter(pk__in=paces).order_by("pk")
            rows = cls.refuse_early(held)
            for row in rows:
                row.count, row.before, row.tried_at = row.count + 1, row.waits_until, now
                row.waits_until = now + paces[row.pk].after(row.count)
                row.save()
        return rows

    @classmethod
    def refuse_early(cls, rows) -> list["Attempt"]:
        found, now = list(rows), clock.now()
        waits = max((row.waits_until - now for row in found), default=timedelta(0))
        if waits > timedelta(0):
            seconds = ceil(waits.total_seconds())
            raise Refused("slow_down", sentence(seconds), status=429, wait=seconds)
        return found

    def give_back(self):
        """It was no wrong try after all."""
        self.uncount(self.pk)
        rows = Attempt.objects.filter(pk=self.pk)
        rows.filter(waits_until=self.waits_until).update(waits_until=self.before)

    @classmethod
    def uncount(cls, key: uuid.UUID):
        cls.objects.filter(pk=key, count__gt=0).update(count=F("count") - 1)

    @classmethod
    def forget_old(cls):
        cls.objects.filter(tried_at__lt=clock.now() - KEPT).delete()


def sentence(seconds: int) -> str:
    if seconds < 120:
        return ngettext(
            "Too many tries. Please wait %(count)d second; nothing was changed.",
            "Too many tries. Please wait %(count)d seconds; nothing was changed.",
            seconds,
        ) % {"count": seconds}
    minutes = -(-seconds // 60)
    return ngettext(
        "Too many tries. Please wait %(count)d minute; nothing was changed.",
        "Too many tries. Please wait %(count)d minutes; nothing was changed.",
        minutes,
    ) % {"count": minutes}
