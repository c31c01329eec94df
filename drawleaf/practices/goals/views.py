"""Goals as pages: those the two are on their way to, those that were, and one of them whole."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.forms import LeafForm
from drawleaf.table.laying import begins, laid, of_mine
from drawleaf.table.models import Leaf
from drawleaf.table.spread import by_position
from drawleaf.table.views import go_on
from drawleaf.web.refusals import read

from .content import sorts
from .forms import OnTheWayForm
from .models import FIELDS, Goal


@require_safe
def goals(request: PersonRequest) -> HttpResponse:
    couple = Couple.in_use(request.user)
    found = Goal.objects.for_person(request.user).filter(couple=couple)
    every = list(found.select_related("joint"))
    running = [each.pk for each in every if not each.joint.is_over]
    said = Leaf.of_joints(request.user, [each.pk for each in every], "words", "ending")
    drawn = Leaf.of_joints(request.user, running, "step", "contribution", "rest")
    for each in every:
        each.leaves = said[each.pk] | drawn.get(each.pk, {})
    every = [each for each in every if "words" in each.leaves]
    every.sort(key=lambda each: by_position(each.leaves["words"][0]), reverse=True)
    return render(
        request,
        "goals/goals.html",
        {
            "couple": couple,
            "sorts": sorts(),
            "running": [each for each in every if not each.joint.is_over],
            "past": [each for each in every if each.joint.is_over],
        },
    )


@require_safe
def new(request: PersonRequest) -> HttpResponse:
    context = {"couple": Couple.in_use(request.user), "sorts": sorts().values()}
    return render(request, "goals/new.html", context)


beginnings = begins(Goal.begin)


@require_safe
def goal(request: PersonRequest, joint: UUID) -> HttpResponse:
    goal = of_mine(request, Goal, joint)
    leaves = Leaf.of_joints(request.user, [joint], "words", "ending", *FIELDS)[joint]
    mine = {
        field: [each for each in leaves.get(field, []) if each.author_id == request.user.pk]
        for field in ("bring", "contribution")
    }
    context = {"couple": goal.couple, "goal": goal, "sorts": sorts(), "mine": mine}
    return render(request, "goals/goal.html", context | leaves)


wording = laid(Goal, Goal.reword)
leaves = laid(Goal, Goal.lay, OnTheWayForm)


@require_POST
def ending(request: PersonRequest, joint: UUID) -> HttpResponseBase:
    goal, fields = of_mine(request, Goal, joint), read(LeafForm(request.POST))
    goal.end(request.user, fields["record"], fields["envelope"])
    return go_on(request, goal.get_absolute_url())
