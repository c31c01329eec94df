"""What Today shows of the rituals of two: those that run, each with the last mark of either."""

from functools import cache

from django.template.loader import render_to_string
from django.utils.translation import get_language

from drawleaf.people.models import Person
from drawleaf.table.spread import Spread

from .content import sorts

RESTS = 2  # the one that lasts, and the one planned after it


def today(person: Person, spread: Spread) -> dict:
    """{rituals: leaves (words, yes, [rest]), offers: words, ticks, asks}."""
    rituals, offers = [], []
    for leaves in spread.of("ritual"):
        words = leaves["words"][0]
        if "yes" in leaves:
            rituals.append((words, leaves["yes"][0], leaves.get("rest", [])[:RESTS]))
        elif words.author_id != person.pk:
            offers.append(words)
    return {
        "rituals": rituals,
        "offers": offers,
        "ticks": [leaf.as_sent() for leaf in spread.lately if leaf.field == "tick"],
        "asks": asks(get_language()),
    }


@cache
def asks(language: str) -> str:
    """What a mark asks for words with, the same for everybody."""
    return render_to_string("rituals/_asks.html", {"sorts": sorts().values()})
