"""A journal that both of the two add to; each table has one."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from drawleaf.people.models import Couple, Person
from drawleaf.web.content import texts

from .models import Leaf

HERE = Path(__file__).parent / "content"
ADDITION = "addition"


class OurPage:
    """Each addition is a leaf by itself, so that two who write at once write two.

    It has no first words and no end, hence no joint. Its author alone changes an addition or takes
    it back; nobody asks the other.
    """

    def __init__(self, person: Person, couple: Couple) -> None:
        self.person, self.couple = person, couple

    def add(self, record: UUID, revision: int, envelope: bytes) -> Leaf:
        """Add something, or say one's own anew. The same again is no news."""
        return Leaf.lay(
            self.person, self.couple, record, Leaf.PAGE, ADDITION, envelope, revision=revision
        )

    def additions(self, before: int | None, few: int) -> list[Leaf]:
        """The last that were added, the last first; or the last before a place on the page."""
        here = Leaf.objects.for_person(self.person).filter(couple=self.couple, joint=None)
        found = here.filter(field=ADDITION, envelope__isnull=False).order_by("-first_position")
        return list(found.filter(first_position__lt=before)[:few] if before else found[:few])


def prompts() -> list[str]:
    """A handful of things to begin with, as questions that nobody has to answer."""
    return [each["asks"] for each in texts(HERE, "page@1.toml").values()]
