"""The table as a page, one leaf, laying one down and taking it back."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.web.refusals import read, wants_json

from .forms import PassageForm
from .models import Leaf

PAGE = 40


@require_GET
def table(request: PersonRequest) -> HttpResponse:
    couples = Couple.objects.for_person(request.user).confirmed().order_by("confirmed_at")
    chosen = couples.filter(pk=request.GET["couple"]) if "couple" in request.GET else couples
    leaves = (
        Leaf.objects.for_person(request.user)
        .filter(couple=chosen.first(), envelope__isnull=False)
        .order_by("-position")
    )
    return render(
        request,
        "table/table.html",
        {"couple": chosen.first(), "couples": couples, "leaves": leaves[:PAGE]},
    )


@require_POST
def leaves(request: PersonRequest) -> HttpResponseBase:
    fields = read(PassageForm(request.POST))
    confirmed = Couple.objects.for_person(request.user).confirmed()
    leaf = Leaf.lay(
        request.user,
        get_object_or_404(confirmed, pk=fields["couple"]),
        fields["record"],
        fields["collection"],
        fields["field"],
        fields["envelope"],
    )
    if wants_json(request):
        return JsonResponse({"next": f"/table/leaves/{leaf.record}/"})
    return redirect("leaf", record=leaf.record)


def passage(request: PersonRequest, record: UUID) -> Leaf:
    found = Leaf.objects.for_person(request.user).filter(record=record, collection="leaf")
    return get_object_or_404(found.order_by("position")[:1])


@require_GET
def leaf(request: PersonRequest, record: UUID) -> HttpResponse:
    return render(request, "table/leaf.html", {"leaf": passage(request, record)})


@require_POST
def taking_back(request: PersonRequest, record: UUID) -> HttpResponseBase:
    passage(request, record).take_back(request.user)
    return JsonResponse({"next": "/table/"}) if wants_json(request) else redirect("table")
