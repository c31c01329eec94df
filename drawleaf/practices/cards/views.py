"""Cards as pages: the deck, what was written on its cards, and telling each other something.

Which card is drawn, and whether both would go deeper, stands in leaves that only the two can read:
the server carries them, and its pages are the same for every depth.
"""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.questions.content import sets_of
from drawleaf.questions.lists import asked
from drawleaf.table.laying import laid_alone
from drawleaf.table.models import Leaf
from drawleaf.web.refusals import read

from .content import around, depths, themes
from .forms import EarlierForm

CARDS = "cards"
MANY, MOST = 40, 100


@require_safe
def cards(request: PersonRequest) -> HttpResponse:
    couple = Couple.in_use(request.user)
    told = lying(request, couple).filter(field="telling").exclude(author=request.user)
    sets = sets_of(CARDS)
    context = {
        "couple": couple,
        "practice": CARDS,
        "sets": sets,
        "closing": sets["safe_space@1"]["questions"]["agreed"]["closing"],
        "depths": depths().values(),
        "themes": themes(),
        "around": around(),
        "told": told.first(),
    }
    return render(request, "cards/cards.html", context | asked(request, couple, CARDS))


@require_safe
def telling(request: PersonRequest) -> HttpResponse:
    """Which reply is to which telling stands inside it."""
    couple = Couple.in_use(request.user)
    earlier = read(EarlierForm(request.GET))["earlier"] or 0
    many = MANY * (1 + earlier)
    found = list(lying(request, couple).filter(field__in=["telling", "reply"])[: many + 1])
    context = {
        "couple": couple,
        "around": around(),
        "tellings": [leaf for leaf in found[:many] if leaf.field == "telling"],
        "replies": [leaf for leaf in found[:many] if leaf.field == "reply"],
        "next_earlier": earlier + 1 if len(found) > many and earlier < MOST else None,
    }
    return render(request, "cards/telling.html", context)


def lying(request: PersonRequest, couple: Couple | None):
    leaves = Leaf.objects.for_person(request.user).filter(couple=couple, collection=CARDS)
    return leaves.exclude(envelope=None).order_by("-position")


drawn = laid_alone(CARDS, "drawn", "cards")
deeper = laid_alone(CARDS, "deeper", "cards")
tellings = laid_alone(CARDS, "telling", "telling")
replies = laid_alone(CARDS, "reply", "telling")
