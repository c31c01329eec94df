"""The cards by keys alone: drawn, laid, put away, told. The focus is never lost, and is seen."""

import pytest

from tests import deck
from tests.by_keys import hands_of

pytestmark = pytest.mark.browser


@pytest.fixture
def ana(home, phone):
    yield from hands_of("ana", home, phone)


def card(keys):
    return keys.page.locator("[data-asks][tabindex]:visible")


def settled(keys):
    keys.page.locator("[data-depth][aria-busy=true]").wait_for(state="detached")
    keys.goes_on()


def test_a_light_card_is_drawn_and_laid(ana):
    ana.at("/cards/")
    ana.press(ana.page.get_by_role("link", name="A little nearer"))
    ana.to(ana.page.get_by_label("About").locator("visible=true"))
    ana.page.keyboard.press("ArrowDown")
    ana.press(ana.button("Draw a card"))
    card(ana).wait_for()
    settled(ana)
    assert ana.is_at(card(ana)), "the card is read out at once"
    ana.press(ana.button("Another one"))
    settled(ana)
    assert ana.is_at(card(ana))
    ana.press(ana.button("Lay it before us both"))
    ana.page.wait_for_url("**/questions/*-*/")


def test_a_deep_card_is_drawn_put_away_and_left(home, ana):
    deck.safe_space(home.ana, home.bo)
    home.bo.say_deeper(deck.DAY)
    ana.at("/cards/#slow")
    ana.unfold("Your safe space")
    ana.press(ana.button("Yes, deeper"))
    ana.button("Draw a card").wait_for()
    settled(ana)
    ana.press(ana.button("Draw a card"))
    card(ana).wait_for()
    settled(ana)
    ana.press(ana.button("Put it away"))
    ana.page.locator("[data-after]:visible").wait_for()
    settled(ana)
    ana.press(ana.button("One more card"))
    card(ana).wait_for()
    settled(ana)
    while len(card(ana).inner_text()) < 105:  # a long one: the way back may cover what is below it
        ana.press(ana.button("Another one"))
        settled(ana)
    ana.press(ana.button("Back to lighter ones"))
    ana.page.locator("[data-cards][aria-busy=false]").wait_for()
    ana.goes_on()
    home.ana.sync()
    assert not home.ana.is_deeper(deck.DAY)


def test_something_is_told_and_something_answered(home, ana):
    home.bo.tell("I was jealous.", deck.DAY)
    ana.at("/cards/telling/")
    ana.unfold("Answer it, if you like")
    ana.unfold("Reaffirm")
    ana.press(ana.button("In this I am on your side."))
    ana.goes_on()
    field = ana.page.get_by_label("Your words, or an opening to begin with")
    assert ana.is_at(field) and field.input_value() == "In this I am on your side. "
    ana.press(ana.button("Lay it beside"))
    ana.page.locator("[data-answered]", has_text="In this I am on your side.").wait_for()
    ana.type(ana.page.get_by_label("In your own words, or with"), "I hid it.")
    ana.press(ana.button("See it as the other will"))
    ana.page.locator("[data-preview] [data-leaf]").wait_for()
    ana.goes_on()
    ana.press(ana.button("Lay it on the table"))
    ana.page.locator("[data-telling]", has_text="I hid it.").wait_for()
