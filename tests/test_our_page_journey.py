"""Their page in two browsers: added, changed, taken back; half written, and shut."""

from datetime import date, timedelta

import pytest

from tests.at_home import said, unlock
from tests.our_page import add, at_server, card, of, page_of, texts

pytestmark = pytest.mark.browser
TODAY = date.today()
AT_A_SECOND = """(at) => new Promise((done) => setTimeout(() => {
  document.querySelector("[data-adding] .button").click();
  done();
}, at - Date.now()))"""

SLOW_LINE = """() => {
  const real = window.fetch;
  window.fetch = async (address, how) => {
    if (how?.method === "POST") await new Promise((resolve) => setTimeout(resolve, 1000));
    return real(address, how);
  };
}"""


def test_two_who_add_at_the_same_second_both_stand_there(home, phone):
    ana, bo = of("ana", home, phone), of("bo", home, phone)
    for turn in range(3):
        for page, name in ((ana, "Ana"), (bo, "Bo")):
            page.get_by_label("Write here").fill(f"{name} in turn *{turn}*")
        at = ana.evaluate("Date.now() + 400")
        for page in (ana, bo):
            page.evaluate(f"void ({AT_A_SECOND})({at})")
        for page, name in ((ana, "Ana"), (bo, "Bo")):
            card(page, f"{name} in turn {turn}").wait_for()
            assert page.get_by_label("Write here").input_value() == ""
            said(page, "It stands on your page.")
    every = sorted(f"{name} in turn {turn}" for name in ("Ana", "Bo") for turn in range(3))
    for page in (ana, bo):
        assert sorted(texts(page_of(page, home))) == every
        assert page.locator("main em").first.inner_text() == "0", "Markdown, by the one renderer"
        page.get_by_role("heading", name=f"{TODAY:%B %Y}").wait_for()
    whose = card(bo, "Ana in turn 1")
    assert whose.locator("[data-leaf-author]").inner_text() == "Ana"
    assert f"{TODAY.day} {TODAY:%B}" in whose.locator("[data-leaf-day]").inner_text()
    assert card(bo, "Bo in turn 1").locator("[data-leaf-author]").inner_text() == "You"
    assert whose.locator("summary").count() == 0, "what is the other's is not for me to change"
    assert not ana.faults and not bo.faults


def test_what_was_added_is_changed_and_taken_back_by_its_author_alone(home, phone):
    ana, bo = of("ana", home, phone), of("bo", home, phone)
    add(ana, "The heron is back.")
    add(ana, "Never mind.")
    assert texts(page_of(bo, home)) == ["The heron is back.", "Never mind."]
    mine = card(ana, "The heron is back.")
    mine.get_by_text("Change", exact=True).click()
    field = mine.get_by_label("Your words")
    assert field.input_value() == "The heron is back."
    field.fill("The heron is back, with another.")
    mine.get_by_role("button", name="Let it say this").click()
    card(ana, "with another").get_by_text("edited", exact=True).wait_for()
    ana.wait_for_function("() => document.activeElement.localName === 'summary'")

    page_of(bo, home)
    card(bo, "with another").get_by_text("edited", exact=True).wait_for()
    assert not card(bo, "Never mind.").get_by_text("edited").is_visible()
    other = card(ana, "Never mind.")
    other.get_by_text("Change", exact=True).click()
    with ana.expect_navigation():
        other.get_by_role("button", name="Take it back").click()
    for page in (ana, bo):
        assert texts(page_of(page, home)) == ["The heron is back, with another."]
    assert not ana.faults and not bo.faults


def test_newest_month_first_and_what_is_earlier_a_link_away(home, phone):
    days = [TODAY - timedelta(20 * ago) for ago in range(30, -1, -1)]
    for at, day in enumerate(days):
        (home.ana, home.bo)[at % 2].add_to_our_page(f"Line {at}.", day.isoformat())
    ana = of("ana", home, phone)
    first = texts(ana)
    months = ana.locator("[data-months] h2").all_inner_texts()
    assert months[0] == f"{TODAY:%B %Y}" and len(months) == len(set(months)) > 10
    shown = [
        [f"Line {at}." for at, day in enumerate(days[11:], 11) if f"{day:%B %Y}" == month]
        for month in months
    ]
    assert first == [words for month in shown for words in month]
    ana.get_by_role("link", name="Earlier").click()
    ana.get_by_role("link", name="To the newest").wait_for()
    assert sorted(texts(ana)) == sorted(f"Line {at}." for at in range(11))
    assert ana.get_by_role("button", name="Add to our page").count() == 0
    card(ana, "Line 4.").get_by_text("Change", exact=True).click()
    card(ana, "Line 4.").get_by_label("Your words").fill("Line 4, anew.")
    ana.get_by_role("button", name="Let it say this").click()
    card(ana, "Line 4, anew.").get_by_text("edited", exact=True).wait_for()
    assert "Line 4, anew." not in texts(page_of(ana, home)), "it stays among its own"


def test_half_written_words_survive_close_and_a_look_elsewhere(home, phone):
    page = of("ana", home, phone, mine=False)
    add(page, "The heron is back.")
    page.get_by_label("Write here").fill("Half a line")
    own = card(page, "The heron is back.")
    own.get_by_text("Change", exact=True).click()
    own.get_by_label("Your words").fill("The heron is back, and")
    for name, held in (("wipe", ["", ""]), ("open", ["Half a line", "The heron is back, and"])):
        page.evaluate(f"document.dispatchEvent(new CustomEvent('drawleaf:{name}'))")
        page.wait_for_timeout(100)
        assert fields(page) == held
    page.locator("header [data-close]").tap()
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert fields(page) == ["", ""], "under the cover nobody reads them"
    page.locator("#cover button").tap()
    page.locator("[data-shut] button").click()
    unlock(page, "ana")
    page.wait_for_function("() => document.querySelector('#addition').value === 'Half a line'")
    assert fields(page) == ["Half a line", "The heron is back, and"]


def test_what_is_written_on_while_the_first_of_it_is_added_stays(home, phone):
    page = of("ana", home, phone)
    page.evaluate(SLOW_LINE)
    field = page.get_by_label("Write here")
    field.fill("We walked.")
    page.get_by_role("button", name="Add to our page").click()
    field.press_sequentially(" And then it")
    said(page, "It stands on your page.")
    field.press_sequentially(" rained.")
    assert texts(page) == ["We walked."]
    assert fields(page) == ["And then it rained."]


def test_what_is_added_during_a_look_elsewhere_does_not_come_back_to_be_added_again(home, phone):
    page = of("ana", home, phone)
    page.evaluate(SLOW_LINE)
    page.get_by_label("Write here").fill("We walked.")
    page.get_by_role("button", name="Add to our page").click()
    elsewhere(page)
    card(page, "We walked.").wait_for(state="attached")
    said(page, "It stands on your page.")
    back(page)
    assert texts(page) == ["We walked."] and fields(page) == [""]


def test_what_is_written_on_while_a_change_is_laid_can_be_laid_too(home, phone):
    page = of("ana", home, phone)
    add(page, "The heron is back.")
    own = change(page, "The heron is back.", "The herons")
    page.evaluate(SLOW_LINE)
    own.get_by_role("button", name="Let it say this").click()
    field = page.locator("li textarea")
    field.press_sequentially(" are back.")
    page.locator("li sealed-text", has_text="The herons").wait_for()
    page.locator("li [data-lay][aria-busy=false]").wait_for()
    assert fields(page) == ["", "The herons are back."]
    page.get_by_role("button", name="Let it say this").click()
    page.locator("li textarea").wait_for(state="detached")
    at_server(page, home, ["The herons are back."])


def test_a_change_is_not_laid_over_newer_words_of_another_tab_unsaid(home, phone):
    page = of("ana", home, phone)
    add(page, "The heron is back.")
    page.reload()
    change(page, "The heron is back.", "The heron is here.")
    other = page_of(page.context.new_page(), home)
    for tab in (page, other):
        tab.route("**/additions/", lambda route: route.abort())
    change(other, "The heron is back.", "It was a stork.")
    other.get_by_role("button", name="Let it say this").click()
    card(other, "It was a stork.").get_by_text("Not sent yet.").wait_for()
    page.bring_to_front()
    elsewhere(page)
    back(page)
    card(page, "It was a stork.").wait_for()
    assert fields(page) == ["", "The heron is here."]
    page.get_by_role("button", name="Let it say this").click()
    said(page, "This has been changed since you read it.")
    assert texts(page) == ["It was a stork."] and fields(page) == ["", "The heron is here."]
    page.get_by_role("button", name="Let it say this").click()
    card(page, "The heron is here.").wait_for()

    other.bring_to_front()
    card(other, "It was a stork.").get_by_text("Change", exact=True).click()
    elsewhere(other)
    back(other)
    card(other, "The heron is here.").wait_for()
    is_newer = "() => document.querySelector('li textarea').value === 'The heron is here.'"
    other.wait_for_function(is_newer)
    field = card(other, "The heron is here.").get_by_label("Your words")
    field.fill("The heron is here, too.")
    other.get_by_role("button", name="Let it say this").click()
    card(other, "The heron is here, too.").wait_for()


def change(page, words, anew):
    own = card(page, words)
    own.get_by_text("Change", exact=True).click()
    own.get_by_label("Your words").fill(anew)
    return own


def elsewhere(page):
    page.evaluate("document.dispatchEvent(new CustomEvent('drawleaf:wipe'))")


def back(page):
    page.evaluate("document.dispatchEvent(new CustomEvent('drawleaf:open'))")


def test_on_her_own_device_the_page_offers_to_bring_half_written_words_back(home, phone):
    page = of("ana", home, phone)
    offer = page.get_by_role("button", name="Open your notebook to go on with what you had begun")
    for words in ("", "Half a line"):
        page.get_by_label("Write here").fill(words)
        page.locator("header [data-close]").tap()
        page.wait_for_selector("html[data-notebook=shut]", state="attached")
        page.locator("#cover button").tap()
        page.wait_for_timeout(300)
        assert offer.is_visible() == bool(words) and fields(page) == [""]
    offer.click()
    unlock(page, "ana")
    page.wait_for_function("() => document.querySelector('#addition').value === 'Half a line'")
    assert not offer.is_visible()
    assert page.locator("#addition:focus").count() == 1


def test_a_field_that_nobody_wrote_in_has_ones_words_again_after_close(home, phone):
    page = of("ana", home, phone, mine=False)
    add(page, "The heron is back.")
    own = card(page, "The heron is back.")
    own.get_by_text("Change", exact=True).click()
    page.locator("header [data-close]").tap()
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert fields(page) == ["", ""]
    page.locator("#cover button").tap()
    page.locator("[data-shut] button").click()
    unlock(page, "ana")
    own.get_by_label("Your words").wait_for()
    page.wait_for_function("() => document.querySelector('li textarea').value !== ''")
    assert fields(page) == ["", "The heron is back."]


def fields(page) -> list[str]:
    return page.locator("main textarea").evaluate_all("(all) => all.map((it) => it.value)")


def test_on_a_table_that_is_shut_one_button_opens_it(home, phone):
    home.bo.add_to_our_page("The heron is back.", TODAY.isoformat())
    page = of("ana", home, phone, mine=False)
    page.locator("header [data-close]").tap()
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    page.locator("#cover button").tap()
    page_of(page, home)
    assert "heron" not in page.locator("main").inner_text()
    assert not page.get_by_role("button", name="Add to our page").is_visible()
    page.locator("[data-shut] button").click()
    unlock(page, "ana")
    card(page, "The heron is back.").wait_for()
    page.get_by_role("heading", name=f"{TODAY:%B %Y}").wait_for()
    add(page, "So it is.")
    assert texts(page) == ["The heron is back.", "So it is."]
