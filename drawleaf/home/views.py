"""The rooms that look across practices: Today, the private pages, the feed."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from drawleaf.people.models import Invitation
from drawleaf.web.refusals import Refused

from .feed import Cursor, page_after


@require_safe
def today(request):
    # A couple begins with the yes to an answered invitation, so one query tells both.
    invitations = list(Invitation.objects.for_person(request.user).order_by("expires_at"))
    answered = next((each for each in invitations if each.is_answered), None)
    waiting = answered or next((each for each in invitations if each.is_open), None)
    has_couple = any(each.is_confirmed for each in invitations)
    return render(request, "home/today.html", {"has_couple": has_couple, "invitation": waiting})


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
