"""The rooms that look across practices: Today, the private pages, the feed."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from drawleaf.people.models import Couple, Invitation
from drawleaf.practices.promises.today import today as promises
from drawleaf.practices.rituals.today import today as rituals
from drawleaf.table.models import Leaf
from drawleaf.table.spread import Spread
from drawleaf.web.refusals import Refused

from .feed import Cursor, page_after

FEW = 5
# Each practice that shows on Today: what it brings, and in today.html where it stands.
ON_TODAY = [rituals, promises]


@require_safe
def today(request):
    invitations = list(Invitation.objects.for_person(request.user).order_by("expires_at"))
    answered = next((each for each in invitations if each.is_answered), None)
    waiting = answered or next((each for each in invitations if each.is_open), None)
    couple = Couple.objects.for_person(request.user).in_use()
    context = {"couple": couple, "has_couple": couple is not None, "invitation": waiting}
    if couple:
        spread = Spread(request.user, couple)
        context["partner"] = couple.other(request.user)
        for practice in ON_TODAY:
            context |= practice(request.user, spread)
        offers = [each["words"][0] for each in context["offers"]]
        found = [*offers, *laid(request.user, couple)]
        context["waits"] = sorted(found, key=lambda leaf: leaf.position)
    return render(request, "home/today.html", context)


def laid(person, couple):
    """The last passages the other has laid down; a device knows which of them it has read."""
    leaves = Leaf.objects.for_person(person).filter(couple=couple, field="passage")
    theirs = leaves.exclude(author=person).filter(envelope__isnull=False)
    return theirs.order_by("-position").defer("envelope")[:FEW]


@require_safe
def notebook(request):
    return render(request, "home/notebook.html")


@require_safe
def feed(request):
    try:
        cursor = Cursor(request.GET.get("after", ""))
    except ValueError:
        raise Refused("bad_cursor", _("This place in the feed is not known.")) from None
    return JsonResponse(page_after(request.user, cursor))
