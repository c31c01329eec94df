"""Not started, drafted, skipped, kept, changed, withdrawn, pressed alone: to Bo it is all the same.

Each page of questions that he opens, the feed, and what his own posts are answered, byte by byte,
whatever Ana does for herself. It changes where both are bound and the time has come, and where both
have pressed; and only then.
"""

import random
import uuid
from datetime import timedelta

import pytest
from django.db import transaction

from drawleaf.people.models import Person
from drawleaf.questions.models import Question
from drawleaf.questions.tests.sides import Side, to
from drawleaf.web import clock
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HISTORIES = 1100
PAGES = ["/", "/table/", "/questions/", "/feed/"]
# What is laid before both, and what she may do about it that is her own.
ALONE = {
    "asked": ["answer", "withdrawal"],
    "to come": ["answer", "withdrawal"],
    "to come, he has written": ["answer", "withdrawal"],
    "he has written": [],
    "both have written": ["ahead", "opening"],
    "he has pressed": ["ahead"],
    "put down": [],
    "open": [],
}
REFUSED = {
    "asked": ["ahead", "opening", "replies"],
    "to come": ["ahead", "opening", "replies"],
    "he has written": ["ahead", "opening", "replies"],
    "both have written": ["answer", "withdrawal", "replies"],
    "put down": ["answer", "withdrawal", "ahead", "replies"],
    "open": ["answer", "withdrawal", "ahead"],
}


@pytest.fixture
def now(monkeypatch):
    """Time stands still, so that only Ana can be the reason."""
    start = clock.now()
    monkeypatch.setattr(clock, "now", lambda: start)
    return start


@pytest.fixture
def questions(ana, bo, table, browser_of, now):
    """{what lies there: (her side, his side)}"""

    def sides(question):
        return [Side(browser_of(each), each, table, str(question)) for each in (ana, bo)]

    def asked(who):
        envelope = cast.envelope(table.key_id, 256)
        return Question.ask(who, table, uuid.uuid4(), envelope, "questions")

    def agreed():
        under = Question.objects.for_person(bo).select_related("joint", "couple")
        under = under.get(pk=asked(bo).pk)
        times = now + timedelta(days=1), now + timedelta(days=7)
        return Question.ask_at(under, "questions", *times)

    found = {stage: sides(asked(ana).pk) for stage in ALONE if not stage.startswith("to come")}
    found["to come"], found["to come, he has written"] = sides(agreed().pk), sides(agreed().pk)
    for stage, (hers, his) in found.items():
        if stage.startswith("to come"):
            if "written" in stage:
                his.answer()
        else:
            to(stage, hers, his)
    return found


class Ana:
    """Ana at her browser. To the server a draft, a skip and a line are the same."""

    def __init__(self, browser, chance, questions):
        self.browser, self.chance, self.done = browser, chance, []
        self.sides = {stage: hers for stage, (hers, _) in questions.items()}

    def act(self):
        acts = [self.visits, self.writes, self.does, self.does, self.does, self.tries, self.renews]
        self.chance.choice(acts)()

    def visits(self):
        """A page of hers, a question, or all there is: the pages of an export."""
        each = [f"/questions/{side.question}/" for side in self.sides.values()]
        self.browser.get(self.chance.choice([*PAGES, "/notebook/", *each]))

    def writes(self):
        """A draft, a skip, something set aside, a line for herself."""
        me = Person.objects.get(name="ana")
        fields = {"record": str(uuid.UUID(int=self.chance.getrandbits(128), version=4))}
        fields["envelope"] = cast.text(cast.envelope(me.key_id, self.chance.choice([1024, 4096])))
        assert self.browser.post("/notebook/records/", fields | {"revision": 1}).status_code == 200

    def does(self):
        """What is hers to do; again what was lost on the way."""
        stage = self.chance.choice([stage for stage in ALONE if ALONE[stage]])
        side, verb = self.sides[stage], self.chance.choice(ALONE[stage])
        if verb == "opening":
            side.ahead()
        again = verb in side.last and self.chance.random() < 0.2
        done = side.again(verb) if again else getattr(side, verb)()
        self.done.append((stage, verb, done.status_code))

    def tries(self):
        """What is not hers to do now, and is refused."""
        stage = self.chance.choice(list(REFUSED))
        verb = self.chance.choice(REFUSED[stage])
        assert getattr(self.sides[stage], verb)().status_code == 409

    def renews(self):
        """Another own key: what waits is sealed anew, at the revision it has."""
        me = Person.objects.get(name="ana")
        me.key_id = self.chance.randbytes(8)
        me.save(update_fields=["key_id"])
        for side in self.sides.values():
            side.person.key_id = me.key_id
        for row in self.browser.get("/feed/").json()["reveal"]:
            fields = row | {"envelope": cast.text(cast.envelope(me.key_id, 16384))}
            assert self.browser.post("/notebook/resealings/", fields).status_code == 200


@pytest.fixture
def what_bo_receives(browser_of, bo, questions):
    browser, his = browser_of(bo), {stage: his for stage, (_, his) in questions.items()}
    for each in (browser, *(side.browser for side in his.values())):
        each.get("/")  # whoever has been here has the form token, which changes the next answer
    verbs = ("answer", "withdrawal", "ahead", "opening", "replies")
    early = ("asked", "to come", "to come, he has written")
    posts = {stage: [(his[stage], verb, fields_of(his[stage], verb)) for verb in verbs]
             for stage in early}  # fmt: skip

    def all_of(answer) -> tuple:
        body = cast.without_token(answer.content.decode())
        return answer.status_code, sorted(answer.headers.items()), body

    def answered(side, verb, fields):
        """What a post of his is answered, and what he has of the question then; undone again."""
        with transaction.atomic():
            found = all_of(side.post(verb, **fields))
            transaction.set_rollback(True)
        return found

    def received(stages=ALONE) -> dict:
        """By address, and by what he posts; of the questions at some stages."""
        pages = [*PAGES, *(f"/questions/{his[stage].question}/" for stage in stages)]
        found = {each: all_of(browser.get(each)) for each in pages}
        for stage in stages:
            for it in posts.get(stage, []):
                found[stage, it[1]] = answered(*it)
        return found

    return received


def fields_of(side, verb):
    """The same bytes each time."""
    mine, ours, revision = side.mine(), side.ours(), side.revision + 1
    return {
        "answer": {"revision": revision, "waiting": mine, "commitment": side.ours(1024)},
        "withdrawal": {"revision": revision, "waiting": mine},
        "ahead": {"envelope": mine},
        "opening": {"revision": 1, "envelope": ours},
        "replies": {"record": str(uuid.uuid4()), "revision": 1, "envelope": ours},
    }[verb]  # fmt: skip


def test_bo_receives_the_same_bytes_until_both_are_bound_and_until_both_have_pressed(
    browser_of, ana, questions, what_bo_receives
):
    before, done, compared = what_bo_receives(), set(), 0
    for seed in range(HISTORIES):
        chance = random.Random(seed)
        with transaction.atomic():
            someone = Ana(browser_of(ana), chance, questions)
            kept = {stage: (side.revision, ana.key_id) for stage, side in someone.sides.items()}
            for _ in range(chance.randint(1, 7)):
                someone.act()
            touched = {stage for stage, *_ in someone.done} | {chance.choice(list(ALONE))}
            for what, now in what_bo_receives(sorted(touched)).items():
                assert now == before[what], f"history {seed}, {what}: {someone.done}"
                compared += 1
            done |= set(someone.done)
            transaction.set_rollback(True)
        for stage, side in someone.sides.items():
            side.revision, side.person.key_id = kept[stage]
            side.last = {}
    assert {(s, v) for s, v, status in done if status == 200} == {
        (stage, verb) for stage, verbs in ALONE.items() for verb in verbs
    }
    print(f"{HISTORIES} private histories, {compared:,} answers compared: the same bytes")


@pytest.mark.parametrize(
    ("stage", "verbs"),
    [
        ("he has written", ["answer"]),
        ("he has pressed", ["ahead", "opening"]),
        ("asked", ["ending"]),
        ("open", ["replies"]),
    ],
)
def test_what_is_of_both_shows(questions, what_bo_receives, stage, verbs):
    """So that the comparison is one."""
    before = what_bo_receives()
    hers, _ = questions[stage]
    for verb in verbs:
        assert getattr(hers, verb)().status_code == 200
    assert what_bo_receives() != before
