"""What Today shows of the rituals of two: those that run, each with the last mark of either."""

from drawleaf.people.models import Person
from drawleaf.table.spread import Spread

from .content import sorts


def today(person: Person, spread: Spread) -> dict:
    """{rituals, offers}: leaves by field {words, yes, rest}; {ticks, ritual_sorts}."""
    found = spread.of("ritual")
    last: dict = {}
    for leaf in spread.lately:
        if leaf.field == "tick":
            last.setdefault((leaf.joint_id, leaf.author_id), leaf)
    return {
        "rituals": [each for each in found if "yes" in each],
        "offers": [
            each for each in found if "yes" not in each and each["words"][0].author_id != person.pk
        ],
        "ticks": [tick.as_sent() for tick in last.values()],
        "ritual_sorts": sorts(),
    }
