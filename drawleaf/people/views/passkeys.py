"""Passkeys: asking for one, keeping it, removing it, and signing in with it."""

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from drawleaf.web.refusals import read

from .. import authenticator, slowing
from ..forms import PasskeyForm, ProofForm, SignInByPasskeyForm
from ..models import Device, Passkey
from .entrance import let_in
from .keyring import keyring_of, proven


@require_POST
def challenge(request):
    number = Passkey.next_number(request.user)
    return JsonResponse(authenticator.ask_to_enrol(request.session, request.user, number))


@require_POST
def passkeys(request):
    """A new passkey. A session alone adds none: whoever holds it for a minute stays outside."""
    fields = proven(request, read(PasskeyForm(request.POST)))
    number, enrolled = authenticator.enrolled(request.session, fields["credential"])
    Passkey.enrol(request.user, number, enrolled, fields["wrap"], device_of(request))
    return JsonResponse(keyring_of(request.user), status=201)


@require_POST
def removal(request, id):
    passkey = get_object_or_404(Passkey, pk=id, person=request.user)
    proven(request, read(ProofForm(request.POST)))
    passkey.remove(request.user, request.session.session_key)
    return JsonResponse(keyring_of(request.user))


@login_not_required
@require_POST
def sign_in_challenge(request):
    slowing.question(request, "passkey")
    if not request.user.is_authenticated:
        # A session that only waits for an answer goes when nobody can answer any more.
        request.session.set_expiry(authenticator.GOOD_FOR)
    return JsonResponse(authenticator.ask_to_sign_in(request.session))


@login_not_required
@require_POST
def sign_in(request):
    fields = read(SignInByPasskeyForm(request.POST))
    with slowing.nameless(request, "passkey"), transaction.atomic():
        known = Passkey.objects.select_for_update()
        passkey, answer = authenticator.signed_in(request.session, fields["credential"], known)
        response = let_in(request, passkey.person, fields["mine"], passkey=passkey)
        passkey.note_use(answer.new_sign_count, device_of(request))
    return response


def device_of(request) -> Device | None:
    return Device.objects.filter(session_key=request.session.session_key).first()
