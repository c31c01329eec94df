"""Rituals as pages: those the two have, those one has offered, and one of them whole."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.laying import begins, laid, laid_alone, of_mine
from drawleaf.table.models import Leaf
from drawleaf.table.views import go_on

from .content import sorts
from .models import Ritual


@require_safe
def rituals(request: PersonRequest) -> HttpResponse:
    couple = Couple.in_use(request.user)
    found = Ritual.objects.for_person(request.user).filter(couple=couple)
    every = list(found.select_related("joint").order_by("pk"))
    leaves = Leaf.of_joints(request.user, [each.pk for each in every], "words", "yes")
    for each in every:
        each.leaves = leaves[each.pk]
    said = [each for each in every if "words" in each.leaves]
    return render(
        request,
        "rituals/rituals.html",
        {
            "couple": couple,
            "sorts": sorts().values(),
            "running": [each for each in said if each.is_running],
            "open": [each for each in said if not each.is_agreed and not each.joint.is_over],
            "past": [each for each in said if each.is_agreed and each.joint.is_over],
        },
    )


@require_safe
def new(request: PersonRequest) -> HttpResponse:
    context = {"couple": Couple.in_use(request.user), "sorts": sorts().values()}
    return render(request, "rituals/new.html", context)


proposals = begins(Ritual.propose)


@require_safe
def ritual(request: PersonRequest, joint: UUID) -> HttpResponse:
    ritual = of_mine(request, Ritual, joint)
    leaves = Leaf.of_joints(request.user, [joint], "words", "yes", "rest")[joint]
    is_renewed = ritual.is_renewed_by(request.user)
    context = {
        "couple": ritual.couple,
        "ritual": ritual,
        "is_renewed": is_renewed,
        "sorts": sorts(),
    }
    return render(request, "rituals/ritual.html", context | leaves)


agreement = laid(Ritual, Ritual.agree)
ticks = laid(Ritual, Ritual.tick)
answers = laid(Ritual, Ritual.answer)
rests = laid(Ritual, Ritual.rest)


@require_POST
def renewal(request: PersonRequest, joint: UUID) -> HttpResponseBase:
    ritual = of_mine(request, Ritual, joint)
    ritual.renew(request.user)
    return go_on(request, ritual.get_absolute_url())


@require_POST
def ending(request: PersonRequest, joint: UUID) -> HttpResponseBase:
    of_mine(request, Ritual, joint).retire(request.user)
    return go_on(request, reverse("rituals"))


@require_safe
def touch(request: PersonRequest) -> HttpResponse:
    """What each likes and does not like: a wish, never a task."""
    couple = Couple.in_use(request.user)
    leaves = Leaf.objects.for_person(request.user).filter(couple=couple, collection="wish")
    wishes = leaves.filter(field="touch", envelope__isnull=False).order_by("-position")
    return render(request, "rituals/touch.html", {"couple": couple, "wishes": wishes})


wishes = laid_alone("wish", "touch", "touch")
