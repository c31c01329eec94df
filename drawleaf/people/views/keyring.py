"""A person's keyring, as it lies here: sealed, each part under its own lock."""

from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from drawleaf.envelopes import base64url
from drawleaf.web.refusals import Refused, read

from .. import slowing
from ..forms import KeysForm, PassphraseForm, RenewalForm, WrapForm
from ..models import Couple, Device, KeyringPart, Person
from ..models.keyring import KEYS, PASSPHRASE, RECOVERY
from ..models.person import salt_for
from ..renewal import Renewal


def keyring_of(person: Person) -> dict:
    return {
        "person": str(person.pk),
        "user": person.name,
        "name": person.display_name,
        "kdf": person.kdf,
        "salt": base64url.encode(salt_for(person.name)),
        "kid": base64url.encode(bytes(person.key_id)),
        "envelopes": {
            part.field: {
                "revision": part.revision,
                "envelope": base64url.encode(bytes(part.envelope)),
            }
            for part in person.keyring.order_by("field")
        },
        "passkeys": [
            {
                "id": str(passkey.pk),
                "number": passkey.number,
                "credential": base64url.encode(bytes(passkey.credential_id)),
                "added": passkey.added_on.isoformat(),
                "device": passkey.device_id and str(passkey.device_id),
            }
            for passkey in person.passkeys.order_by("number")
        ],
        "couples": [
            {
                "id": str(couple.pk),
                "kid": couple.key_id and base64url.encode(bytes(couple.key_id)),
                "confirmed": couple.is_confirmed,
            }
            for couple in Couple.objects.for_person(person).order_by("confirmed_at", "pk")
        ],
    }


@require_safe
def keyring(request):
    return JsonResponse(keyring_of(request.user))


@require_POST
def keys(request):
    fields = proven(request, read(KeysForm(request.POST)))
    part = KeyringPart.turn(request.user, KEYS, fields["generation"], fields["envelope"])
    return JsonResponse({"generation": part.revision})


@require_POST
def passphrase(request):
    """A new wrap and its login secret in one moment; every other session ends."""
    fields = proven(request, read(PassphraseForm(request.POST)))
    with transaction.atomic():
        KeyringPart.turn(request.user, PASSPHRASE, fields["revision"], fields["envelope"])
        request.user.kdf = fields["kdf"]
        request.user.set_password(fields["login"])
        request.user.save(update_fields=["kdf", "password"])
        end_other_sessions(request, request.user)
    return JsonResponse(keyring_of(request.user))


@require_POST
def renewal(request):
    """New keys in one moment; every other session ends."""
    fields = proven(request, read(RenewalForm(request.POST)))
    with transaction.atomic():
        person = Renewal(fields).complete(request.user)
        end_other_sessions(request, person)
    return JsonResponse(keyring_of(person))


@require_POST
def recovery(request):
    fields = proven(request, read(WrapForm(request.POST)))
    with transaction.atomic():
        KeyringPart.turn(request.user, RECOVERY, fields["revision"], fields["envelope"])
        request.user.set_recovery_login(fields["login"])
        request.user.save(update_fields=["recovery_login"])
    return JsonResponse(keyring_of(request.user))


def end_other_sessions(request, person: Person):
    """The login secret is new: this session goes on under another name, all others end."""
    this_device = Device.objects.filter(session_key=request.session.session_key).first()
    update_session_auth_hash(request, person)
    if this_device:
        this_device.session_key = request.session.session_key
        this_device.save(update_fields=["session_key"])
    Device.end_others(person, request.session.session_key)


def proven(request, fields: dict) -> dict:
    """What was sent, if with the passphrase; before any transaction, or a try would not count."""
    with slowing.proof(request):
        if not request.user.proves(fields["proof"]):
            sentence = _(
                "This is not your present passphrase or recovery code. Nothing was changed."
            )
            raise Refused("wrong", sentence, 403)
    return fields
