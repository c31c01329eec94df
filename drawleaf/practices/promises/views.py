"""Promises as pages: those that run, one of them whole, and small repairs."""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.forms import FirstLeafForm, LeafForm
from drawleaf.table.models import Leaf
from drawleaf.table.views import confirmed, go_on
from drawleaf.web.refusals import read

from .forms import FromForm, WayForm
from .models import Promise

REPAIR, REPAIR_THANKS = "small-repair", "small-repair-thanks"
MANY = 40


def table_of(request: PersonRequest) -> Couple | None:
    return Couple.in_use(request.user)


@require_safe
def promises(request: PersonRequest) -> HttpResponse:
    couple = table_of(request)
    found = Promise.objects.for_person(request.user).filter(couple=couple)
    every = list(found.select_related("joint").filter(joint__ended_at=None))
    over = found.select_related("joint").exclude(joint__ended_at=None)
    every += over.order_by("-joint__ended_at")[:MANY]
    fields = "words", "outcome", "thanks"
    leaves = Leaf.of_joints(request.user, [each.pk for each in every], *fields)
    for each in every:
        each.leaves = leaves[each.pk]
    said = [each for each in every if "words" in each.leaves]
    running = [each for each in said if not each.joint.is_over]
    running.sort(key=lambda each: each.leaves["words"][0].position)
    return render(
        request,
        "promises/promises.html",
        {
            "couple": couple,
            "mine": [each for each in running if each.author_id == request.user.pk],
            "theirs": [each for each in running if each.author_id != request.user.pk],
            "past": [each for each in said if each.joint.is_over],
            **repairs_of(request, couple),
        },
    )


def repairs_of(request: PersonRequest, couple: Couple | None) -> dict:
    """{repairs, repair_thanks}: which thanks are for which repair stands inside them."""
    leaves = Leaf.objects.for_person(request.user).filter(couple=couple, collection="promise")
    lying = leaves.filter(joint=None, envelope__isnull=False).order_by("-position")
    found = list(lying[: 2 * MANY])
    return {
        "repairs": [leaf for leaf in found if leaf.field == REPAIR],
        "repair_thanks": [leaf for leaf in found if leaf.field == REPAIR_THANKS],
    }


@require_safe
def new(request: PersonRequest) -> HttpResponse:
    context = {"couple": table_of(request), "way": read(WayForm(request.GET))["way"] or "plain"}
    return render(request, "promises/new.html", context)


@require_POST
def beginnings(request: PersonRequest) -> HttpResponseBase:
    fields = read(FirstLeafForm(request.POST))
    couple = confirmed(request, fields["couple"])
    promise = Promise.make(request.user, couple, fields["record"], fields["envelope"])
    return go_on(request, reverse("promise", args=[promise.pk]))


def of_mine(request: PersonRequest, joint: UUID) -> Promise:
    found = Promise.objects.for_person(request.user).select_related("joint__couple", "couple")
    return get_object_or_404(found, pk=joint)


@require_safe
def promise(request: PersonRequest, joint: UUID) -> HttpResponse:
    promise = of_mine(request, joint)
    leaves = Leaf.of_joints(request.user, [joint], "words", "outcome", "thanks")[joint]
    context = {"promise": promise, "is_mine": promise.author_id == request.user.pk}
    return render(request, "promises/promise.html", context | leaves)


def laid(verb):
    """A leaf for one promise: the verb of the noun that lays it, and back to its page."""

    @require_POST
    def view(request: PersonRequest, joint: UUID) -> HttpResponseBase:
        promise = of_mine(request, joint)
        verb(promise, request.user, **read(LeafForm(request.POST)))
        return go_on(request, reverse("promise", args=[promise.pk]))

    return view


wording = laid(Promise.reword)
outcome = laid(Promise.settle)
thanks = laid(Promise.thank)


@require_safe
def new_repair(request: PersonRequest) -> HttpResponse:
    """Three lines, about a promise or about nothing that was promised."""
    joint = read(FromForm(request.GET))["promise"]
    if joint:
        of_mine(request, joint)
    leaves = Leaf.of_joints(request.user, [joint], "words")[joint] if joint else {}
    return render(request, "promises/new_repair.html", {"couple": table_of(request)} | leaves)


def laid_alone(field: str):
    """A leaf of nothing the two have begun: said once, and taken back if one likes."""

    @require_POST
    def view(request: PersonRequest) -> HttpResponseBase:
        fields = read(FirstLeafForm(request.POST))
        couple = confirmed(request, fields["couple"])
        Leaf.lay(request.user, couple, fields["record"], "promise", field, fields["envelope"])
        return go_on(request, reverse("promises"))

    return view


repairs = laid_alone(REPAIR)
repair_thanks = laid_alone(REPAIR_THANKS)
