"""What the pages of a practice do alike: begin something for both, fetch it, lay a leaf on it."""

from collections.abc import Callable
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from drawleaf.people.readers import PersonRequest
from drawleaf.web.refusals import read

from .begun import Begun
from .forms import FirstLeafForm, LeafForm
from .models import Leaf
from .views import confirmed, go_on

type View = Callable[..., HttpResponseBase]


def of_mine[Kind: Begun](request: PersonRequest, kind: type[Kind], joint: UUID) -> Kind:
    found = kind.objects.for_person(request.user).select_related("joint__couple", "couple")
    return get_object_or_404(found, pk=joint)


def begins(verb: Callable[..., Begun]) -> View:
    """The verb that begins something on one of one's tables, and to its page."""

    @require_POST
    def view(request: PersonRequest) -> HttpResponseBase:
        fields = read(FirstLeafForm(request.POST))
        couple = confirmed(request, fields["couple"])
        made = verb(request.user, couple, fields["record"], fields["envelope"])
        return go_on(request, made.get_absolute_url())

    return view


def laid(kind: type[Begun], verb: Callable[..., None], form: type[LeafForm] = LeafForm) -> View:
    """A leaf for one of a kind: the verb of the noun that lays it, and back to its page."""

    @require_POST
    def view(request: PersonRequest, joint: UUID) -> HttpResponseBase:
        noun = of_mine(request, kind, joint)
        verb(noun, request.user, **read(form(request.POST)))
        return go_on(request, noun.get_absolute_url())

    return view


def laid_alone(collection: str, field: str, page: str) -> View:
    """A leaf of nothing the two have begun: said once, and taken back if one likes."""

    @require_POST
    def view(request: PersonRequest) -> HttpResponseBase:
        fields = read(FirstLeafForm(request.POST))
        couple = confirmed(request, fields["couple"])
        Leaf.lay(request.user, couple, fields["record"], collection, field, fields["envelope"])
        return go_on(request, reverse(page))

    return view
