"""Our loop: the one part of this practice that two look at."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.questions.content import sets_of
from drawleaf.questions.lists import asked

HERE = "barriers"


@require_safe
def loop(request: PersonRequest) -> HttpResponse:
    couple = Couple.in_use(request.user)
    context = {"couple": couple, "sets": sets_of(HERE), **asked(request, couple, HERE)}
    return render(request, "barriers/loop.html", context)
