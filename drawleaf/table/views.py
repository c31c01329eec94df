"""The table as a page, one leaf, laying one down and taking it back; and the page of the two."""

from functools import cache
from uuid import UUID

from django.apps import apps
from django.db.models import prefetch_related_objects
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from drawleaf.people.models import Couple, Invitation
from drawleaf.people.readers import PersonRequest
from drawleaf.web.refusals import read, wants_json

from .forms import ChoiceForm, LeafForm, PassageForm
from .models import Leaf
from .our_page import OurPage, prompts
from .spread import passages

MANY = 20


@require_safe
def table(request: PersonRequest) -> HttpResponse:
    asked = read(ChoiceForm(request.GET))
    couples = Couple.tables_of(request.user)
    if len(couples) > 1:
        prefetch_related_objects(couples, "inviter", "invited")
    couple = chosen(couples, asked["couple"])
    found = couple and passages(request.user, couple, asked["before"], MANY + 1) or []
    return render(
        request,
        "table/table.html",
        {
            "couple": couple,
            "invitation": None if couple else Invitation.waiting_for(request.user),
            "couples": couples,
            "is_in_use": couple is not None and couple == couples[0],
            "leaves": found[:MANY],
            "before": found[MANY - 1].position if len(found) > MANY else None,
            "practices": at_table(),
        },
    )


def chosen(couples: list[Couple], asked: UUID | None) -> Couple | None:
    """The table one looks at: the one that was asked for, or else the one in use."""
    return next((each for each in couples if asked in (None, each.pk)), None)


@cache
def at_table() -> list[tuple[str, str]]:
    """The practices that have a page of their own here: (URL, name), as their apps say."""
    return [each.at_table for each in apps.get_app_configs() if hasattr(each, "at_table")]


def confirmed(request: PersonRequest, couple: UUID) -> Couple:
    """One of one's own tables, by its id."""
    return get_object_or_404(Couple.objects.for_person(request.user).confirmed(), pk=couple)


@require_POST
def leaves(request: PersonRequest) -> HttpResponseBase:
    fields = read(PassageForm(request.POST))
    leaf = Leaf.lay(
        request.user,
        confirmed(request, fields["couple"]),
        fields["record"],
        fields["collection"],
        fields["field"],
        fields["envelope"],
    )
    return go_on(request, reverse("leaf", args=[leaf.record]))


def go_on(request: PersonRequest, address: str) -> HttpResponseBase:
    """Where a form leads once it is done: a script follows by itself."""
    return JsonResponse({"next": address}) if wants_json(request) else redirect(address)


def passage(request: PersonRequest, record: UUID) -> Leaf:
    found = Leaf.objects.for_person(request.user).filter(record=record, collection="leaf")
    return get_object_or_404(found.order_by("position")[:1])


@require_safe
def leaf(request: PersonRequest, record: UUID) -> HttpResponse:
    return render(request, "table/leaf.html", {"leaf": passage(request, record)})


# What others hang on is not taken away from under them: words change, and marks are unmade.
STAYS = ("words", "yes", "tick", "outcome", "ending", "commitment")


@require_POST
def taking_back(request: PersonRequest, record: UUID) -> HttpResponseBase:
    lying = Leaf.objects.for_person(request.user).filter(record=record, position__isnull=False)
    found = lying.exclude(field__in=STAYS)
    # One's own first: the other may have laid something under the same record.
    leaf = found.filter(author=request.user).first() or get_object_or_404(found[:1])
    leaf.take_back(request.user)
    return go_on(request, f"{reverse('table')}?couple={leaf.couple_id}")


@require_safe
def our_page(request: PersonRequest) -> HttpResponse:
    """What both have added; of a table from before their new keys, only to be read."""
    asked = read(ChoiceForm(request.GET))
    couple = chosen(Couple.tables_of(request.user), asked["couple"])
    page = couple and OurPage(request.user, couple)
    found = page.additions(asked["before"], MANY + 1) if page else []
    return render(
        request,
        "table/our_page.html",
        {
            "couple": couple,
            "additions": found[:MANY],
            "before": found[MANY - 1].first_position if len(found) > MANY else None,
            "is_earlier": asked["before"] is not None,
            "prompts": prompts(),
        },
    )


@require_POST
def additions(request: PersonRequest, couple: UUID) -> HttpResponseBase:
    """One's own addition, or its next words; its address says where, so that it can wait."""
    page = OurPage(request.user, confirmed(request, couple))
    page.add(**read(LeafForm(request.POST)))
    return go_on(request, f"{reverse('our-page')}?couple={couple}")
