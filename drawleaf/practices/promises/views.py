"""Promises as pages: those that run, one of them whole, and small repairs."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.laying import begins, laid, laid_alone, of_mine
from drawleaf.table.models import Leaf
from drawleaf.table.spread import by_position
from drawleaf.web.refusals import read

from .forms import MOST, EarlierForm
from .models import Promise

REPAIR, REPAIR_THANKS = "small-repair", "small-repair-thanks"
MANY = 40


@require_safe
def promises(request: PersonRequest) -> HttpResponse:
    couple = Couple.in_use(request.user)
    asked = read(EarlierForm(request.GET))
    earlier = asked["past"] or 0
    many = MANY * (1 + earlier)
    found = Promise.objects.for_person(request.user).filter(couple=couple)
    every = list(found.select_related("joint").filter(joint__ended_at=None))
    over = found.select_related("joint").exclude(joint__ended_at=None)
    past = list(over.order_by("-joint__ended_at")[: many + 1])
    every += past[:many]
    fields = "words", "outcome", "thanks"
    leaves = Leaf.of_joints(request.user, [each.pk for each in every], *fields)
    for each in every:
        each.leaves = leaves[each.pk]
    said = [each for each in every if "words" in each.leaves]
    running = [each for each in said if not each.joint.is_over]
    running.sort(key=lambda each: by_position(each.leaves["words"][0]))
    return render(
        request,
        "promises/promises.html",
        {
            "couple": couple,
            "mine": [each for each in running if each.author_id == request.user.pk],
            "theirs": [each for each in running if each.author_id != request.user.pk],
            "past": [each for each in said if each.joint.is_over],
            "asked_for_earlier": earlier,
            "next_earlier": earlier + 1 if len(past) > many and earlier < MOST else None,
            **repairs_of(request, couple, asked["repairs"] or 0),
        },
    )


def repairs_of(request: PersonRequest, couple: Couple | None, earlier: int) -> dict:
    """{repairs, repair_thanks}: which thanks are for which repair stands inside them."""
    many = 2 * MANY * (1 + earlier)
    leaves = Leaf.objects.for_person(request.user).filter(couple=couple, collection="promise")
    lying = leaves.filter(joint=None, envelope__isnull=False).order_by("-position")
    found = list(lying[: many + 1])
    return {
        "next_earlier_repairs": earlier + 1 if len(found) > many and earlier < MOST else None,
        "repairs": [leaf for leaf in found[:many] if leaf.field == REPAIR],
        "repair_thanks": [leaf for leaf in found[:many] if leaf.field == REPAIR_THANKS],
    }


@require_safe
def new(request: PersonRequest) -> HttpResponse:
    return render(request, "promises/new.html", {"couple": Couple.in_use(request.user)})


beginnings = begins(Promise.make)


@require_safe
def promise(request: PersonRequest, joint: UUID) -> HttpResponse:
    promise = of_mine(request, Promise, joint)
    leaves = Leaf.of_joints(request.user, [joint], "words", "outcome", "thanks")[joint]
    context = {
        "couple": promise.couple,
        "promise": promise,
        "is_mine": promise.author_id == request.user.pk,
    }
    return render(request, "promises/promise.html", context | leaves)


wording = laid(Promise, Promise.reword)
outcome = laid(Promise, Promise.settle)
thanks = laid(Promise, Promise.thank)


@require_safe
def new_repair(request: PersonRequest) -> HttpResponse:
    """Three lines, about a promise or about nothing that was promised: only the browser knows."""
    return render(request, "promises/new_repair.html", {"couple": Couple.in_use(request.user)})


repairs = laid_alone("promise", REPAIR, "promises")
repair_thanks = laid_alone("promise", REPAIR_THANKS, "promises")
