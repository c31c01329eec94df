"""Gentle wording: when asked for, once before words are laid or kept, off with a tap."""

import pytest

from tests.apart import lay_before_both
from tests.at_home import said, sign_in
from tests.by_keys import Keys

pytestmark = pytest.mark.browser
HARD = "You never listen when I explain it."
ASK = "Look at the wording"


@pytest.fixture
def ana(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    yield at_repair(page, home)
    assert page.faults == []


def at_repair(page, home):
    page.goto(f"{home.house.url}/promises/repairs/new/")
    page.wait_for_load_state("networkidle")
    return page


def write(page, did="I came an hour late.", landed=HARD, will="I ring as soon as I know."):
    for name, words in {"did": did, "landed": landed, "will": will}.items():
        page.fill(f"#repair-{name}", words)


def press(page, name):
    page.get_by_role("button", name=name).click()


def pointed(page):
    return page.locator("[data-pointed]")


def selected(page, field):
    place = page.locator(field)
    assert place.evaluate("(it) => it === document.activeElement")
    return place.evaluate("(it) => it.value.slice(it.selectionStart, it.selectionEnd)")


def repairs(home):
    home.bo.sync()
    return [each.words.body for each in home.bo.small_repairs()]


def test_it_points_when_asked_and_changes_and_tells_nothing(home, ana):
    write(ana, did="I came late. You're such a liar, and you never ask.")
    asked = []
    ana.on("request", lambda request: asked.append(request.url))
    press(ana, ASK)
    names = pointed(ana).locator("[data-places] button").all_inner_texts()
    assert [name.split("“")[-1] for name in names] == [
        "You're such a liar”", "you never ask”", "You never listen”",
    ]  # fmt: skip
    assert pointed(ana).locator("li").count() == 2, "what has one reason is said once"
    press(ana, "you never ask")
    assert selected(ana, "#repair-did") == "you never ask"
    assert ana.input_value("#repair-landed") == HARD
    assert not pointed(ana).get_by_role("button", name="Go on as it is").is_visible()

    ana.fill("#repair-did", "I came late. Here is one thing more: you never ask.")
    pointed(ana).get_by_role("button", name="such a liar").wait_for(state="detached")
    press(ana, "you never ask")
    assert selected(ana, "#repair-did") == "you never ask", "it has moved"
    write(ana, landed="You sat there and worried.")
    pointed(ana).wait_for(state="hidden")
    press(ana, ASK)
    ana.get_by_text("Nothing stands out here.").wait_for()
    assert asked == []


def test_it_holds_up_once_before_and_never_for_the_same_words(home, ana):
    write(ana)
    press(ana, "Lay it on the table")
    pointed(ana).get_by_text("Nothing has gone anywhere yet.").wait_for()
    assert repairs(home) == []
    ana.fill("#repair-will", "")
    press(ana, "Go on as it is")
    said(ana, "Nothing is written yet.")
    assert not pointed(ana).is_visible(), "it goes on as if nobody had pointed at anything"
    ana.fill("#repair-will", "I ring as soon as I know.")
    press(ana, "Lay it on the table")
    ana.wait_for_url("**/promises/")
    (repair,) = repairs(home)
    assert repair["landed"] == HARD


def test_what_was_looked_at_already_holds_nobody_up(home, ana):
    write(ana)
    press(ana, ASK)
    press(ana, "Put this away")
    press(ana, "Lay it on the table")
    ana.wait_for_url("**/promises/")
    assert len(repairs(home)) == 1


def test_one_tap_turns_it_off_on_this_device_and_one_on_again(home, ana):
    write(ana)
    press(ana, ASK)
    press(ana, "Do not point at wording")
    assert not pointed(ana).is_visible()
    write(at_repair(ana, home))
    assert not ana.get_by_role("button", name=ASK).is_visible()
    press(ana, "Point at wording again")
    press(ana, ASK)
    pointed(ana).get_by_role("button", name="You never listen").wait_for()
    press(ana, "Do not point at wording")
    press(ana, "Lay it on the table")
    ana.wait_for_url("**/promises/")
    assert len(repairs(home)) == 1


def test_close_takes_the_words_away_and_nobody_is_asked_about_them_again(home, ana):
    write(ana)
    press(ana, "Lay it on the table")
    pointed(ana).get_by_role("button", name="You never listen").wait_for()
    ana.click("header [data-close]")
    ana.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert "You never listen" not in ana.locator("main").inner_html()
    ana.click("#cover button")
    write(ana)
    press(ana, "Lay it on the table")
    ana.wait_for_url("**/promises/")


def test_by_keys_nothing_takes_the_focus_away(home, ana):
    keys = Keys(ana, home.house.url)
    for name, words in {"did": "I came late.", "landed": HARD, "will": "I ring."}.items():
        keys.type(ana.locator(f"#repair-{name}"), words)
    keys.press(keys.button(ASK))
    keys.press(pointed(ana).get_by_role("button", name="You never listen"))
    assert selected(ana, "#repair-landed") == "You never listen"
    keys.press(keys.button("Put this away"), " ")
    assert keys.is_at(keys.button(ASK))
    ana.keyboard.press("Enter")
    keys.press(keys.button("Do not point at wording"))
    assert keys.is_at(keys.button("Point at wording again"))
    ana.keyboard.press("Enter")
    assert keys.is_at(keys.button(ASK))
    keys.type(ana.locator("#repair-will"), "You never ring either.")
    keys.press(keys.button("Lay it on the table"))
    keys.goes_on()
    keys.press(keys.button("Go on as it is"))
    ana.wait_for_url("**/promises/")


def test_without_the_rules_nothing_is_held_up(home, phone):
    context = phone()
    context.route("**/web/gentle/*.json", lambda route: route.abort())
    page = at_repair(sign_in(context, home.house, "ana", mine=True), home)
    write(page)
    press(page, ASK)
    page.get_by_text("There is no connection to the server just now.").wait_for()
    press(page, "Lay it on the table")
    page.wait_for_url("**/promises/")
    assert page.faults == []


def test_rules_are_fetched_only_where_they_are_used(home, ana):
    asked = []
    ana.on("request", lambda request: asked.append(request.url))
    for address in ("/", "/promises/", "/promises/new/", "/table/", "/notebook/"):
        ana.goto(home.house.url + address)
        ana.wait_for_load_state("networkidle")
    assert asked and not any("/gentle/" in each for each in asked)


def test_it_looks_once_before_an_answer_for_both_is_kept(home, ana):
    address = lay_before_both(ana, f"{home.house.url}/questions/")
    ana.wait_for_load_state("networkidle")
    field = ana.locator("[data-answer] textarea")
    field.fill(HARD)
    press(ana, "Keep")
    pointed(ana).get_by_text("Nothing has gone anywhere yet.").wait_for()
    assert pointed(ana).get_by_role("button", name="You never listen").is_visible()
    press(ana, "Go on as it is")
    ana.get_by_role("heading", name="What I wrote").wait_for()
    ana.goto(address)
    ana.get_by_text(HARD).wait_for()
