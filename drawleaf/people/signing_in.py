"""What proves a person: a secret of 32 bytes made from the passphrase in the browser."""

import hmac
import secrets

from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from drawleaf.web.refusals import wants_json

from .models import Person
from .plainly import plainly


class LoginSecretHasher(PBKDF2PasswordHasher):
    """One round is enough: the secret has been through Argon2id, or comes from 128 random bits."""

    algorithm = "login_secret"
    iterations = 1


NOBODYS = LoginSecretHasher().encode(secrets.token_hex(16), secrets.token_hex(11))


class LoginSecret:
    """Signs a person in by the login secret of the passphrase, or of the recovery code."""

    def authenticate(self, request, name=None, login=None, by_code=False):
        person = Person.objects.filter(name=name).first()
        known = person and (person.recovery_login if by_code else person.password)
        # A name that is nobody's, or has no code, takes as long as any other.
        fits = LoginSecretHasher().verify(login, known or NOBODYS)
        return person if known and fits else None

    def get_user(self, user_id):
        by_key = "SELECT * FROM people_person WHERE id = %(person)s"
        return next(iter(plainly(Person, by_key, person=user_id)), None)


class SignedIn(LoginRequiredMiddleware):
    """Signed in by default; a script that asks gets its answer in a form it can read."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        # A browser may lose the token's cookie and keep the session's. Pages without a form would
        # never give another, and all that waits on a phone would wait for ever.
        cookies = request.COOKIES
        if settings.SESSION_COOKIE_NAME in cookies and settings.CSRF_COOKIE_NAME not in cookies:
            get_token(request)
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request, view_func):
        if wants_json(request):
            body = {"reason": "signed_out", "sentence": _("Please sign in again.")}
            return JsonResponse(body, status=401)
        return super().handle_no_permission(request, view_func)


def first_code() -> str:
    """The code that lets the first person in; `bin/run` prints it until somebody has used it."""
    digest = salted_hmac("first account", settings.SITE_SALT_KEY, algorithm="sha256").digest()
    return "-".join(digest[i : i + 2].hex() for i in range(0, 8, 2))


def is_first_code(text: str) -> bool:
    return hmac.compare_digest(text.strip().lower().encode(), first_code().encode())
