"""Pages of the shell that know nothing of the two."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render

from .headers import STRICT
from .manifest import NAMES, manifest


@login_not_required
def healthz(request):
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
def worker(request):
    """The service worker, served from the root so that its scope is the whole house."""
    with staticfiles_storage.open("web/workers/shell.js") as script:
        response = HttpResponse(script.read(), content_type="text/javascript")
    response.headers["Content-Security-Policy"] = STRICT
    response.headers["Cache-Control"] = "no-cache"
    return response


@login_not_required
def manifest_page(request, name):
    if name not in NAMES:
        raise Http404
    return JsonResponse(manifest(str(NAMES[name])), content_type="application/manifest+json")


@login_not_required
def offline(request):
    return render(request, "web/offline.html")


@login_not_required
def help_page(request):
    return render(request, "web/help.html")


def talk(request):
    return render(request, "web/talk.html")
