"""The weekly check-in as one page: the standing time, this week, and those that are opened.

Writing and opening are the engine's own page.
"""

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.questions.content import sets_of
from drawleaf.questions.lists import asked
from drawleaf.table.laying import begins, laid, of_mine
from drawleaf.table.views import go_on
from drawleaf.web.refusals import read

from .forms import RenewalForm, YesForm
from .models import PRACTICE, CheckIn, Week
from .shown import standing, weeks

HOURS = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)]


@require_safe
def checkin(request: PersonRequest) -> HttpResponse:
    couple = Couple.in_use(request.user)
    lists = asked(request, couple, PRACTICE)
    found, times = weeks(request.user, lists["running"]), standing(request.user, couple)
    context = {
        "couple": couple,
        "sets": sets_of(PRACTICE),
        "hours": HOURS,
        "weeks": found,
        "times": times,
        "has_one": any(not each["is_offered"] for each in times),
        "is_asked": any(each["is_offered"] and not each["is_mine"] for each in times),
        "opened": lists["opened"],
        "unopened": lists["unopened"],
        "given": {
            "weeks": [(week["question"].pk, week["question"].joint.opens_at) for week in found],
            "opened": [each.pk for each in lists["opened"]],
        },
    }
    return render(request, "checkin/checkin.html", context)


proposals = begins(CheckIn.propose)
agreement = laid(CheckIn, CheckIn.accept, YesForm)
skips = laid(Week, Week.skip)


@require_POST
def renewal(request: PersonRequest, joint: UUID) -> HttpResponseBase:
    time = of_mine(request, CheckIn, joint)
    time.go_on(request.user, **read(RenewalForm(request.POST)))
    return go_on(request, time.get_absolute_url())


@require_POST
def ending(request: PersonRequest, joint: UUID) -> HttpResponseBase:
    time = of_mine(request, CheckIn, joint)
    time.retire(request.user)
    return go_on(request, time.get_absolute_url())
