"""What was begun and not yet kept: Keep takes none of it away unseen, whatever came meanwhile."""

from datetime import date

import pytest

from drawleaf.questions.tests.writing import ASKS, DAY
from tests.at_home import said, sign_in, unlock
from tests.foundations import ago

pytestmark = pytest.mark.browser
TODAY = date.today().isoformat()
# The server takes its time: every post waits so long first.
SLOWLY = """(wait) => {
  const real = window.fetch;
  window.fetch = async (url, how) => {
    if (how?.method === "POST") await new Promise((later) => setTimeout(later, wait));
    return real(url, how);
  };
}"""
LOOK_ELSEWHERE = """(hidden) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def ana(anas_phone):
    return anas_phone


@pytest.fixture
def asked(home, ana):
    """Where a question stands that Bo has laid before both."""
    return f"{home.house.url}/questions/{home.bo.ask('questions', ASKS, DAY)}/"


def at(page, address):
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function("() => !document.querySelector('[data-deciding]')")
    return page


def close(page):
    page.locator("header [data-close]").tap()
    page.wait_for_selector("html[data-notebook=shut]", state="attached")


def keep(page):
    page.get_by_role("button", name="Keep", exact=True).click()


def answer(page):
    return page.locator("[data-answer] textarea").first


def begin(field, words):
    field.fill(words)
    field.page.wait_for_timeout(1000)  # sealed on the device a moment after the last letter


def test_a_line_begun_before_close_is_seen_before_another_is_kept(home, ana):
    at(ana, f"{home.house.url}/")
    begin(ana.locator("#line"), "Begun before Close.")
    close(ana)
    at(ana, f"{home.house.url}/").fill("#line", "Short.")
    keep(ana)
    unlock(ana, "ana")
    said(ana, "What you had begun stands here too.")
    assert ana.input_value("#line") == "Begun before Close.\n\nShort."
    assert home.texts(home.ana) == []
    keep(ana)
    said(ana, "Kept.")
    assert home.texts(home.ana) == ["Begun before Close.\n\nShort."]


def test_an_answer_begun_before_close_is_seen_before_another_is_kept(home, ana, asked):
    begin(answer(at(ana, asked)), "A long answer, half written.")
    close(ana)
    answer(at(ana, asked)).fill("Short.")
    keep(ana)
    unlock(ana, "ana")
    said(ana, "What you had begun stands here too.")
    assert answer(ana).input_value() == "A long answer, half written.\n\nShort."
    keep(ana)
    ana.locator("[data-mine]", has_text="A long answer, half written.").wait_for()


def kept(page, asked, words):
    answer(at(page, asked)).fill(words)
    keep(page)
    page.locator("[data-mine]", has_text=words).wait_for()


def test_a_kept_answer_is_changed_only_on_view(home, ana, asked):
    kept(ana, asked, "All of it.")
    close(ana)
    at(ana, asked).get_by_role("button", name="Change it").click()
    unlock(ana, "ana")
    answer(ana).wait_for()
    assert answer(ana).input_value() == "All of it."


def test_an_answer_being_changed_stays_on_view_until_it_is_kept(home, ana, asked):
    kept(ana, asked, "Old.")
    ana.get_by_role("button", name="Change it").click()
    answer(ana).fill("New, and longer.")
    for hidden in (True, False):
        ana.evaluate(LOOK_ELSEWHERE, hidden)
    ana.locator("[data-mine]", has_text="Old.").wait_for(state="attached")
    assert (answer(ana).is_visible(), answer(ana).input_value()) == (True, "New, and longer.")
    ana.route("**/answer/", lambda route: route.abort())
    keep(ana)
    said(ana, "no connection")
    assert (answer(ana).is_visible(), answer(ana).input_value()) == (True, "New, and longer.")
    assert not ana.locator("[data-mine]").is_visible(), "the old words do not look kept"


def test_a_month_kept_on_the_phone_stays_beside_what_was_begun_on_the_laptop(home, ana):
    line = ana.locator("[data-line=consistency_line]")
    at(ana, f"{home.house.url}/notebook/#foundations")
    begin(line, "Begun on the laptop.")
    home.ana.sync()
    home.ana.keep_month(TODAY, consistency=4, boundaries_line="A no was heard.")
    at(ana, f"{home.house.url}/notebook/").wait_for_load_state("networkidle")
    at(ana, f"{home.house.url}/notebook/#foundations")
    line.wait_for()
    keep(ana)
    said(ana, "Both stand here now")
    assert line.input_value() == "Begun on the laptop."
    assert ana.input_value("[data-line=boundaries_line]") == "A no was heard."
    keep(ana)
    said(ana, "until the month is over")
    home.ana.sync()
    (month,) = [it for it in home.ana.months() if it.month == ago(0)]
    assert month.said["consistency"] == 4
    assert month.said["boundaries_line"] == "A no was heard."
    assert month.said["consistency_line"] == "Begun on the laptop."


def test_while_a_month_is_being_kept_nothing_more_is_taken(home, phone):
    ana = sign_in(phone(), home.house, "ana", mine=True)
    at(ana, f"{home.house.url}/notebook/#foundations")
    ana.fill("[data-line=consistency_line]", "First.")
    ana.evaluate(SLOWLY, 2000)
    keep(ana)
    other = ana.locator("[data-line=boundaries_line]")
    assert not other.is_editable()
    said(ana, "Kept")
    assert other.is_editable()


def test_words_stand_there_still_when_the_session_has_ended_meanwhile(home, ana):
    at(ana, f"{home.house.url}/cards/telling/").fill("#telling", "I was jealous of your sister.")
    ana.context.clear_cookies(name="sessionid")
    ana.get_by_role("button", name="See it as the other will").click()
    ana.get_by_role("button", name="Lay it on the table").click()
    said(ana, "sign in")
    ana.wait_for_function("() => document.querySelector('#telling').value")
    assert ana.input_value("#telling") == "I was jealous of your sister."
    assert home.ana.tellings() == []
