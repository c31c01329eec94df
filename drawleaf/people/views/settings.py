"""What stands behind one's name: recovery, passphrase, devices, what this server sees."""

from django.conf import settings as house
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from drawleaf.web import clock
from drawleaf.web.refusals import Refused, read, wants_json

from ..forms import DisplayNameForm, TableForm
from ..models import Couple, Device, Invitation, Passkey


@require_safe
def settings(request):
    devices = request.user.devices.order_by("-last_used_on", "name")
    here = request.session.session_key
    for device in devices:
        device.is_this = device.session_key == here
    tables = Couple.tables_of(request.user)
    if len(tables) > 1:
        prefetch_related_objects(tables, "inviter", "invited")
    context = {
        "devices": devices,
        "tables": [each for each in tables if not each.is_from_before],
        "is_known": is_known(request.user),
        "passkeys": Passkey.listed(request.user),
    }
    return render(request, "people/settings.html", context)


def is_known(person) -> bool:
    """Somebody has this person's name sealed on their side, or may have it any moment."""
    invited = Invitation.objects.open().filter(inviter=person)
    return Couple.objects.for_person(person).exists() or invited.exists()


@require_POST
@transaction.atomic
def name(request):
    fields = read(DisplayNameForm(request.POST))
    person = request.user.held()
    if is_known(person):
        raise Refused(
            "name_known", _("Somebody knows you by your name already, so it stays as it is."), 409
        )
    person.take_name(fields["name"])
    return HttpResponse(status=204) if wants_json(request) else redirect("settings")


@require_POST
def table(request):
    """Which table Today and the practices are of, for who has several."""
    couple = read(TableForm(request.POST))["couple"]
    mine = Couple.objects.for_person(request.user).confirmed()
    request.user.choose(get_object_or_404(mine, pk=couple))
    return redirect("table")


@login_not_required
@require_safe
def privacy(request):
    return render(request, "people/privacy.html", {"host_name": house.HOST_NAME})


@require_POST
def end_device(request, id):
    get_object_or_404(Device, pk=id, person=request.user).end()
    return redirect("settings")


@require_POST
def end_other_devices(request):
    Device.end_others(request.user, request.session.session_key)
    return redirect("settings")


@require_POST
def use_device(request):
    """The notebook was unlocked here today. A day is all that is kept of it."""
    here = Device.objects.filter(session_key=request.session.session_key)
    here.update(last_used_on=clock.now().date())
    return HttpResponse(status=204)
