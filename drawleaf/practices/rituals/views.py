"""Rituals as pages: those the two have, those one has offered, and one of them whole."""

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
            "running": [each for each in said if each.is_running],
            "open": [each for each in said if not each.is_agreed and not each.joint.is_over],
            "past": [each for each in said if each.is_agreed and each.joint.is_over],
        },
    )


@require_safe
def new(request: PersonRequest) -> HttpResponse:
    found = sorts()
    sort = found.get(request.GET.get("sort", ""))
    couple = Couple.in_use(request.user)
    context = {"couple": couple, "sorts": found.values(), "sort": sort}
    return render(request, "rituals/new.html", context)


@require_POST
def proposals(request: PersonRequest) -> HttpResponseBase:
    fields = read(FirstLeafForm(request.POST))
    couple = confirmed(request, fields["couple"])
    ritual = Ritual.propose(request.user, couple, fields["record"], fields["envelope"])
    return go_on(request, reverse("ritual", args=[ritual.pk]))


def of_mine(request: PersonRequest, joint: UUID) -> Ritual:
    found = Ritual.objects.for_person(request.user).select_related("joint__couple", "couple")
    return get_object_or_404(found, pk=joint)


@require_safe
def ritual(request: PersonRequest, joint: UUID) -> HttpResponse:
    ritual = of_mine(request, joint)
    leaves = Leaf.of_joints(request.user, [joint], "words", "yes", "rest")[joint]
    is_renewed = ritual.is_renewed_by(request.user)
    context = {"ritual": ritual, "is_renewed": is_renewed, "sorts": sorts()}
    return render(request, "rituals/ritual.html", context | leaves)


def laid(verb):
    """A leaf for one ritual: the verb of the noun that lays it, and back to its page."""

    @require_POST
    def view(request: PersonRequest, joint: UUID) -> HttpResponseBase:
        ritual = of_mine(request, joint)
        verb(ritual, request.user, **read(LeafForm(request.POST)))
        return go_on(request, reverse("ritual", args=[ritual.pk]))

    return view


agreement = laid(Ritual.agree)
ticks = laid(Ritual.tick)
answers = laid(Ritual.answer)
rests = laid(Ritual.rest)


@require_POST
def renewal(request: PersonRequest, joint: UUID) -> HttpResponseBase:
    of_mine(request, joint).renew(request.user)
    return go_on(request, reverse("ritual", args=[joint]))


@require_POST
def ending(request: PersonRequest, joint: UUID) -> HttpResponseBase:
    of_mine(request, joint).retire(request.user)
    return go_on(request, reverse("rituals"))


@require_safe
def touch(request: PersonRequest) -> HttpResponse:
    """What each likes and does not like: a wish, never a task."""
    couple = Couple.in_use(request.user)
    leaves = Leaf.objects.for_person(request.user).filter(couple=couple, collection="wish")
    wishes = leaves.filter(field="touch", envelope__isnull=False).order_by("-position")
    return render(request, "rituals/touch.html", {"couple": couple, "wishes": wishes})


@require_POST
def wishes(request: PersonRequest) -> HttpResponseBase:
    fields = read(FirstLeafForm(request.POST))
    couple = confirmed(request, fields["couple"])
    Leaf.lay(request.user, couple, fields["record"], "wish", "touch", fields["envelope"])
    return go_on(request, reverse("touch"))
