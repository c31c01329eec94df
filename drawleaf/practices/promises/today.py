"""What Today may show of promises: one's own, never the other's."""

from drawleaf.people.models import Person
from drawleaf.table.spread import Spread

# Only the browser can read by when they are. The oldest few are enough to choose one from.
FEW = 6


def today(person: Person, spread: Spread) -> dict:
    """{promises}: the words of one's own that run, the oldest first."""
    words = [each["words"][0] for each in spread.of("promise")]
    mine = [leaf for leaf in words if leaf.author_id == person.pk]
    return {"promises": mine[::-1][:FEW]}
