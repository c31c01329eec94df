"""An offer that is unanswered, declined, muted or lapsed is the same to who made it, byte by byte.

So is a ritual of both that the other would let go, has set aside, or wishes to go on.
"""

import random
import uuid
from datetime import timedelta

import pytest
from django.db import transaction

from drawleaf.people.models import Person
from drawleaf.practices.rituals.models import Ritual
from drawleaf.web import clock
from tests import cast
from tests.things import begun

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HISTORIES = 400
# From its first day until after it has lapsed, the two weeks of renewing among them.
DAYS = [0, 1, 20, 41, 43, 50, 56, 57, 80]


class Bo:
    """Bo at his browser: what he does about a ritual is his own until he says yes."""

    def __init__(self, browser, rituals, chance):
        self.browser, self.rituals, self.chance = browser, rituals, chance

    def act(self):
        self.chance.choice([self.looks, self.would_rather_not, self.renews])()

    def looks(self):
        pages = ["/", "/rituals/", *(f"/rituals/{each}/" for each in self.rituals)]
        self.browser.get(self.chance.choice(pages))

    def would_rather_not(self):
        """Declined, muted or set aside: a record of his notebook, whose kind nobody sees."""
        me = Person.objects.get(name="bo")
        sealed = cast.text(cast.envelope(me.key_id))
        fields = {"record": str(uuid.uuid4()), "revision": 1, "envelope": sealed}
        assert self.browser.post("/notebook/records/", fields).status_code == 200

    def renews(self):
        self.browser.post(f"/rituals/{self.chance.choice(self.rituals)}/renewal/")


@pytest.fixture
def rituals(ana, bo, table):
    """Two that Ana has offered; Bo has said yes to the second."""
    offered, agreed = (begun(ana, table)["ritual"] for _ in range(2))
    seal = cast.envelope(table.key_id, 256)
    Ritual.objects.for_person(bo).get(pk=agreed).agree(bo, uuid.uuid4(), 1, seal)
    return [offered, agreed]


@pytest.fixture
def what_ana_receives(browser_of, ana, rituals):
    browser = browser_of(ana)
    browser.get("/")
    asked = ["/", "/table/", "/rituals/", "/feed/", *(f"/rituals/{each}/" for each in rituals)]

    def all_of(answer) -> tuple:
        body = cast.without_token(answer.content.decode())
        return answer.status_code, sorted(answer.headers.items()), body

    def received() -> list:
        return [all_of(browser.get(each)) for each in asked]

    return received


def test_what_bo_makes_of_an_offer_changes_nothing_that_ana_receives(
    browser_of, bo, rituals, what_ana_receives, monkeypatch
):
    start = clock.now()
    seen = {}
    for seed in range(HISTORIES):
        chance = random.Random(seed)
        days = chance.choice(DAYS)
        monkeypatch.setattr(clock, "now", lambda days=days: start + timedelta(days=days))
        if days not in seen:
            seen[days] = what_ana_receives()
        with transaction.atomic():
            someone = Bo(browser_of(bo), rituals, chance)
            for _ in range(chance.randint(1, 6)):
                someone.act()
            assert what_ana_receives() == seen[days], f"history {seed}, day {days}"
            transaction.set_rollback(True)
    assert len({str(received) for received in seen.values()}) > 2, "time itself must show"
    print(f"{HISTORIES} histories on {len(seen)} days, {len(seen[0])} answers each: the same bytes")


def test_a_yes_is_seen(browser_of, bo, table, rituals, what_ana_receives):
    """So that the comparison is one."""
    before = what_ana_receives()
    seal = cast.text(cast.envelope(table.key_id, 256))
    fields = {"record": str(uuid.uuid4()), "revision": 1, "envelope": seal}
    assert browser_of(bo).post(f"/rituals/{rituals[0]}/agreement/", fields).status_code == 200
    assert what_ana_receives() != before
