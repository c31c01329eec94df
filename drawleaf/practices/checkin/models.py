"""A standing time for the weekly check-in, offered by one and agreed to by the other.

Which day it is, which hour, and by whose clock, the two alone can read. Here are only the instants
that a browser has worked out from it: eight, a week apart, each a question to both.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from drawleaf.people.models import Person
from drawleaf.questions.models import Question
from drawleaf.table.agreed import Agreed, not_now
from drawleaf.table.models import Leaf, of_the_two
from drawleaf.web import clock
from drawleaf.web.refusals import Refused

PRACTICE = "checkin"
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


class CheckIn(Agreed):
    practice = PRACTICE

    def get_absolute_url(self) -> str:
        return reverse(PRACTICE)

    @transaction.atomic
    def accept(
        self, person: Person, record: UUID, revision: int, envelope: bytes, opens_at: list[datetime]
    ) -> None:
        """The other's yes, with the first eight times. What the two had agreed to before ends."""
        self._hold()
        is_news = not self.is_agreed
        self.agree(person, record, revision, envelope)
        if is_news:
            self._ask(opens_at, after=clock.now() - DAY)
            before = CheckIn.objects.for_person(person).filter(couple=self.couple)
            running = before.filter(joint__ended_at=None).exclude(agreed_at=None)
            for each in running.exclude(pk=self.pk).select_related("joint", "couple"):
                each.retire(person)

    @transaction.atomic
    def go_on(self, person: Person, opens_at: list[datetime]) -> None:
        """One's own wish for eight weeks more; with the second of the two there are eight more."""
        if self.renew(person):
            self._ask(opens_at, after=self.last_for(person))

    @transaction.atomic
    def retire(self, person: Person) -> None:
        """No more of them. One whose time has come already is still there to be opened."""
        super().retire(person)
        coming = Week.objects.for_person(person).filter(under=self.joint, joint__ended_at=None)
        for each in coming.filter(joint__opens_at__gt=clock.now()).select_related("joint__couple"):
            each.joint.end()

    def last_for(self, person: Person) -> datetime:
        """When the last of its weeks opens, or opened."""
        weeks = Week.objects.for_person(person).filter(under=self.joint)
        return weeks.aggregate(last=Max("joint__opens_at"))["last"]

    def _ask(self, opens_at: list[datetime], after: datetime) -> None:
        """A clock change, or a clock that is wrong by hours, is no reason to refuse."""
        first, *_rest = opens_at
        steps = [later - earlier for earlier, later in pairwise(opens_at)]
        is_near = after < first < after + WEEK + 2 * DAY
        if not is_near or any(abs(step - WEEK) > DAY for step in steps):
            raise Refused("malformed", _("This did not arrive whole. Please try again."))
        for opens, following in pairwise([*opens_at, opens_at[-1] + WEEK]):
            Question.ask_at(self, PRACTICE, opens, until=following - DAY)


class Week(Question):
    """One of them, until it has been opened or the next one is near."""

    class Meta:
        proxy = True

    @staticmethod
    def readable_by(person: Person) -> Q:
        return of_the_two(person) & Q(belongs_to=PRACTICE)

    def get_absolute_url(self) -> str:
        return reverse(PRACTICE)

    @transaction.atomic
    def skip(self, person: Person, record: UUID, revision: int, envelope: bytes) -> None:
        """*Not this week*, said to the other. Nobody has to say it, and it binds to nothing."""
        self._hold()
        if self.is_open or self.joint.is_over:
            raise not_now()
        Leaf.lay(person, self.couple, record, PRACTICE, "skip", envelope, self.joint, revision)
