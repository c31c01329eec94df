"""What stands beside the marks of a ritual, on two phones and in several tabs: kept, answered."""

from datetime import date

import pytest

from tests.at_home import said, sign_in
from tests.rituals import agreed, comes, today

pytestmark = pytest.mark.browser
TODAY = date.today()


def test_thanks_are_read_and_answered_and_may_stay_ones_own(home, phone):
    agreed(home, "Thank each other", sort="gratitude", when="day")
    ana = sign_in(phone(), home.house, "ana", mine=True)
    bo = sign_in(phone(), home.house, "bo", mine=True)
    today(ana, home)
    ana.get_by_role("button", name="Thank each other").click()
    ana.get_by_label("What you did").fill("You sat with me on the stairs.")
    ana.locator("form.ask").get_by_role("button", name="Keep").click()
    said(ana, "Marked.")

    shows_words(bo, home, "You sat with me on the stairs.")
    bo.get_by_role("link", name="Answer").click()
    bo.get_by_text("Answer", exact=True).click()
    bo.get_by_label("Your answer").fill("It was warm there.")
    bo.get_by_role("button", name="Lay it beside").click()
    bo.get_by_text("It was warm there.").wait_for()

    today(bo, home)
    bo.get_by_role("button", name="Thank each other").click()
    bo.get_by_label("What you did").fill("A thought for myself.")
    bo.get_by_text("Only for me").click()
    bo.locator("form.ask").get_by_role("button", name="Keep").click()
    said(bo, "Marked.")
    home.ana.sync()
    assert "A thought for myself." not in str([leaf.body for leaf in home.ana.of("ritual.tick")])
    assert home.texts(home.bo) == ["A thought for myself."]


def test_a_form_open_since_before_takes_no_words_of_another_tab_away(home, anas_phone):
    ritual = agreed(home, "Thank each other", sort="gratitude", when="day")
    tabs = [anas_phone, *(anas_phone.context.new_page() for _ in range(3))]
    for tab in tabs:
        today(tab, home)
        tab.get_by_role("button", name="Thank each other").click()
        tab.locator("form.ask").wait_for()
    for tab, words in zip(tabs, ("You rang.", "You sat with me.", "", "For myself."), strict=True):
        tab.bring_to_front()
        tab.get_by_label("What you did").fill(words)
        if words == "For myself.":
            tab.get_by_text("Only for me").click()
        how = "Keep" if words else "Only the mark"
        tab.locator("form.ask").get_by_role("button", name=how).click()
        said(tab, "Marked.")
    comes(anas_phone, home, ritual, {TODAY.isoformat()})
    for _ in range(20):
        home.bo.sync()
        (mark,) = home.bo.of("ritual.tick", ritual)
        if mark.revision == len(tabs):
            break
        anas_phone.wait_for_timeout(250)
    assert mark.body["what"] == "You rang.\n\nYou sat with me."
    assert mark.revision == len(tabs)


def test_an_answer_half_written_is_there_after_a_look_elsewhere_folded_or_not(home, anas_phone):
    ritual = agreed(home, "Thank each other", sort="gratitude", when="day")
    home.bo.sync()
    home.bo.tick(ritual, TODAY.isoformat(), what="You sat with me.")
    ana = anas_phone
    ana.goto(f"{home.house.url}/rituals/{ritual}/")
    fold = ana.get_by_text("Answer", exact=True)
    fold.click()
    field = ana.get_by_label("Your answer")
    field.fill("It was warm there.")
    for is_folded in (False, True):
        if is_folded:
            fold.click()
        elsewhere(ana)
        said_there = ana.locator("[data-said-there] li").inner_html()
        assert "You sat with me." not in said_there and "Bo" not in said_there
        assert field.input_value() == ""
        back(ana)
        ana.get_by_text("You sat with me.").wait_for()
        if is_folded:
            fold.click()
        assert field.input_value() == "It was warm there."
    ana.get_by_role("button", name="Lay it beside").click()
    ana.locator("[data-answers]", has_text="It was warm there.").wait_for()
    assert ana.locator("[data-said-there] > ul > li").count() == 1


def elsewhere(page):
    page.evaluate("document.dispatchEvent(new CustomEvent('drawleaf:wipe'))")


def back(page):
    page.evaluate("document.dispatchEvent(new CustomEvent('drawleaf:open'))")


def shows_words(page, home, words: str):
    for _ in range(20):
        today(page, home)
        if page.get_by_text(words).is_visible():
            return
        page.wait_for_timeout(250)
    page.get_by_text(words).wait_for()
