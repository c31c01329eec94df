"""What a passkey's authenticator is asked, and whether its answer holds: WebAuthn, by its library.

The library brings ciphers and 28 MB with it, so it is loaded when somebody first uses a passkey.
"""

import json
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from drawleaf.envelopes import base64url
from drawleaf.web import clock
from drawleaf.web.refusals import Refused

GOOD_FOR = timedelta(minutes=5)
USUAL_PORT = {"http": ":80", "https": ":443"}
ELSEWHERE = (
    "passkey_place",
    _("Passkeys work at this server’s own address only. Please open that one."),
)
# How the library begins what it has against an answer, and what a person can do about it.
AGAINST = {
    "Client data challenge": (
        "passkey_late",
        _("This answer was to another question. Please press once more."),
    ),
    "Unexpected client data origin": ELSEWHERE,
    "Unexpected RP ID": ELSEWHERE,
    "User verification": (
        "passkey_unverified",
        _("Your device did not check that it is you. Set a screen lock, or use your passphrase."),
    ),
    "Response sign count": (
        "passkey_copied",
        _("This passkey may have been copied, so it does not let anybody in. Use your passphrase."),
    ),
}
FITS_NOT = ("passkey_wrong", _("This passkey does not fit. Please use your passphrase."))


def site() -> str:
    """Whose passkeys these are: the name in the server's address, whatever its port."""
    return settings.ADDRESS.hostname or "localhost"


def origin() -> str:
    """The server's address as browsers write it: in small letters, without the usual port."""
    scheme, place = settings.ADDRESS.scheme, settings.ADDRESS.netloc.lower()
    return f"{scheme}://{place.removesuffix(USUAL_PORT.get(scheme, ''))}"


def ask_to_enrol(session, person, number: int) -> dict:
    """What `navigator.credentials.create` is to be asked; `number` is given back at the answer."""
    from webauthn import generate_registration_options
    from webauthn.helpers import structs

    asked = generate_registration_options(
        rp_id=site(),
        rp_name="Drawleaf",
        user_id=person.pk.bytes,
        user_name=person.name,
        user_display_name=person.display_name,
        challenge=remember(session, "create", number),
        exclude_credentials=[
            structs.PublicKeyCredentialDescriptor(id=bytes(passkey.credential_id))
            for passkey in person.passkeys.all()
        ],
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
    )
    return as_sent(asked) | {"number": number}


def ask_to_sign_in(session) -> dict:
    """What `navigator.credentials.get` is to be asked; no name, so the device offers its own."""
    from webauthn import generate_authentication_options
    from webauthn.helpers import structs

    asked = generate_authentication_options(
        rp_id=site(),
        challenge=remember(session, "get"),
        user_verification=structs.UserVerificationRequirement.REQUIRED,
    )
    return as_sent(asked)


def enrolled(session, answer: str):
    """The number that was asked with, and the new passkey's id, public key and count."""
    from webauthn import verify_registration_response

    challenge, number = take(session, "create")
    return number, checked(verify_registration_response, answer, challenge)


def signed_in(session, answer: str, passkeys):
    """The passkey that answered, of all that are here, and its new count."""
    from webauthn import verify_authentication_response
    from webauthn.helpers import parse_authentication_credential_json

    challenge, _number = take(session, "get")
    given = read(parse_authentication_credential_json, answer)
    passkey = passkeys.filter(credential_id=given.raw_id).first()
    if passkey is None:
        sentence = _("This passkey is not known here, or was removed. Please use your passphrase.")
        raise Refused("passkey_unknown", sentence, 403)
    if given.response.user_handle != passkey.person_id.bytes:
        sentence = _("This passkey was made for somebody else. Please use your passphrase.")
        raise Refused("passkey_other", sentence, 403)
    held = {
        "credential_public_key": bytes(passkey.public_key),
        "credential_current_sign_count": passkey.sign_count,
    }
    return passkey, checked(verify_authentication_response, answer, challenge, **held)


def checked(verify, answer, challenge, **more):
    return read(
        verify,
        credential=answer,
        expected_challenge=challenge,
        expected_rp_id=site(),
        expected_origin=origin(),
        require_user_verification=True,
        **more,
    )


def read(act, *given, **named):
    """What the library makes of an answer, or what it has against it in one sentence."""
    from webauthn.helpers.exceptions import WebAuthnException

    try:
        return act(*given, **named)
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        found = (no for start, no in AGAINST.items() if str(error).startswith(start))
        raise Refused(*next(found, FITS_NOT), status=403) from error


def remember(session, act: str, number: int | None = None) -> bytes:
    """A fresh challenge, good once and for five minutes, in this session only."""
    challenge = secrets.token_bytes(32)
    until = (clock.now() + GOOD_FOR).isoformat()
    session[f"passkey {act}"] = [base64url.encode(challenge), until, number]
    return challenge


def take(session, act: str):
    """The challenge that was asked with, which nobody can answer a second time."""
    challenge, until, number = session.pop(f"passkey {act}", ("", "", None))
    if not until or datetime.fromisoformat(until) < clock.now():
        sentence = _("This was answered already, or too late. Please press once more.")
        raise Refused("passkey_late", sentence, 403)
    return base64url.decode(challenge), number


def as_sent(options) -> dict:
    from webauthn import options_to_json

    return json.loads(options_to_json(options))
