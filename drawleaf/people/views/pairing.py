"""How two become a couple: invite, answer, confirm, or withdraw."""

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from drawleaf.envelopes import base64url
from drawleaf.web.refusals import Refused, read

from ..forms import ConfirmForm, InviteForm, JoinForm
from ..models import Couple, Invitation
from .entrance import sign_up_context
from .keyring import proven


def state_of(invitation: Invitation) -> str:
    """In one word, for the page."""
    if invitation.is_confirmed:
        return "confirmed"
    if invitation.is_withdrawn:
        return "withdrawn"
    if invitation.is_answered:
        return "answered"
    return "open" if invitation.is_open else "expired"


def as_sent(invitation: Invitation, person) -> dict:
    """What the two of an invitation may know of it. The day is enough for its end."""

    def sealed(envelope):
        return envelope and base64url.encode(bytes(envelope))

    return {
        "id": str(invitation.pk),
        "couple": str(invitation.couple_id),
        "renews": invitation.renews_id and str(invitation.renews_id),
        "state": state_of(invitation),
        "mine": invitation.inviter_id == person.pk,
        "inviter": str(invitation.inviter_id),
        "invited": invitation.invited_id and str(invitation.invited_id),
        "expires": invitation.expires_at.date().isoformat(),
        "invite": sealed(invitation.invite),
        "join": sealed(invitation.join),
        "confirm": sealed(invitation.confirm),
    }


@require_safe
def pairing(request):
    invitations = Invitation.objects.for_person(request.user).order_by("-expires_at")
    return render(
        request,
        "people/pairing.html",
        {"pairing": {"invitations": [as_sent(each, request.user) for each in invitations]}},
    )


@require_POST
def invitations(request):
    fields = read(InviteForm(request.POST))
    mine = Couple.objects.for_person(request.user)
    renews = fields["renews"] and get_object_or_404(mine, pk=fields["renews"])
    invitation = Invitation.send(
        request.user, fields["invitation"], fields["couple"], fields["envelope"], renews
    )
    return JsonResponse(as_sent(invitation, request.user), status=201)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join(request, id):
    """The page behind the link. Its secret stands after `#` and never arrives here."""
    if request.method == "POST":
        if not request.user.is_authenticated:
            raise Refused("signed_out", _("Please sign in first."), 401)
        fields = proven(request, read(JoinForm(request.POST)))
        invitation = get_object_or_404(Invitation, pk=id)
        invitation.answer(request.user, fields["envelope"], fields["generation"], fields["keys"])
        return JsonResponse({"next": reverse("pairing")})
    invitation = Invitation.objects.filter(pk=id).first()
    is_open = invitation is not None and invitation.is_open
    context = sign_up_context(invitation)
    context |= {
        "is_open": is_open,
        "is_own": is_open and invitation.inviter_id == request.user.pk,
        "envelope": base64url.encode(bytes(invitation.invite)) if is_open else "",
        "renews": invitation.renews_id if is_open and invitation.asks(request.user) else None,
    }
    return render(request, "people/join.html", context, status=200 if is_open else 410)


@require_POST
def withdrawal(request, id):
    invitation = get_object_or_404(
        Invitation.objects.for_person(request.user), pk=id, inviter=request.user
    )
    invitation.withdraw()
    return JsonResponse(as_sent(invitation, request.user))


@require_POST
def confirmation(request, id):
    fields = proven(request, read(ConfirmForm(request.POST)))
    invitation = get_object_or_404(
        Invitation.objects.for_person(request.user), pk=id, inviter=request.user
    )
    invitation.confirm_answer(
        request.user, fields["envelope"], fields["kid"], fields["generation"], fields["keys"]
    )
    return JsonResponse(as_sent(invitation, request.user))
