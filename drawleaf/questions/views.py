"""Questions as pages: one of them whole, at each of its states, and those of *write apart*."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.laying import begins, laid, of_mine
from drawleaf.table.models import Leaf
from drawleaf.table.views import go_on
from drawleaf.web.refusals import read

from .content import page_of, sets_of
from .forms import AheadForm, AnswerForm, OpeningForm, WithdrawalForm
from .lists import asked
from .models import Question


def listing(practice: str, template: str = "questions/questions.html"):
    """The page of a practice that is nothing but its questions."""

    @require_safe
    def view(request: PersonRequest) -> HttpResponse:
        couple, page = Couple.in_use(request.user), page_of(practice)
        context = {"couple": couple, "practice": practice, "sets": sets_of(practice), "page": page}
        return render(request, template, context | asked(request, couple, practice))

    return view


questions = listing("questions")


@require_safe
def question(request: PersonRequest, joint: UUID) -> HttpResponse:
    found = of_mine(request, Question, joint)
    of_words = found.under_id or found.pk
    leaves = Leaf.of_joints(request.user, {of_words, found.pk}, "words", "reply")
    words = leaves[of_words].get("words")
    if not words:
        raise Http404  # taken back
    context = {
        "couple": found.couple,
        "question": found,
        "given": found.sent_to(request.user) | {"words": words[0].as_sent()},
        "sets": sets_of(found.belongs_to),
        "page": page_of(found.belongs_to),
        "words": words[0],
        "replies": leaves[found.pk].get("reply", [])[::-1],
    }
    page = f"{found.belongs_to}/question.html"  # a practice may have a dress of its own for it
    return render(request, [page, "questions/question.html"], context)


def beginnings(request: PersonRequest, practice: str) -> HttpResponseBase:
    if not sets_of(practice):
        raise Http404
    return begins(partial(Question.ask, belongs_to=practice))(request)


def done(form, verb):
    """What one does to a question of the two: a verb of the noun, and back to its page."""

    @require_POST
    def view(request: PersonRequest, joint: UUID) -> HttpResponseBase:
        found = of_mine(request, Question, joint)
        verb(found, request.user, **read(form(request.POST)))
        return go_on(request, found.get_absolute_url())

    return view


answer = done(AnswerForm, Question.bind)
withdrawal = done(WithdrawalForm, Question.withdraw)
ahead = done(AheadForm, Question.look_ahead)
opening = done(OpeningForm, Question.release)
replies = laid(Question, Question.reply)
endings = done(forms.Form, Question.put_down)
