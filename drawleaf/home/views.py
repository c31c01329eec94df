"""The rooms that look across practices: Today, the private pages, the feed."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from drawleaf.people.models import Couple, Invitation
from drawleaf.practices.promises.today import today as promises
from drawleaf.practices.rituals.today import today as rituals
from drawleaf.questions.today import today as questions
from drawleaf.table.spread import Spread, by_position
from drawleaf.web.refusals import Refused

from .feed import Cursor, page_after

# Each practice that shows on Today: what it brings, and in today.html where it stands.
ON_TODAY = [rituals, promises]


@require_safe
def today(request):
    couple, invitation = Couple.in_use(request.user), Invitation.waiting_for(request.user)
    context = {"couple": couple, "has_couple": couple is not None, "invitation": invitation}
    if couple:
        spread = Spread(request.user, couple)
        context["partner"] = couple.other(request.user)
        for practice in ON_TODAY:
            context |= practice(request.user, spread)
        waits = [*context["offers"], *spread.told, *questions(request.user, couple)]
        context["waits"] = sorted(waits, key=by_position)
    return render(request, "home/today.html", context)


@require_safe
def notebook(request):
    return render(request, "home/notebook.html", {"couple": Couple.in_use(request.user)})


@require_safe
def feed(request):
    try:
        cursor = Cursor(request.GET.get("after", ""))
    except ValueError:
        raise Refused("bad_cursor", _("This place in the feed is not known.")) from None
    return JsonResponse(page_after(request.user, cursor))
