"""Ana has said yes to deeper. Unanswered or declined, Bo's is the same to her, byte by byte.

And a yes of his, until hers meets it, shows on no page: the leaf lies in their feed, where only a
page that knows both looks for it.
"""

import random
import uuid

import pytest
from django.db import transaction

from drawleaf.people.models import Person
from drawleaf.questions.models import Question
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HISTORIES = 150


class Bo:
    """Bo at his browser, with a yes to give or not: what he does about it is his own."""

    def __init__(self, browser, addresses, chance):
        self.browser, self.addresses, self.chance = browser, addresses, chance

    def act(self):
        self.chance.choice([self.looks, self.would_rather_not, self.looks_at_what_is_new])()

    def looks(self):
        assert self.browser.get(self.chance.choice(self.addresses)).status_code == 200

    def looks_at_what_is_new(self):
        self.browser.get("/feed/")

    def would_rather_not(self):
        """Put aside, or written down why: a record of his notebook, whose kind nobody sees."""
        me = Person.objects.get(name="bo")
        sealed = cast.text(cast.envelope(me.key_id))
        fields = {"record": str(uuid.uuid4()), "revision": 1, "envelope": sealed}
        assert self.browser.post("/notebook/records/", fields).status_code == 200


@pytest.fixture
def space(ana, bo, table):
    """A safe space that both have opened, as the server holds it."""
    seal = {size: cast.envelope(table.key_id, size) for size in (256, 1024, 16384)}
    asked = Question.ask(ana, table, uuid.uuid4(), seal[256], "cards")
    for who in (ana, bo):
        asked.bind(who, 1, cast.envelope(who.key_id, 16384), seal[1024])
    for who in (ana, bo):
        asked.look_ahead(who, cast.envelope(who.key_id))
        asked.release(who, 1, seal[16384])
    return asked.pk


def yes(table):
    sealed = cast.text(cast.envelope(table.key_id, 256))
    fields = {"record": str(uuid.uuid4()), "revision": 1, "envelope": sealed}
    return fields | {"couple": str(table.pk)}


@pytest.fixture
def pages(space):
    return ["/", "/table/", "/cards/", "/cards/telling/", f"/questions/{space}/"]


@pytest.fixture
def what_ana_receives(browser_of, ana, table, pages):
    """`what_ana_receives()`, by address; she has said her own yes."""
    browser = browser_of(ana)
    browser.get("/")
    assert browser.post("/cards/deeper/", yes(table)).status_code == 200

    def all_of(answer) -> tuple:
        body = cast.without_token(answer.content.decode())
        return answer.status_code, sorted(answer.headers.items()), body

    return lambda: {each: all_of(browser.get(each)) for each in [*pages, "/feed/"]}


def test_unanswered_and_declined_are_the_same_bytes(browser_of, bo, pages, what_ana_receives):
    before = what_ana_receives()
    for seed in range(HISTORIES):
        with transaction.atomic():
            someone = Bo(browser_of(bo), pages, random.Random(seed))
            for _ in range(someone.chance.randint(1, 6)):
                someone.act()
            assert what_ana_receives() == before, f"history {seed}"
            transaction.set_rollback(True)
    print(f"{HISTORIES} histories, {len(before)} answers each: the same bytes")


def test_a_yes_changes_no_page_and_lies_in_the_feed_alone(browser_of, bo, table, what_ana_receives):
    """So that the comparison is one; and no page of hers leans on him by what he has done."""
    before = what_ana_receives()
    assert browser_of(bo).post("/cards/deeper/", yes(table)).status_code == 200
    after = what_ana_receives()
    assert {each for each in after if after[each] != before[each]} == {"/feed/"}
