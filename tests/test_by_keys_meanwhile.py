"""What goes on by itself, a lock, a look elsewhere, news, leaves the focus where it was."""

from datetime import date, timedelta

import pytest

from tests.at_home import WORDS
from tests.by_keys import agreed, hands_of

pytestmark = pytest.mark.browser
TODAY = date.today()
DAY = TODAY.isoformat()
THANKS = "You waited in the doorway with two cups."


@pytest.fixture
def ana(home, phone):
    yield from hands_of("ana", home, phone)


@pytest.fixture
def bo(home, phone):
    home.bo.recovery_code(WORDS["bo"])
    yield from hands_of("bo", home, phone)


@pytest.fixture
def elsewhere(home, phone):
    """Ana at a device that is not hers alone."""
    yield from hands_of("ana", home, phone, mine=False)


def test_a_shut_notebook_and_a_shut_table_open_under_the_fingers(home, elsewhere):
    home.bo.share("I would rather you asked.", DAY)
    home.ana.add_entry("Only mine.", DAY)
    keys, page = elsewhere, elsewhere.page
    keys.at("/notebook/")
    page.locator("[data-months] a").wait_for()
    keys.close()
    keys.press(keys.button("Open"))
    keys.unlock()
    page.locator("[data-months] a").wait_for()
    keys.goes_on()
    keys.at("/table/")
    page.get_by_text("I would rather you asked.").wait_for()
    keys.close()
    keys.press(keys.button("Open"))
    keys.unlock()
    page.get_by_text("I would rather you asked.").wait_for()
    keys.goes_on()


def test_what_comes_in_takes_nothing_from_who_writes_an_answer(home, bo):
    ritual = agreed(home, "Thank each other", "gratitude")
    home.ana.tick(ritual, DAY, what=THANKS)
    home.ana.sync()
    home.ana.rest_ritual(ritual, DAY, (TODAY + timedelta(3)).isoformat())
    bo.at(f"/rituals/{ritual}/")
    bo.page.get_by_text(THANKS).wait_for()
    bo.unfold("Answer")
    field = bo.page.get_by_label("Your answer")
    bo.type(field, "It was ")
    bo.page.evaluate("document.dispatchEvent(new CustomEvent('drawleaf:open'))")
    bo.page.wait_for_timeout(500)
    bo.page.keyboard.type("cold.")
    assert field.input_value() == "It was cold."


AWAY = """(hidden) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/", "#line"),
        ("/promises/new/", "#promise-what"),
        ("/rituals/touch/", "#likes"),
        ("/notebook/#write", "#entry-words"),
    ],
)
def test_a_look_elsewhere_comes_back_to_where_one_writes(home, ana, address, field):
    home.bo.lay("/rituals/touch/wishes/", "wish.touch", DAY, {"likes": "A hand on my back."})
    home.bo.share("I would rather you asked.", DAY)
    ana.at(address)
    ana.page.wait_for_load_state("networkidle")
    ana.type(ana.page.locator(field), "I will ring ")
    for hidden in (True, False):
        ana.page.evaluate(AWAY, hidden)
        ana.page.wait_for_timeout(200)
    ana.page.wait_for_selector("#cover:not([open])", state="attached")
    ana.page.keyboard.type("you.")
    assert ana.page.locator(field).input_value() == "I will ring you."
