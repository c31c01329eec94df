"""What Today may show of questions: what waits for its reader, by what is known to them anyway."""

from datetime import timedelta

from drawleaf.people.models import Couple, Person
from drawleaf.people.plainly import plainly
from drawleaf.web import clock

from .models import Question

KEPT = "%Y-%m-%d %H:%M:%S.%f"  # an instant as databases have it
# A time agreed to comes onto Today a day before. How many are bound counts only once it has come.
WAITING = """
SELECT question.*, words.position, words.author_id = %(reader)s AS is_mine,
    (joint.opens_at IS NULL OR joint.opens_at <= %(now)s) AND 2 = (
        SELECT count(*) FROM table_leaf half WHERE half.joint_id = joint.id
        AND half.field = 'commitment' AND half.envelope IS NOT NULL
    ) AS is_due,
    (SELECT count(*) FROM table_leaf mine WHERE mine.joint_id = joint.id
        AND mine.author_id = %(reader)s AND mine.field IN ('commitment', 'release')) AS done
FROM questions_question question
JOIN people_couple couple ON couple.id = question.couple_id
JOIN table_joint joint ON joint.id = question.joint_id
JOIN table_leaf words ON words.joint_id = coalesce(question.under_id, joint.id)
    AND words.record = words.joint_id AND words.field = 'words' AND words.envelope IS NOT NULL
WHERE couple.id = %(couple)s AND couple.confirmed_at IS NOT NULL
AND %(reader)s IN (couple.inviter_id, couple.invited_id)
AND joint.ended_at IS NULL AND (joint.lapses_on IS NULL OR joint.lapses_on >= %(today)s)
AND (joint.opens_at IS NULL OR joint.opens_at <= %(soon)s)
"""


def today(person: Person, couple: Couple) -> list[Question]:
    """Those to be opened, and those laid before one that one has not answered."""
    now = clock.now()
    soon = now + timedelta(days=1)
    when = {"now": f"{now:{KEPT}}", "soon": f"{soon:{KEPT}}", "today": f"{now:%Y-%m-%d}"}
    found = plainly(Question, WAITING, couple=couple.pk, reader=person.pk, **when)
    return [each for each in found if _waits(each)]


def _waits(question) -> bool:
    if question.is_due:
        return question.done == 1
    return question.done == 0 and (question.under_id or not question.is_mine)
