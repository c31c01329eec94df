"""What Today may show of promises: one's own, never the other's."""

from drawleaf.people.models import Person
from drawleaf.table.spread import Spread


def today(person: Person, spread: Spread) -> dict:
    """{promises}: the words of one's own that run; only the browser can read by when they are."""
    words = [each["words"][0] for each in spread.of("promise")]
    return {"promises": [leaf for leaf in words if leaf.author_id == person.pk]}
