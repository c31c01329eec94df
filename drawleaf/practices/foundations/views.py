"""What each hopes to count on, offered as a wish, and what the other says to it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.forms import ChoiceForm
from drawleaf.table.laying import laid_alone
from drawleaf.table.models import Leaf
from drawleaf.web.refusals import read

from . import content

WISH, ANSWER = "wish", "wish-answer"
MANY = 40


@require_safe
def foundations(request: PersonRequest) -> HttpResponse:
    couple = Couple.in_use(request.user)
    before = read(ChoiceForm(request.GET))["before"]
    context = {"couple": couple, "foundations": content.foundations().values()}
    return render(
        request, "foundations/foundations.html", context | wishes_of(request, couple, before)
    )


def wishes_of(request: PersonRequest, couple: Couple | None, before: int | None) -> dict:
    """{wishes, answers, earlier}: the last laid first; to which wish an answer is stands inside."""
    leaves = Leaf.objects.for_person(request.user).filter(
        couple=couple, collection="foundations", envelope__isnull=False
    )
    wishes = leaves.filter(field=WISH).order_by("-position")
    found = list((wishes.filter(position__lt=before) if before else wishes)[: MANY + 1])
    shown = found[:MANY]
    # An answer comes after what it answers.
    answers = leaves.filter(field=ANSWER, position__gt=shown[-1].position) if shown else []
    return {
        "wishes": shown,
        "answers": answers,
        "earlier": shown[-1].position if len(found) > MANY else None,
    }


wishes = laid_alone("foundations", WISH, "foundations")
answers = laid_alone("foundations", ANSWER, "foundations")
