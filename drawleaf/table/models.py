"""What is ours. Sealed by one of the two for both; the server carries it to nobody else."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import date
from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from drawleaf.envelopes import base64url
from drawleaf.envelopes.fields import EnvelopeField, key_id
from drawleaf.people.models import Couple, Person
from drawleaf.people.readers import ReaderManager
from drawleaf.web import clock
from drawleaf.web.refusals import Refused


def of_the_two(person: Person) -> Q:
    """A couple reads together or not at all: only when confirmed, and only its two people."""
    return Q(couple__confirmed_at__isnull=False) & (
        Q(couple__inviter=person) | Q(couple__invited=person)
    )


class Joint(models.Model):
    """A thing the two have in common: a ritual, a goal, a check-in. Its words lie on leaves."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    couple = models.ForeignKey(Couple, models.CASCADE, related_name="+")
    practice = models.CharField(max_length=64)
    opens_at = models.DateTimeField(null=True)
    lapses_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[ReaderManager[Self]] = ReaderManager()

    readable_by = staticmethod(of_the_two)

    @classmethod
    @transaction.atomic
    def begin(
        cls,
        author: Person,
        couple: Couple,
        id: uuid.UUID,
        practice: str,
        envelope: bytes,
        lapses_on: date | None = None,
    ) -> Joint:
        """Begin something the two have in common, with the words that say what it is.

        They lie on the leaf that bears its own id, so that no host can put them under another's.
        The same again is no news.
        """
        couple = couple.held()
        mine = cls.objects.for_person(author).filter(pk=id, couple=couple, practice=practice)
        joint = mine.first() or cls(pk=id, couple=couple, practice=practice, lapses_on=lapses_on)
        if joint._state.adding:
            joint.save(force_insert=True)
        joint.lay(author, id, 1, "words", envelope)
        return joint

    def lay(
        self, author: Person, record: uuid.UUID, revision: int, field: str, envelope: bytes
    ) -> Leaf:
        """Lay a leaf that belongs to this, or the next revision of one's own."""
        return Leaf.lay(author, self.couple, record, self.practice, field, envelope, self, revision)

    @transaction.atomic
    def end(self) -> None:
        """It is over, for both, and needs no reason."""
        couple = self.couple.held()
        self.refresh_from_db()
        if self.ended_at is None:
            self.couple, self.ended_at = couple, clock.now()
            self.save()

    @property
    def has_come(self) -> bool:
        """Whether the time that both know is there; without one it is any time."""
        return self.opens_at is None or self.opens_at <= clock.now()

    @property
    def is_over(self) -> bool:
        """Ended by one of the two or lapsed by itself: nobody sees which."""
        has_lapsed = self.lapses_on is not None and self.lapses_on < clock.now().date()
        return has_lapsed or self.ended_at is not None


class Renewal(models.Model):
    """That one of the two would like it to go on past `until`; a wish that is nobody else's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    joint = models.ForeignKey(Joint, models.CASCADE, related_name="+")
    couple = models.ForeignKey(Couple, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["joint", "person", "until"], name="one_renewal_each"),
        ]


class Leaf(models.Model):
    """One sealed thing that one of the two has laid on the table.

    A passage is laid down once. What belongs to a joint its author may change, and what stands on
    the page of the two: the next revision takes the place of the last, and both can see that it is
    one. Taken back means gone from here: the words are deleted, and an empty place tells devices.
    """

    # The collection of what stands on the page of the two.
    PAGE = "page"

    pk = models.CompositePrimaryKey("couple_id", "record", "author_id", "collection", "field")
    couple = models.ForeignKey(Couple, models.CASCADE, related_name="+")
    joint = models.ForeignKey(
        Joint, models.CASCADE, null=True, related_name="leaves", db_index=False
    )
    author = models.ForeignKey(Person, models.CASCADE, related_name="+")
    record = models.UUIDField()
    revision = models.PositiveBigIntegerField()
    collection = models.CharField(max_length=64)
    field = models.CharField(max_length=64)
    envelope = EnvelopeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    # None: kept back. It lies here for its author, and takes no place in the feed of the two.
    position = models.PositiveBigIntegerField(null=True)
    # Where it came to lie: a change is news in the feed, and stands where its words stood.
    first_position = models.PositiveBigIntegerField(null=True)

    objects: ClassVar[ReaderManager[Self]] = ReaderManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["couple", "position"], name="one_leaf_a_position"),
            models.CheckConstraint(
                condition=Q(position__isnull=False) | Q(collection="reveal"),
                name="kept_back_until_both",
            ),
            # A half of a reveal lies under its joint, where each of the two has one of each.
            models.CheckConstraint(
                condition=~Q(collection="reveal")
                | Q(joint__isnull=False, record=F("joint"), field__in=("commitment", "release")),
                name="halves_under_their_joint",
            ),
            models.UniqueConstraint(
                fields=["couple", "record"],
                condition=Q(collection="leaf"),
                name="one_author_a_passage",
            ),
            models.CheckConstraint(
                condition=Q(envelope__isnull=False, taken_back_at=None)
                | Q(envelope=None, taken_back_at__isnull=False),
                name="taken_back_without_words",
            ),
        ]
        indexes = [
            models.Index(fields=["joint", "field"], name="leaves_of_a_joint"),
            models.Index(fields=["couple", "field", "position"], name="leaves_of_a_kind"),
            models.Index(
                fields=["couple", "field", "first_position"],
                condition=Q(joint=None),
                name="leaves_as_they_came",
            ),
        ]

    @staticmethod
    def readable_by(person: Person) -> Q:
        """What is kept back its author alone reads, until both have opened."""
        return of_the_two(person) & (Q(position__isnull=False) | Q(author=person))

    @classmethod
    @transaction.atomic
    def lay(
        cls,
        author: Person,
        couple: Couple,
        record: uuid.UUID,
        collection: str,
        field: str,
        envelope: bytes,
        joint: Joint | None = None,
        revision: int = 1,
    ) -> Leaf:
        """Lay a leaf on the table of the two. The same again is no news."""
        couple = couple.held()
        laid = (
            cls.objects.for_person(author)
            .filter(couple=couple, record=record, collection=collection, field=field)
            .first()
        )
        own = laid is not None and laid.author_id == author.pk
        if laid and own and laid.envelope is None and revision > laid.revision:
            sentence = _("You have taken this back, so nothing was laid in its place. Say it anew.")
            raise Refused("taken_back", sentence, 409)
        if laid and own and (laid.envelope is None or bytes(laid.envelope) == envelope):
            return laid
        is_same = laid is not None and laid.joint_id == (joint.pk if joint else None)
        before = laid.revision if laid and own and is_same and laid.may_change else 0
        if revision != before + 1 or (laid and not before):
            sentence = _("There lies another leaf in this place already.")
            current = laid and own and laid.as_sent()
            raise Refused("changed", sentence, 409, current=current or None)
        place = {"record": record, "collection": collection, "field": field}
        leaf = laid or cls(couple=couple, joint=joint, author=author, **place)
        leaf._come_to_lie(couple)
        return leaf._put(couple, revision, envelope)

    @classmethod
    def keep_back(
        cls, author: Person, joint: Joint, field: str, revision: int, envelope: bytes
    ) -> Leaf:
        """Half of a reveal: nobody but its author receives it. The joint's couple is held."""
        mine = cls.objects.for_person(author).filter(joint=joint, author=author)
        leaf = mine.filter(collection="reveal", field=field).first() or cls(
            couple=joint.couple, joint=joint, author=author, record=joint.pk,
            collection="reveal", field=field,
        )  # fmt: skip
        return leaf._put(joint.couple, revision, envelope)

    def _put(self, couple: Couple, revision: int, envelope: bytes) -> Leaf:
        if couple.is_renewed:
            sentence = _("You two have new keys. Write on the new table; this one stays.")
            raise Refused("renewed", sentence, 409)
        if key_id(envelope) != bytes(couple.key_id or b""):
            raise Refused("unknown_key", _("This was sealed with a key that is not yours two."))
        self.revision, self.envelope = revision, envelope
        self.save(force_insert=self._state.adding)
        return self

    def lay_open(self, couple: Couple) -> None:
        """It was kept back, and now lies before both; only for a couple that is held."""
        self._come_to_lie(couple)
        self.save(update_fields=["position", "first_position"])

    def _come_to_lie(self, couple: Couple) -> None:
        self.position = couple.next_position()
        self.first_position = self.first_position or self.position

    @transaction.atomic
    def take_back(self, person: Person) -> None:
        """Only the author's own hand takes a leaf back; the other may have read it."""
        if self.author_id != person.pk:
            raise Refused("not_yours", _("Only who laid this down can take it back."), 403)
        couple = self.couple.held()
        self.refresh_from_db()
        if self.taken_back_at is None:
            self.envelope, self.taken_back_at = None, clock.now()
            self.position = couple.next_position()
            self.save()

    @classmethod
    def of_joints(
        cls, person: Person, joints: Collection[uuid.UUID], *fields: str
    ) -> dict[uuid.UUID, dict[str, list[Self]]]:
        """What lies on some joints, by joint and field, the last first; all in one query."""
        found: dict[uuid.UUID, dict[str, list[Self]]] = {joint: {} for joint in joints}
        leaves = cls.objects.for_person(person).filter(joint__in=joints, envelope__isnull=False)
        for leaf in leaves.filter(field__in=fields).order_by("-position"):
            if leaf.joint_id:
                found[leaf.joint_id].setdefault(leaf.field, []).append(leaf)
        return found

    def as_sent(self) -> dict[str, object]:
        """What both receive. There is no hour in it, and never will be."""
        return {
            "couple": str(self.couple_id),
            "joint": self.joint_id and str(self.joint_id),
            "author": str(self.author_id),
            "record": str(self.record),
            "revision": self.revision,
            "collection": self.collection,
            "field": self.field,
            "envelope": self.sealed or None,
        }

    @property
    def may_change(self) -> bool:
        return self.joint_id is not None or self.collection == self.PAGE

    @property
    def sealed(self) -> str:
        """The envelope as pages and feeds carry it."""
        return base64url.encode(bytes(self.envelope)) if self.envelope else ""
