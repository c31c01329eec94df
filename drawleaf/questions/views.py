"""Questions as pages: one of them whole, at each of its states, and those of *write apart*."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.forms import FirstLeafForm
from drawleaf.table.laying import laid, of_mine
from drawleaf.table.models import Leaf
from drawleaf.table.views import confirmed, go_on
from drawleaf.web.refusals import read

from .content import page_of, sets_of
from .forms import AheadForm, AnswerForm, OpeningForm, WithdrawalForm
from .lists import asked
from .models import Question


@require_safe
def questions(request: PersonRequest) -> HttpResponse:
    couple, apart = Couple.in_use(request.user), "questions"
    context = {"couple": couple, "sets": sets_of(apart), **asked(request, couple, apart)}
    return render(request, "questions/questions.html", context)


@require_safe
def question(request: PersonRequest, joint: UUID) -> HttpResponse:
    asked = of_mine(request, Question, joint)
    of_words = asked.under_id or asked.pk
    leaves = Leaf.of_joints(request.user, {of_words, asked.pk}, "words", "reply")
    words = leaves[of_words].get("words")
    if not words:
        raise Http404  # taken back
    context = {
        "couple": asked.couple,
        "question": asked,
        "given": asked.sent_to(request.user) | {"words": words[0].as_sent()},
        "sets": sets_of(asked.belongs_to),
        "page": page_of(asked.belongs_to),
        "words": words[0],
        "replies": leaves[asked.pk].get("reply", [])[::-1],
    }
    page = f"{asked.belongs_to}/question.html"  # a practice may have a dress of its own for it
    return render(request, [page, "questions/question.html"], context)


@require_POST
def beginnings(request: PersonRequest, practice: str) -> HttpResponseBase:
    if not sets_of(practice):
        raise Http404
    fields = read(FirstLeafForm(request.POST))
    couple = confirmed(request, fields["couple"])
    asked = Question.ask(request.user, couple, fields["record"], fields["envelope"], practice)
    return go_on(request, asked.get_absolute_url())


def done(form, verb):
    """What one does to a question of the two: a verb of the noun, and back to its page."""

    @require_POST
    def view(request: PersonRequest, joint: UUID) -> HttpResponseBase:
        asked = of_mine(request, Question, joint)
        verb(asked, request.user, **read(form(request.POST)))
        return go_on(request, asked.get_absolute_url())

    return view


answer = done(AnswerForm, Question.bind)
withdrawal = done(WithdrawalForm, Question.withdraw)
ahead = done(AheadForm, Question.look_ahead)
opening = done(OpeningForm, Question.release)
replies = laid(Question, Question.reply)
endings = done(forms.Form, Question.put_down)
