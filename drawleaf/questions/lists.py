"""The questions of one practice, as its page lists them."""

from django.db.models import Q

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.models import Leaf
from drawleaf.web import clock

from .models import COMMITMENT, Question

MANY = 40


def asked(
    request: PersonRequest, couple: Couple | None, practice: str
) -> dict[str, list[Question]]:
    """{running, opened, unopened}: each with its words in `leaves`, the last first.

    What never opened is listed for whoever has kept an answer to it, by their own rows alone.
    """
    today, person = clock.now().date(), request.user
    of_both = Question.objects.for_person(person).filter(couple=couple, belongs_to=practice)
    found = of_both.select_related("joint")
    is_live = Q(joint__ended_at=None, joint__lapses_on__gte=today)
    mine = Leaf.objects.for_person(person).filter(author=person, field=COMMITMENT, position=None)
    over = found.filter(opened_at=None, pk__in=mine.values("joint")).exclude(is_live)
    every = [
        *found.filter(is_live, opened_at=None),
        *found.exclude(opened_at=None).order_by("-opened_at")[:MANY],
        *over.order_by("-joint__lapses_on")[:MANY],
    ]
    words = Leaf.of_joints(person, {each.under_id or each.pk for each in every}, "words")
    for each in every:
        each.leaves = words[each.under_id or each.pk]
    said = [each for each in every if "words" in each.leaves]
    never = [each for each in said if not each.is_open]
    return {
        "running": [each for each in never if not each.joint.is_over],
        "opened": [each for each in said if each.is_open],
        "unopened": [each for each in never if each.joint.is_over],
    }
