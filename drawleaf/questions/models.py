"""What both write and each opens: both, or neither.

Until both are bound and the time has come, nothing that one of the two receives depends on what the
other has done: not started, drafted, skipped, declined and kept are the same to them. An answer
waits in its author's notebook, under its author's own key. The commitment that binds it is kept
back until both are in; a release until there are two.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from drawleaf.notebook.models import AHEAD, WAITING, Record
from drawleaf.people.models import Couple, Person
from drawleaf.table.begun import Begun
from drawleaf.table.models import Joint, Leaf
from drawleaf.web import clock
from drawleaf.web.refusals import Refused

COMMITMENT, RELEASE = "commitment", "release"
EIGHT_WEEKS = timedelta(weeks=8)


class Question(Begun):
    """Its words say which one it is; of a standing time, the words of what it stands `under`."""

    practice = "question"

    belongs_to = models.CharField(max_length=16)
    under = models.ForeignKey(Joint, models.CASCADE, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)

    @classmethod
    def ask(
        cls, person: Person, couple: Couple, record: UUID, envelope: bytes, belongs_to: str
    ) -> Self:
        """Lay a question before both, to be opened at any time. It fades after eight weeks."""
        until = clock.now().date() + EIGHT_WEEKS
        return cls.begin_once(person, couple, record, envelope, until, belongs_to=belongs_to)

    @classmethod
    def ask_at(cls, under: Begun, belongs_to: str, opens_at: datetime, until: datetime) -> Self:
        """One time of what both have agreed to; it is over when the next one comes."""
        joint = Joint(
            pk=uuid4(), couple=under.couple, practice=cls.practice,
            opens_at=opens_at, lapses_on=until.date(),
        )  # fmt: skip
        joint.save(force_insert=True)
        asked = cls(joint=joint, couple=under.couple, belongs_to=belongs_to, under=under.joint)
        asked.save(force_insert=True)
        return asked

    @transaction.atomic
    def bind(self, person: Person, revision: int, waiting: bytes, commitment: bytes) -> None:
        """Keep an answer, or another in its place: both rows or neither. Nobody learns of it."""
        self._hold()
        said = self._halves().get((person.pk, COMMITMENT))
        if said and (said.revision, bytes(said.envelope or b"")) == (revision, commitment):
            return
        self._need("before")
        Record.keep(person, self.pk, revision, waiting, WAITING)
        Leaf.keep_back(person, self.joint, COMMITMENT, revision, commitment)

    @transaction.atomic
    def withdraw(self, person: Person, revision: int, waiting: bytes) -> None:
        """Be bound no more; what waited gives way to a sealed word that nothing does."""
        self._hold()
        self._need("before")
        Record.keep(person, self.pk, revision, waiting, WAITING)
        if bound := self._halves().get((person.pk, COMMITMENT)):
            bound.delete()

    @transaction.atomic
    def look_ahead(self, person: Person, envelope: bytes) -> None:
        """What one is about to open for, written down before: there is one of it, for ever."""
        self._hold()
        self._need("due")
        Record.keep(person, self.pk, 1, envelope, AHEAD)

    @transaction.atomic
    def release(self, person: Person, revision: int, envelope: bytes) -> None:
        """One's own press of Open. The first is kept; with the second both lie before both."""
        self._hold()
        halves = self._halves()
        if (person.pk, RELEASE) in halves:
            return
        self._need("due")
        ahead = Record.objects.for_person(person).filter(record=self.pk, field=AHEAD)
        if halves[person.pk, COMMITMENT].revision != revision or not ahead.exists():
            raise not_now()
        Leaf.keep_back(person, self.joint, RELEASE, revision, envelope)
        halves = self._halves()
        if sum(field == RELEASE for _, field in halves) == 2:
            for _place, leaf in sorted(halves.items()):
                leaf.lay_open(self.couple)
            self.opened_at = clock.now()
            self.save(update_fields=["opened_at"])
            self.joint.end()

    @transaction.atomic
    def reply(self, person: Person, record: UUID, revision: int, envelope: bytes) -> None:
        """A word to what the other has opened."""
        self._hold()
        if not self.is_open:
            raise not_now()
        self.joint.lay(person, record, revision, "reply", envelope)

    def put_down(self, person: Person) -> None:
        """Either ends it, without a reason; it looks as if it had lapsed."""
        self.joint.end()

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None

    def sent_to(self, person: Person) -> dict[str, object]:
        """What one of the two may have of it: joint, opens_at, state, and what lies here, by field.

        `state`: before | due | open | over. One's own is one's own; of the other's, the commitment
        when both are bound and the time has come, the release when both have pressed.
        """
        halves = self._halves()
        sent: dict[str, object] = {"joint": str(self.pk), "opens_at": self.joint.opens_at}
        sent["state"] = self._at(halves)
        records = Record.objects.for_person(person).filter(record=self.pk)
        for record in records.filter(field__in=[WAITING, AHEAD]):
            sent[record.field] = record.as_sent()
        for (author, field), leaf in halves.items():
            if author == person.pk:
                sent[field] = leaf.as_sent()
            elif self.is_open or (field == COMMITMENT and sent["state"] == "due"):
                sent[f"their_{field}"] = leaf.as_sent()
        return sent

    def _at(self, halves: Halves) -> str:
        if self.is_open:
            return "open"
        if self.joint.is_over:
            return "over"
        are_bound = sum(field == COMMITMENT for _, field in halves) == 2
        return "due" if self.joint.has_come and are_bound else "before"

    def _need(self, state: str) -> None:
        if self._at(self._halves()) != state:
            raise not_now()

    def _halves(self) -> Halves:
        """By author and field, what both have laid down, kept back or not: for this room alone."""
        both = (self.couple.inviter, self.couple.invited)
        of_one, of_other = (Leaf.objects.for_person(each) for each in both)
        found = (of_one | of_other).filter(joint=self.joint, collection="reveal")
        return {(leaf.author_id, leaf.field): leaf for leaf in found.exclude(envelope=None)}

    def _hold(self) -> None:
        super()._hold()
        self.refresh_from_db(fields=["opened_at"])


Halves = dict[tuple[UUID, str], Leaf]


def not_now() -> Refused:
    sentence = _("This is not where it was when you looked. What you kept is kept; look again.")
    return Refused("not_now", sentence, 409)
