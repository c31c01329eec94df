"""One thing of each practice on a table, for those tests that look at every address."""

import uuid
from datetime import timedelta

from drawleaf.people.models import Couple, Person
from drawleaf.practices.checkin.models import CheckIn
from drawleaf.practices.goals.models import Goal
from drawleaf.practices.promises.models import Promise
from drawleaf.practices.rituals.models import Ritual
from drawleaf.questions.models import Question
from drawleaf.table.our_page import OurPage
from drawleaf.web import clock
from tests import cast


def begun(person: Person, couple: Couple) -> dict[str, uuid.UUID]:
    """The id of each, by the first word of its addresses' names; begun by `person` alone.

    On the page of the two stands an addition of theirs.
    """
    seal = cast.envelope(couple.key_id, 256)
    OurPage(person, couple).add(uuid.uuid4(), 1, seal)
    checkin = CheckIn.propose(person, couple, uuid.uuid4(), seal)
    opens_at = clock.now() + timedelta(days=3)
    week = Question.ask_at(checkin, "checkin", opens_at, opens_at + timedelta(days=6))
    return {
        "checkin": checkin.pk,
        "week": week.pk,
        "promise": Promise.make(person, couple, uuid.uuid4(), seal).pk,
        "goal": Goal.begin(person, couple, uuid.uuid4(), seal).pk,
        "question": Question.ask(person, couple, uuid.uuid4(), seal, "questions").pk,
        "ritual": Ritual.propose(person, couple, uuid.uuid4(), seal).pk,
        "couple": couple.pk,
    }
