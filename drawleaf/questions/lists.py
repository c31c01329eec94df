"""The questions of one practice, as its page lists them."""

from drawleaf.people.models import Couple
from drawleaf.people.readers import PersonRequest
from drawleaf.table.models import Leaf

from .models import Question

MANY = 40


def asked(
    request: PersonRequest, couple: Couple | None, practice: str
) -> dict[str, list[Question]]:
    """{running, opened}: each with its words in `leaves`, the last first.

    What never opened is not listed: nothing is left of it but what each has in their notebook.
    """
    found = Question.objects.for_person(request.user).filter(couple=couple, belongs_to=practice)
    found = found.select_related("joint").order_by("-joint__opens_at")
    running = [each for each in found.filter(opened_at=None, joint__ended_at=None)
               if not each.joint.is_over]  # fmt: skip
    opened = list(found.exclude(opened_at=None).order_by("-opened_at")[:MANY])
    words = {each.under_id or each.pk for each in running + opened}
    leaves = Leaf.of_joints(request.user, words, "words")
    for each in running + opened:
        each.leaves = leaves[each.under_id or each.pk]
    running = [each for each in running if "words" in each.leaves]
    return {"running": running, "opened": [each for each in opened if "words" in each.leaves]}
