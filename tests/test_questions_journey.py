"""What both write and open together, on two phones at the production server."""

import pytest
from playwright.sync_api import expect

from demo.couple import BO
from demo.deck import opened
from drawleaf.questions.tests.writing import ASKS, DAY
from tests.apart import keep, lay_before_both, press_open, reply
from tests.at_home import sign_in, unlock, write

pytestmark = pytest.mark.browser


@pytest.fixture
def two(home, phone):
    home.bo.recovery_code(BO.passphrase)
    pages = [sign_in(phone(), home.house, each, mine=True) for each in ("ana", "bo")]
    yield pages
    assert [page.faults for page in pages] == [[], []]


def test_both_write_apart_and_open_together(home, two):
    ana, bo = two
    address = lay_before_both(ana, f"{home.house.url}/questions/")
    keep(ana, address, "The lamp that nobody has to ask for.")
    bo.goto(f"{home.house.url}/")
    bo.get_by_text("A question lies before you both.").wait_for()
    bo.get_by_role("link", name="Look at it").click()
    bo.locator("[data-answer] textarea").wait_for()
    assert "The lamp" not in bo.content()
    keep(bo, address, "The chipped cup.")
    press_open(ana, address)
    ana.get_by_text("You have pressed Open.").wait_for()
    press_open(bo, address)
    bo.get_by_text("Open for both of you.").wait_for()
    bo.get_by_text("The lamp that nobody has to ask for.").wait_for()
    ana.get_by_text("The chipped cup.").wait_for(timeout=15_000)
    reply(bo, address, "I had not known.")
    ana.goto(address)
    ana.locator("[data-leaf]", has_text="I had not known.").wait_for()


def test_words_said_to_one_question_are_not_shown_beside_another(home, two):
    """A host lays her own genuine words where she never said them."""
    ana, _ = two
    first, second = (home.bo.ask("questions", ASKS, DAY) for _ in range(2))
    for each in (first, second):
        opened(home.bo, home.ana, each, {"text": "The cup."}, {"text": "The lamp."})
    questions = f"{home.house.url}/questions"
    reply(ana, f"{questions}/{first}/", "Yes, gladly.")
    home.house.run(
        "-c",
        "import django; django.setup()\n"
        "from drawleaf.table.models import Leaf\n"
        f"Leaf._base_manager.filter(field='reply').update(joint='{second}')\n",
    )
    ana.goto(f"{questions}/{second}/")
    ana.get_by_text("This was not said here but somewhere else").wait_for()
    assert "Yes, gladly." not in ana.content()


def test_a_passage_of_the_notebook_is_marked_and_no_more_of_it_leaves(home, two):
    ana, bo = two
    write(ana, home.house, "I slept badly. You had left the lamp on for me. Nobody knows why.")
    address = lay_before_both(ana, f"{home.house.url}/questions/")
    ana.get_by_text("From your notebook", exact=True).click()
    note, field = ana.locator("[data-beside] li"), ana.locator("[data-answer] textarea")
    note.get_by_role("button", name="Only a part of it").click()
    expect(note.get_by_role("button", name="Put it there")).to_be_hidden()
    note.get_by_role("checkbox", name="Nobody knows why.").click()
    note.get_by_role("button", name="Rather all of it").click()
    expect(note.get_by_role("button", name="Put it there")).to_be_focused()
    assert note.get_by_role("checkbox").count() == 0
    note.get_by_role("button", name="Only a part of it").click()
    note.get_by_role("checkbox", name="You had left the lamp on for me.").click()
    note.get_by_role("button", name="Put it there").click()
    expect(field).to_have_value("You had left the lamp on for me.")
    ana.get_by_role("button", name="Keep").click()
    ana.get_by_role("heading", name="What I wrote").wait_for()
    keep(bo, address, "The chipped cup.")
    for page in two:
        press_open(page, address)
        page.get_by_text("You have pressed Open.").or_(page.get_by_text("Open for both")).wait_for()
    bo.goto(address)
    bo.get_by_text("You had left the lamp on for me.").wait_for()
    assert "slept" not in bo.content() and "Nobody knows" not in bo.content()


def test_each_writes_their_own_half_of_our_loop(home, two):
    ana, bo = two
    address = lay_before_both(bo, f"{home.house.url}/loop/", first="")
    keep(bo, address, "go quiet", "ask once more", "am afraid of saying it wrong")
    keep(ana, address, "ask once more", "go quiet", "feel alone")
    for page in two:
        press_open(page, address)
        page.get_by_text("You have pressed Open.").or_(page.get_by_text("Open for both")).wait_for()
    for page in two:
        page.goto(address)
        for words in ("am afraid of saying it wrong", "feel alone"):
            page.get_by_text(words).wait_for()
        page.goto(f"{home.house.url}/loop/")
        page.get_by_text("What you have opened").click()
        page.get_by_role("link", name="A round that we two go").wait_for()


def test_what_is_half_written_is_there_when_one_comes_back(home, two):
    ana, _ = two
    address = lay_before_both(ana, f"{home.house.url}/questions/")
    field = ana.locator("[data-answer] textarea")
    field.fill("The lamp, and")
    ana.wait_for_timeout(700)
    ana.goto(f"{home.house.url}/")
    ana.goto(address)
    field.wait_for()
    assert field.input_value() == "The lamp, and"


def test_changed_taken_away_and_put_down(home, two):
    ana, bo = two
    address = lay_before_both(ana, f"{home.house.url}/questions/")
    keep(ana, address, "The lamp.")
    ana.get_by_role("button", name="Change it").click()
    field = ana.locator("[data-answer] textarea")
    expect(field).to_have_value("The lamp.")
    field.fill("The lamp, and the radio.")
    ana.get_by_role("button", name="Keep").click()
    ana.get_by_text("The lamp, and the radio.").wait_for()
    ana.get_by_role("button", name="Take it away again").click()
    field.wait_for()
    keep(bo, address, "The cup.")
    assert bo.get_by_text("Open?").count() == 0
    ana.get_by_text("Let this question go").click()
    ana.get_by_role("button", name="Let it go").click()
    bo.goto(address)
    bo.get_by_text("Nothing opened this time. Your words are in your notebook.").wait_for()
    bo.get_by_text("The cup.").wait_for()


def test_with_a_shut_notebook_the_first_press_shows_ones_own_words(home, two):
    ana, bo = two
    address = lay_before_both(ana, f"{home.house.url}/questions/")
    keep(ana, address, "The lamp.")
    keep(bo, address, "The cup.")
    ana.get_by_role("button", name="Close").click()
    ana.goto(address)
    ana.get_by_text("You have both written. Open?").wait_for()
    ana.get_by_role("button", name="Open", exact=True).click()
    unlock(ana, "ana")
    ana.get_by_text("The lamp.").wait_for()
    assert ana.get_by_text("You have pressed Open.").count() == 0
    ana.get_by_role("button", name="Open", exact=True).click()
    ana.get_by_text("You have pressed Open.").wait_for()
