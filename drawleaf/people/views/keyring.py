"""A person's keyring, as it lies here: sealed, each part under its own lock."""

from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from drawleaf.envelopes import base64url
from drawleaf.web.refusals import Refused, read

from ..forms import KeysForm, PassphraseForm, WrapForm
from ..models import Couple, Device, KeyringPart, Person
from ..models.keyring import KEYS, PASSPHRASE, RECOVERY
from ..models.person import salt_for


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
        "couples": [
            {
                "id": str(couple.pk),
                "kid": couple.key_id and base64url.encode(bytes(couple.key_id)),
                "confirmed": couple.is_confirmed,
            }
            for couple in Couple.objects.for_person(person).order_by("confirmed_at", "pk")
        ],
    }


@require_GET
def keyring(request):
    return JsonResponse(keyring_of(request.user))


@require_POST
def keys(request):
    fields = proven(request.user, read(KeysForm(request.POST)))
    part = KeyringPart.turn(request.user, KEYS, fields["generation"], fields["envelope"])
    return JsonResponse({"generation": part.revision})


@require_POST
@transaction.atomic
def passphrase(request):
    """A new wrap and its login secret in one moment; every other session ends."""
    fields = proven(request.user, read(PassphraseForm(request.POST)))
    KeyringPart.turn(request.user, PASSPHRASE, fields["revision"], fields["envelope"])
    request.user.kdf = fields["kdf"]
    request.user.set_password(fields["login"])
    request.user.save(update_fields=["kdf", "password"])
    if fields["known"]:
        void_recovery(request.user)
    this_device = Device.objects.filter(session_key=request.session.session_key).first()
    update_session_auth_hash(request, request.user)
    if this_device:
        this_device.session_key = request.session.session_key
        this_device.save(update_fields=["session_key"])
    Device.end_others(request.user, request.session.session_key)
    return JsonResponse(keyring_of(request.user))


@require_POST
@transaction.atomic
def recovery(request):
    fields = proven(request.user, read(WrapForm(request.POST)))
    KeyringPart.turn(request.user, RECOVERY, fields["revision"], fields["envelope"])
    request.user.set_recovery_login(fields["login"])
    request.user.save(update_fields=["recovery_login"])
    return JsonResponse(keyring_of(request.user))


def void_recovery(person: Person):
    """Whoever knew the passphrase may have taken a code: none is good until a new one is made."""
    person.keyring.filter(field=RECOVERY).delete()
    person.recovery_login = ""
    person.save(update_fields=["recovery_login"])


def proven(person: Person, fields: dict) -> dict:
    if person.proves(fields["proof"]):
        return fields
    raise Refused("wrong", _("These are not your present words. Nothing was changed."), 403)
