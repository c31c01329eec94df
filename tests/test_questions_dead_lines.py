"""Answers that never come, twice the same press, two phones of one, wrong clocks, leaving in the
middle: an answer waits once, and opens for both who pressed.
"""

from uuid import UUID

import pytest

from demo.couple import BO
from tests.apart import fill, keep, lay_before_both, press_open
from tests.at_home import sign_in

pytestmark = pytest.mark.browser
HOURS = "(() => {{ const now = Date.now.bind(Date); Date.now = () => now() + {} * 3600000; }})()"
AGREED = """
import django; django.setup()
from datetime import timedelta
from drawleaf.people.models import Person
from drawleaf.questions.models import Question
from drawleaf.web import clock
ana, now = Person.objects.get(name="ana"), clock.now()
under = Question.objects.for_person(ana).select_related("joint", "couple").get()
hour = timedelta(hours=1)
print(Question.ask_at(under, "questions", now - hour, now + 100 * hour).pk)
"""


@pytest.fixture
def two(home, phone):
    home.bo.recovery_code(BO.passphrase)
    pages = [sign_in(phone(), home.house, each, mine=True) for each in ("ana", "bo")]
    yield pages
    assert [page.faults for page in pages] == [[], []]


@pytest.fixture
def asked(home, two):
    return lay_before_both(two[0], f"{home.house.url}/questions/")


def unheard(page, verb):
    """The next post arrives, and its answer does not; the ones after it are heard."""

    def line(route):
        route.fetch()
        route.abort()

    page.route(f"**/{verb}/", line, times=1)


def lost(page, verb):
    """The next post does not even arrive."""
    page.route(f"**/{verb}/", lambda route: route.abort(), times=1)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def is_told(page):
    page.locator(".say", has_text="There is no connection to the server").first.wait_for()


def waiting(client, asked):
    """(revision, words) of what waits, by another device."""
    question = client.question(UUID(asked.rstrip("/").split("/")[-1]))
    return question.given["waiting"]["revision"], client.my_answer(question)["text"]


def both_read(two, asked, hers, his):
    for page, words in zip(two, (his, hers), strict=True):
        page.goto(asked)
        page.get_by_text("Open for both of you.").wait_for()
        page.get_by_text(words).wait_for()
        assert page.locator("[data-false]").is_hidden()


@pytest.mark.parametrize("line", [unheard, lost])
def test_kept_once_whatever_became_of_the_line(home, two, asked, line):
    ana, _ = two
    fill(ana, asked, "The lamp.")
    line(ana, "answer")
    press(ana, "Keep")
    is_told(ana)
    press(ana, "Keep")
    ana.get_by_role("heading", name="What I wrote").wait_for()
    assert waiting(home.ana, asked) == (1, "The lamp.")


def test_what_is_changed_after_a_lost_answer_is_not_lost(home, two, asked):
    ana, _ = two
    fill(ana, asked, "The lamp.")
    unheard(ana, "answer")
    press(ana, "Keep")
    is_told(ana)
    ana.locator("[data-answer] textarea").fill("The lamp, and the radio.")
    ana.wait_for_timeout(700)
    press(ana, "Keep")
    ana.locator("[data-answer] .say", has_text="changed").wait_for()
    ana.goto(asked)
    ana.locator("[data-mine]", has_text="The lamp.").wait_for()
    press(ana, "Change it")
    assert ana.locator("[data-answer] textarea").input_value() == "The lamp, and the radio."
    press(ana, "Keep")
    ana.locator("[data-mine]", has_text="and the radio.").wait_for()
    assert waiting(home.ana, asked) == (2, "The lamp, and the radio.")


@pytest.mark.parametrize("line", [unheard, lost])
def test_taken_away_whatever_became_of_the_line(two, asked, line):
    ana, bo = two
    keep(ana, asked, "The lamp.")
    line(ana, "withdrawal")
    press(ana, "Take it away again")
    is_told(ana)
    press(ana, "Take it away again")
    ana.locator("[data-answer] textarea").wait_for()
    keep(bo, asked, "The cup.")
    assert bo.get_by_text("Open?").count() == 0


@pytest.mark.parametrize("verb", ["ahead", "opening"])
@pytest.mark.parametrize("line", [unheard, lost])
def test_opened_once_whatever_became_of_the_line(two, asked, line, verb):
    ana, bo = two
    keep(ana, asked, "The lamp.")
    keep(bo, asked, "The cup.")
    line(ana, verb)
    press_open(ana, asked)
    is_told(ana)
    press(ana, "Open")
    ana.get_by_text("You have pressed Open.").wait_for()
    line(bo, verb)
    press_open(bo, asked)
    is_told(bo)
    press(bo, "Open")
    both_read(two, asked, "The lamp.", "The cup.")


def test_left_in_the_middle_it_is_opened_another_time(home, phone, two, asked):
    ana, bo = two
    keep(ana, asked, "The lamp.")
    keep(bo, asked, "The cup.")
    lost(ana, "opening")
    press_open(ana, asked)
    is_told(ana)
    ana.goto(f"{home.house.url}/")
    bo.goto(asked)
    bo.get_by_text("You have both written. Open?").wait_for()
    other = sign_in(phone(), home.house, "ana")
    press_open(other, asked)
    other.get_by_text("You have pressed Open.").wait_for()
    press_open(bo, asked)
    both_read(two, asked, "The lamp.", "The cup.")
    assert other.faults == []


def test_pressed_twice_at_once_it_is_once(home, two, asked):
    ana, bo = two
    fill(ana, asked, "The lamp.")
    ana.get_by_role("button", name="Keep").dblclick()
    ana.get_by_role("heading", name="What I wrote").wait_for()
    assert waiting(home.ana, asked) == (1, "The lamp.")
    keep(bo, asked, "The cup.")
    for page in two:
        page.goto(asked)
        page.locator("[data-mine] .words").first.wait_for()
        page.get_by_role("button", name="Open", exact=True).dblclick()
        page.get_by_text("You have pressed").or_(page.get_by_text("Open for both")).wait_for()
    both_read(two, asked, "The lamp.", "The cup.")


def test_two_phones_of_one_keep_and_open_the_same(home, phone, two, asked):
    ana, bo = two
    other = sign_in(phone(), home.house, "ana", mine=True)
    fill(other, asked, "The stairs.")
    keep(ana, asked, "The lamp.")
    press(other, "Keep")
    other.locator("[data-answer] .say", has_text="changed").wait_for()
    assert waiting(home.ana, asked) == (1, "The lamp.")
    other.goto(asked)
    other.locator("[data-mine]", has_text="The lamp.").wait_for()
    press(other, "Change it")
    assert other.locator("[data-answer] textarea").input_value() == "The stairs."
    press(other, "Keep")
    other.locator("[data-mine]", has_text="The stairs.").wait_for()
    keep(bo, asked, "The cup.")
    for page in (ana, other):
        page.goto(asked)
        page.locator("[data-mine]", has_text="The stairs.").wait_for()
    for page in (ana, other):
        press(page, "Open")
        page.get_by_text("You have pressed Open.").wait_for()
    press_open(bo, asked)
    both_read([ana, bo], asked, "The stairs.", "The cup.")
    both_read([other, bo], asked, "The stairs.", "The cup.")
    assert other.faults == []


@pytest.mark.parametrize("hours", [-7, 7])
def test_with_a_wrong_clock_it_opens_all_the_same(home, phone, two, asked, hours):
    """At a time that both know, and that the phone thinks is yet to come, or long over."""
    question = home.house.run("-c", AGREED).strip()
    address = f"{home.house.url}/questions/{question}/"
    wrong = phone()
    wrong.add_init_script(HOURS.format(hours))
    ana, bo = sign_in(wrong, home.house, "ana", mine=True), two[1]
    keep(ana, address, "The lamp.")
    keep(bo, address, "The cup.")
    press_open(ana, address)
    ana.get_by_text("You have pressed Open.").wait_for()
    press_open(bo, address)
    ana.get_by_text("The cup.").wait_for(timeout=20_000)
    both_read([ana, bo], address, "The lamp.", "The cup.")
    assert ana.faults == []
