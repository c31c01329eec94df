"""What the two do again and again: it exists when both have said yes, and ends by itself."""

from drawleaf.people.models import Person
from drawleaf.table.agreed import Agreed, not_now


class Ritual(Agreed):
    """Ticks, answers and rests lie on leaves of the joint, beside words and yes."""

    practice = "ritual"

    def tick(self, person: Person, record, revision: int, envelope: bytes) -> None:
        """One day's mark. It may come late, from a phone without a line: nothing kept is lost."""
        self._lay(person, record, revision, "tick", envelope)

    def answer(self, person: Person, record, revision: int, envelope: bytes) -> None:
        """A reply to what the other wrote beside a day's mark."""
        self._lay(person, record, revision, "answer", envelope)

    def rest(self, person: Person, record, revision: int, envelope: bytes) -> None:
        """A time in which nothing is due; either may say so, and say when it is over."""
        self._lay(person, record, revision, "rest", envelope)

    def _lay(self, person: Person, record, revision: int, field: str, envelope: bytes) -> None:
        if not self.is_agreed:
            raise not_now()
        self.joint.lay(person, record, revision, field, envelope)
