"""A no is one plain sentence: what happened, what was kept, what to do."""

import logging

from django.db import IntegrityError, OperationalError
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)


class Refused(Exception):
    """Raised by a verb or a form that says no. `extra` goes beside the sentence."""

    def __init__(self, reason: str, sentence, status: int = 400, **extra):
        super().__init__(reason)
        self.reason, self.sentence, self.status, self.extra = reason, sentence, status, extra


def wants_json(request) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def read(form) -> dict:
    """What a form holds, or its first error as a refusal."""
    if form.is_valid():
        return form.cleaned_data
    error = next(iter(form.errors.as_data().values()))[0]
    if error.code in {"required", "invalid", "invalid_choice", "null_characters_not_allowed"}:
        raise Refused("malformed", _("This did not arrive whole. Please try again."))
    raise Refused(error.code, error.messages[0])


class PlainSentences:
    """Turns a refusal, or a database that cannot take it, into its sentence."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError):
            logger.error("The database could not write: %s", exception)
            exception = Refused(
                "not_kept",
                _("The server could not keep this just now. It stays here; try again later."),
                status=503,
            )
        if isinstance(exception, IntegrityError):
            # Two came at once for what only one can have.
            sentence = _("Somebody was a moment earlier, so this was not kept. Please try again.")
            exception = Refused("known", sentence, status=409)
        if isinstance(exception, Http404) and wants_json(request):
            exception = Refused("not_here", _("There is nothing here for you."), status=404)
        if not isinstance(exception, Refused):
            return None
        answer = self.say(request, exception)
        if "wait" in exception.extra:
            answer.headers["Retry-After"] = str(exception.extra["wait"])
        return answer

    def say(self, request, no: Refused):
        if wants_json(request):
            body = {"reason": no.reason, "sentence": str(no.sentence)}
            return JsonResponse({**body, **no.extra}, status=no.status)
        return render(request, "web/refused.html", {"sentence": no.sentence}, status=no.status)
