"""In and out: sign-up, sign-in, by recovery code, sign-out."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drawleaf.envelopes import base64url
from drawleaf.web.refusals import Refused, read, wants_json

from .. import slowing
from ..enrolment import Enrolment
from ..forms import SignInForm, SignUpForm
from ..models import Device, Invitation, Person
from ..models.person import KDF, salt_for
from .keyring import keyring_of

PASSPHRASE_WRONG = _("The name and the passphrase do not fit together. Please try again.")
CODE_WRONG = _("The name and the recovery code do not fit together. Please try again.")


def let_in(request, person, is_mine, status=200, passkey=None):
    leave(request)
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    if passkey:
        request.session["passkey"] = passkey.pk.hex
    Device.begin(request, is_mine, passkey)
    answer = {"next": reverse("today"), "keyring": keyring_of(person)}
    response = JsonResponse(answer, status=status)
    if is_mine:
        slowing.know(response, person.name, passkey)
    else:
        slowing.forget_device(response)
    return response


@login_not_required
@require_safe
def salt(request):
    """What a browser needs before it can prove a passphrase; the same for every name."""
    name = request.GET.get("user", "")
    return JsonResponse({"kdf": KDF, "salt": base64url.encode(salt_for(name))})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request):
    if request.method != "POST":
        if not Person.objects.exists():
            return redirect("sign-up")
        if request.user.is_authenticated:
            return redirect("today")
    return enter(request, "people/sign_in.html", by_code=False)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def recover(request):
    """Signed in or not: the code signs in before the new passphrase is kept."""
    return enter(request, "people/recover.html", by_code=True)


def enter(request, page, by_code):
    if request.method != "POST":
        return render(request, page)
    fields = read(SignInForm(request.POST))
    with slowing.guess(request, "code" if by_code else "passphrase", fields["user"]):
        person = authenticate(request, name=fields["user"], login=fields["login"], by_code=by_code)
        if person is None:
            raise Refused("wrong", CODE_WRONG if by_code else PASSPHRASE_WRONG, 403)
    return let_in(request, person, fields["mine"])


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request):
    if request.method == "POST":
        fields = read(SignUpForm(request.POST))
        with slowing.nameless(request, "sign-up"):
            person = Enrolment(fields).complete()
        return let_in(request, person, fields["mine"], status=201)
    if request.user.is_authenticated:
        return redirect("today")
    invitation = Invitation.objects.filter(pk=uuid_or_none(request.GET.get("invitation"))).first()
    return render(request, "people/sign_up.html", sign_up_context(invitation))


def sign_up_context(invitation=None) -> dict:
    is_first = not Person.objects.exists()
    return {
        "needs_code": is_first and not settings.OPEN_SIGNUP,
        "may_sign_up": is_first
        or settings.OPEN_SIGNUP
        or (invitation is not None and invitation.is_open),
        "invitation": invitation,
        "open_signup": settings.OPEN_SIGNUP,
        "host_name": settings.HOST_NAME,
    }


def uuid_or_none(text) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def leave(request):
    """End whatever session this browser had."""
    Device.objects.filter(session_key=request.session.session_key).delete()
    logout(request)


@require_POST
def sign_out(request):
    leave(request)
    response = HttpResponse(status=204) if wants_json(request) else redirect("sign-in")
    slowing.forget_device(response)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
