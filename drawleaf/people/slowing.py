"""Guessing is slow: by person and by device, the same for a name that is nobody's.

A device marked mine is known by a cookie, and its tries count by themselves, so that whoever
guesses at Ana's name elsewhere never keeps Ana out of her own phone.
"""

import secrets
from contextlib import contextmanager
from ipaddress import IPv6Address, IPv6Network, ip_address
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from drawleaf.web.refusals import Refused

from .models.attempt import Attempt, Pace

WRONG = 403
ONE_DEVICE = Pace(free=5, longest=60)
ONE_PLACE = Pace(free=5, longest=15 * 60)
# Wide enough for a household, and soon over. Nothing is counted by name alone: whoever guesses
# from ever new places would keep its owner out of every new device.
ONE_DOOR = Pace(free=20, longest=60)
ALL_NAMES = Pace(free=30, longest=60)

COOKIE = "device"
A_YEAR = 365 * 24 * 3600


@contextmanager
def guess(request, what: str, name: str):
    """A try at somebody's secret. A refusal with 403 was a wrong one; all else does not count."""
    device, place = known_device(request, name), place_of(request)
    if device:
        paces = {Attempt.key(what, name, "device", device): ONE_DEVICE}
    else:
        paces = {
            Attempt.key(what, name, "place", place): ONE_PLACE,
            Attempt.key("place", place): ALL_NAMES,
        }
    # What was counted stays: a place is shared, and its other reader could tell who has come in;
    # a device gets a new name with every sign-in.
    with counted(paces):
        yield


@contextmanager
def nameless(request, what: str):
    """A try that names nobody: a passkey's answer, or a code to sign up with."""
    with counted({nobodys(request, what): ONE_DOOR}):
        yield
    Attempt.uncount(nobodys(request, f"{what} question"))


def question(request, what: str):
    """Asking to be asked leaves something to keep, so it counts until it is answered."""
    Attempt.take({nobodys(request, f"{what} question"): ONE_DOOR})


def nobodys(request, what: str) -> UUID:
    known = known_device(request)
    return Attempt.key(what, "device", known or "", "place", "" if known else place_of(request))


@contextmanager
def proof(request):
    """A try at the passphrase of somebody signed in; by session, or by the passkey it began with.

    Whoever holds a passkey could begin as many sessions as they like.
    """
    door = request.session.get("passkey") or request.session.session_key
    key = Attempt.key("proof", str(request.user.pk), door)
    with counted({key: ONE_DEVICE}):
        yield
    # Who was right need not wait for what they mistyped before.
    Attempt.objects.filter(pk=key).delete()


@contextmanager
def counted(paces: dict):
    tries = Attempt.take(paces)
    try:
        yield
    except BaseException as error:
        if not (isinstance(error, Refused) and error.status == WRONG):
            give_back(tries)
        raise
    give_back(tries)


def give_back(tries):
    for each in tries:
        each.give_back()


def place_of(request) -> str:
    """Where somebody comes from: an address, or for IPv6 the network that is one household's."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return str(IPv6Network((int(address), 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)


def know(response, name: str, passkey=None):
    """From now on this is a known device of this person's; with a passkey it is the same each time,
    or whoever holds the passkey could make themselves as many as they like.
    """
    token = passkey.pk.hex if passkey else secrets.token_hex(16)
    response.set_signed_cookie(
        COOKIE,
        f"{token}.{owner(name)}",
        salt=COOKIE,
        max_age=A_YEAR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget_device(response):
    response.delete_cookie(COOKIE, samesite="Lax")


def known_device(request, name: str | None = None) -> str | None:
    """The device's token, if it is somebody's, or this person's, marked mine."""
    value = request.get_signed_cookie(COOKIE, default="", salt=COOKIE, max_age=A_YEAR)
    token, _dot, whose = value.partition(".")
    return token if token and (name is None or whose == owner(name)) else None


def owner(name: str) -> str:
    """A name, as the cookie holds it."""
    return salted_hmac("device of", name, algorithm="sha256").hexdigest()[:32]
