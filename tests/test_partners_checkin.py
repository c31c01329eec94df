"""Not started, drafted, skipped, kept, changed, withdrawn: Bo receives the same of a check-in.

So he does while Ana alone would like it to go on. Only once both have kept something and its time
has come does he learn of it, and of *not this week* when she tells him.
"""

import random
import uuid
from datetime import timedelta

import pytest
from django.db import transaction

from drawleaf.people.models import Person
from drawleaf.practices.checkin.models import CheckIn, Week
from drawleaf.questions.models import Question
from drawleaf.web import clock
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HISTORIES = 150  # each, with and without something of Bo's
WEEK = timedelta(weeks=1)
FIRST = timedelta(days=3)
# Before the first week opens, after it, near the next, when it can be renewed, after it has lapsed.
DAYS = [0, 2, 4, 8, 9, 10, 30, 44, 52, 55, 58, 70]


class Ana:
    """Ana at her browser; all she does about the check-in is her own."""

    def __init__(self, browser, table, weeks, chance, may_keep):
        self.browser, self.table, self.weeks, self.chance = browser, table, weeks, chance
        self.done = 0
        self.acts = [self.looks, self.drafts, self.skips, self.renews, self.withdraws]
        if may_keep:
            self.acts += [self.keeps, self.keeps, self.keeps]

    def act(self):
        self.chance.choice(self.acts)()

    def looks(self):
        pages = ["/", "/checkin/", *(f"/questions/{each}/" for each in self.weeks)]
        assert self.browser.get(self.chance.choice(pages)).status_code == 200

    def drafts(self):
        """Half-written words stay on her device; a note of the week is a record like any other."""
        sealed = cast.text(cast.envelope(me().key_id))
        fields = {"record": str(uuid.uuid4()), "revision": 1, "envelope": sealed}
        assert self.browser.post("/notebook/records/", fields).status_code == 200

    def skips(self):
        """Says nothing: not one request. Or looks, and goes again."""
        if self.chance.random() < 0.5:
            self.browser.get("/checkin/")

    def keeps(self):
        week = self.chance.choice(self.weeks)
        fields = self.waiting_of(week) | {
            "commitment": cast.text(cast.envelope(self.table.key_id, 1024))
        }
        self.post(f"/questions/{week}/answer/", fields)

    def withdraws(self):
        week = self.chance.choice(self.weeks)
        self.post(f"/questions/{week}/withdrawal/", self.waiting_of(week))

    def renews(self):
        last = Week.objects.for_person(me()).order_by("joint__opens_at").last().joint.opens_at
        times = [last + number * WEEK for number in range(1, 9)]
        fields = {"opens_at": ",".join(each.isoformat() for each in times)}
        time = CheckIn.objects.for_person(me()).get()
        self.post(f"/checkin/{time.pk}/renewal/", fields)

    def post(self, address, fields):
        """Over, or not yet to be renewed: then it is a no, and that is her own too."""
        answer = self.browser.post(address, fields)
        assert answer.status_code in (200, 409)
        self.done += answer.status_code == 200

    def waiting_of(self, week) -> dict:
        given = Question.objects.for_person(me()).get(pk=week).sent_to(me())
        revision = given["waiting"]["revision"] + 1 if "waiting" in given else 1
        return {"revision": revision, "waiting": cast.text(cast.envelope(me().key_id, 16384))}


def me() -> Person:
    return Person.objects.get(name="ana")


@pytest.fixture
def weeks(ana, bo, table):
    """The first three of the time that Bo has offered and Ana has agreed to."""
    seal = cast.envelope(table.key_id, 256)
    time = CheckIn.propose(bo, table, uuid.uuid4(), seal)
    times = [clock.now() + FIRST + number * WEEK for number in range(8)]
    time.accept(ana, uuid.uuid4(), 1, seal, times)
    found = Week.objects.for_person(bo).order_by("joint__opens_at")
    return [each.pk for each in found[:3]]


@pytest.fixture
def what_bo_receives(browser_of, bo, weeks):
    browser = browser_of(bo)
    browser.get("/")
    asked = ["/", "/table/", "/checkin/", "/feed/", *(f"/questions/{each}/" for each in weeks)]

    def all_of(answer) -> tuple:
        body = cast.without_token(answer.content.decode())
        return answer.status_code, sorted(answer.headers.items()), body

    return lambda: [all_of(browser.get(each)) for each in asked]


def bo_keeps(bo, table, weeks):
    for week in weeks:
        sealed = cast.envelope(bo.key_id, 16384), cast.envelope(table.key_id, 1024)
        Question.objects.for_person(bo).get(pk=week).bind(bo, 1, *sealed)


@pytest.mark.parametrize("has_kept", [False, True], ids=["nothing kept", "kept"])
def test_what_ana_makes_of_a_week_changes_nothing_that_bo_receives(
    browser_of, ana, bo, table, weeks, what_bo_receives, monkeypatch, has_kept
):
    if has_kept:
        bo_keeps(bo, table, weeks)
    start, seen, done = clock.now(), {}, 0
    for seed in range(HISTORIES):
        chance = random.Random(seed)
        days = chance.choice(DAYS)
        monkeypatch.setattr(clock, "now", lambda days=days: start + timedelta(days=days))
        if days not in seen:
            seen[days] = what_bo_receives()
        # Where Bo has kept something, and the time has come, a yes of hers is for him to know.
        may_keep = not has_kept or days < FIRST.days
        with transaction.atomic():
            someone = Ana(browser_of(ana), table, weeks, chance, may_keep)
            for _ in range(chance.randint(1, 6)):
                someone.act()
            assert what_bo_receives() == seen[days], f"history {seed}, day {days}"
            transaction.set_rollback(True)
        done += someone.done
    assert done > HISTORIES / 2
    assert len({str(received) for received in seen.values()}) > 4, "time itself must show"
    print(f"{HISTORIES} histories on {len(seen)} days, {len(seen[0])} answers each: the same bytes")


def test_what_both_have_kept_is_seen_at_its_time(
    browser_of, ana, bo, table, weeks, what_bo_receives, monkeypatch
):
    """So that the comparison is one."""
    bo_keeps(bo, table, weeks)
    start = clock.now()
    before = what_bo_receives()
    someone = Ana(browser_of(ana), table, weeks[:1], random.Random(1), may_keep=True)
    someone.keeps()
    assert what_bo_receives() == before
    monkeypatch.setattr(clock, "now", lambda: start + FIRST)
    seen = what_bo_receives()
    someone.withdraws()
    assert what_bo_receives() == seen, "bound is bound"
    (_, _, page) = seen[2]
    assert "You have both written. Open?" in page


def test_not_this_week_is_seen_when_it_is_told(browser_of, ana, table, weeks, what_bo_receives):
    before = what_bo_receives()
    seal = cast.text(cast.envelope(table.key_id, 256))
    fields = {"record": str(uuid.uuid4()), "revision": 1, "envelope": seal}
    done = browser_of(ana).post(f"/checkin/weeks/{weeks[0]}/skips/", fields)
    assert done.status_code == 200
    assert what_bo_receives() != before
