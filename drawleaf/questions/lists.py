"""The questions of one practice, as its page lists them."""

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.models import Leaf
from drawleaf.web import clock

from .models import Question

MANY = 40


def asked(
    request: PersonRequest, couple: Couple | None, practice: str
) -> dict[str, list[Question]]:
    """{running, opened}: each with its words in `leaves`, the last first.

    What never opened is not listed: nothing is left of it but what each has in their notebook.
    """
    found = Question.objects.for_person(request.user).filter(couple=couple, belongs_to=practice)
    live = found.filter(opened_at=None, joint__ended_at=None)
    every = list(live.filter(joint__lapses_on__gte=clock.now().date()).select_related("joint"))
    every += found.exclude(opened_at=None).select_related("joint").order_by("-opened_at")[:MANY]
    words = Leaf.of_joints(request.user, {each.under_id or each.pk for each in every}, "words")
    for each in every:
        each.leaves = words[each.under_id or each.pk]
    said = [each for each in every if "words" in each.leaves]
    opened = [each for each in said if each.is_open]
    return {"running": [each for each in said if not each.is_open], "opened": opened}
