"""The rooms that look across practices: Today, the private pages, the feed."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from drawleaf.people.models import Couple, Invitation
from drawleaf.web.refusals import Refused

from .feed import Cursor, page_after


@require_GET
def today(request):
    invitations = Invitation.objects.for_person(request.user).order_by("-expires_at")
    return render(
        request,
        "home/today.html",
        {
            "has_couple": Couple.objects.for_person(request.user).confirmed().exists(),
            "invitation": next((each for each in invitations if waits(each)), None),
        },
    )


def waits(invitation) -> bool:
    return invitation.state in {"open", "answered"}


@require_GET
def notebook(request):
    return render(request, "home/notebook.html")


@require_GET
def feed(request):
    try:
        cursor = Cursor(request.GET.get("after", ""))
    except ValueError:
        raise Refused("bad_cursor", _("This place in the feed is not known.")) from None
    return JsonResponse(page_after(request.user, cursor))
