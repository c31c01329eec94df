"""What stands behind one's name: recovery, passphrase, devices, what this server sees."""

from django.conf import settings as house
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from drawleaf.web import clock

from ..models import Device


@require_GET
def settings(request):
    devices = request.user.devices.order_by("-last_used_on", "name")
    here = request.session.session_key
    for device in devices:
        device.is_this = device.session_key == here
    return render(request, "people/settings.html", {"devices": devices})


@login_not_required
@require_GET
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
