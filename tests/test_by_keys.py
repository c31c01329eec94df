"""What Ana and Bo do in a day, without a pointer: no act takes the focus out of their hands."""

from datetime import date, timedelta

import pytest

from tests.at_home import WORDS, said
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


def test_ana_is_through_with_today(home, ana):
    agreed(home, "Supper", "meal")
    agreed(home, "Thank each other", "gratitude")
    home.ana.make_promise(DAY, what="Ring the clinic", by=DAY)
    ana.at("/")
    ana.press(ana.button("Supper"), " ")
    said(ana.page, "Marked.")
    ana.goes_on()
    ana.press(ana.button("Thank each other"))
    field = ana.page.get_by_label("What you did")
    assert ana.is_at(field), "one writes on at once"
    for word in THANKS.split(" "):
        ana.page.keyboard.type(f"{word} ")
        ana.page.wait_for_timeout(300)  # the feed comes in meanwhile
    assert field.input_value().strip() == THANKS
    ana.press(ana.page.locator("form.ask").get_by_role("button", name="Keep"))
    ana.page.locator("form.ask").wait_for(state="detached")
    said(ana.page, "Marked.")
    ana.goes_on()

    dots = ana.page.locator("[data-dots=close]")
    ana.press(dots.get_by_role("button", name="4 of 5"), " ")
    ana.press(dots.get_by_role("button", name="3 of 5"), " ")
    assert dots.locator("[data-full]").count() == 3
    ana.to(ana.page.get_by_label("A line for today"), "Shift+Tab")
    ana.page.keyboard.type("A good, slow day.")
    ana.press(ana.page.locator("[data-line] .button"))
    said(ana.page, "Kept.")
    ana.goes_on()
    ana.press(ana.page.locator("[data-promises]").get_by_role("button", name="Kept"))
    ana.page.locator("[data-promises] .say", has_text="Kept.").wait_for()
    ana.goes_on()
    assert home.texts(home.ana) == ["A good, slow day."]
    home.bo.sync()
    assert [each.outcome for each in home.bo.promises()] == ["kept"]


def test_a_card_is_set_aside_once_the_notebook_has_been_opened(home, ana):
    home.bo.share("I would rather you asked.", DAY)
    home.bo.offer_ritual("Dance", DAY)
    ana.at("/")
    card = ana.page.locator("[data-wait=leaf]")
    card.wait_for()
    ana.close()
    aside = card.get_by_role("button", name="Set aside")
    ana.press(aside)
    ana.page.locator("#unlock[open]").wait_for()
    for _ in range(8):
        ana.page.keyboard.press("Tab")
        assert ana.page.evaluate("() => !document.activeElement.closest('main')")
    ana.page.keyboard.press("Escape")
    ana.page.wait_for_selector("#unlock:not([open])", state="attached")
    assert ana.is_at(aside), "not now, and back where one was"
    ana.page.keyboard.press("Enter")
    ana.unlock()
    card.wait_for(state="hidden")
    ana.goes_on()
    ana.press(ana.page.locator("[data-wait=offer]").get_by_role("button", name="Set aside"))
    ana.page.locator("[data-waits]").wait_for(state="hidden")
    ana.goes_on()


def test_what_the_other_shared_is_read_and_answered(home, bo):
    ritual = agreed(home, "Thank each other", "gratitude")
    home.ana.tick(ritual, DAY, what=THANKS)
    bo.at("/")
    bo.page.get_by_text(THANKS).wait_for()
    bo.follow("Answer", "**/rituals/*/")
    bo.page.get_by_text(THANKS).wait_for()
    bo.unfold("Answer")
    bo.type(bo.page.get_by_label("Your answer"), "It was cold. I was glad.")
    bo.press(bo.button("Lay it beside"))
    bo.page.locator("[data-answers]", has_text="It was cold. I was glad.").wait_for()


def test_a_ritual_is_offered_agreed_to_and_rests(home, ana, bo):
    ana.at("/table/")
    ana.follow("Rituals", "**/rituals/")
    ana.follow("Offer a ritual", "**/rituals/new/")
    ana.follow("A meal, screens away", "**#meal")
    ana.type(ana.page.locator("[data-member=name]:visible"), "Supper")
    ana.to(ana.page.locator("[data-member=when]:visible"))
    ana.page.keyboard.type("all day")
    ana.press(ana.page.locator("button:visible", has_text="Offer it"))
    ana.page.get_by_text("It begins when the other says yes.").wait_for()

    bo.at("/rituals/")
    bo.press(bo.button("Rather not"))
    bo.page.get_by_role("heading", name="Set aside, only you").wait_for()
    bo.goes_on()
    bo.press(bo.page.get_by_role("button", name="Bring it back"))
    bo.button("Yes, let us").wait_for()
    bo.goes_on()
    bo.press(bo.button("Yes, let us"))
    bo.page.get_by_role("heading", name="Supper").wait_for()
    bo.press(bo.button("Yesterday"), " ")
    said(bo.page, "Marked.")
    bo.goes_on()
    bo.press(bo.button("the year"))
    bo.goes_on()
    bo.unfold("As words")
    bo.unfold("Let it rest a while")
    bo.type_day(bo.page.get_by_label("Until", exact=True), TODAY + timedelta(3))
    bo.press(bo.button("Let it rest"))
    bo.press(bo.button("The rest is over"))
    bo.page.get_by_text("It rests until").wait_for(state="detached")


def test_a_promise_is_made_thanked_for_and_kept(home, ana, bo):
    ana.at("/promises/")
    ana.follow("Make a promise", "**/promises/new/")
    ana.type(ana.page.get_by_label("What I will do"), "Ring the clinic")
    ana.type_day(ana.page.locator("#promise-by"), TODAY + timedelta(9))
    ana.press(ana.button("Promise it"))
    ana.page.locator("[data-promise] sealed-text[opened]").wait_for()

    bo.at("/promises/")
    bo.follow("Ring the clinic", "**/promises/*-*/")
    bo.type(bo.page.get_by_label("A word to them, if you like"), "That is a weight off me.")
    bo.press(bo.button("Lay it beside"))
    bo.page.locator("[data-thanks]", has_text="That is a weight off me.").wait_for()

    ana.unfold("Say it anew")
    ana.type(ana.page.get_by_label("What I will do"), "Ring the clinic, and the school")
    ana.press(ana.button("Let it say this"))
    ana.page.get_by_text("said anew", exact=True).wait_for()
    ana.press(ana.button("Kept"))
    ana.page.get_by_text("Kept.", exact=True).wait_for()
    ana.unfold("A slip of the finger?")


def test_a_promise_to_oneself_is_kept_and_deleted(home, ana):
    for what in ("Bed at eleven", "A walk at noon"):
        home.ana.promise_myself(DAY, what=what)
    ana.at("/promises/")
    ana.page.locator("[data-running]", has_text="Bed at eleven").wait_for()
    ana.close()
    ana.press(ana.page.get_by_role("button", name="Open your notebook"))
    ana.unlock()
    row = ana.page.locator("[data-running] li", has_text="Bed at eleven")
    row.wait_for()
    ana.goes_on()
    ana.to(row.get_by_role("button", name="Kept"))
    ana.page.evaluate("document.dispatchEvent(new CustomEvent('drawleaf:synced'))")
    ana.page.wait_for_timeout(300)
    assert ana.is_at(row.get_by_role("button", name="Kept")), "what comes in moves nobody"
    ana.page.keyboard.press("Enter")
    said(ana.page, "under what was")
    ana.goes_on()
    ana.unfold("What was, to myself")
    ana.unfold("Delete")
    ana.press(ana.button("Delete it from my notebook"))
    said(ana.page, "Deleted from your notebook.")
    ana.goes_on()


def test_a_small_repair_is_said_and_thanked_for(home, ana, bo):
    ana.at("/promises/repairs/new/")
    ana.type(ana.page.get_by_label("What I did"), "I came late and did not ring.")
    ana.type(ana.page.get_by_label("How it landed on you"), "You sat there and worried.")
    ana.press(ana.button("Lay it on the table"))
    said(ana.page, "Nothing is written yet.")
    ana.goes_on()
    ana.type(ana.page.get_by_label("What I will do"), "I ring as soon as I know.")
    ana.press(ana.button("Lay it on the table"))
    ana.page.wait_for_url("**/promises/")

    bo.at("/promises/")
    bo.page.get_by_text("You sat there and worried.").wait_for()
    bo.unfold("Thank them for it")
    bo.press(bo.button("Lay it beside"))
    bo.page.locator("[data-thanks]", has_text="Thank you for saying it.").wait_for()


def test_a_goal_is_begun_carried_and_let_go(home, ana):
    ana.at("/goals/")
    ana.follow("Begin a goal", "**/goals/new/")
    ana.follow("Savings or a purchase", "**#savings")
    ana.type(ana.page.locator("[data-member=what]:visible"), "A bed we both sleep in")
    ana.type(ana.page.locator("[data-member=amount]:visible"), "1000")
    ana.type(ana.page.locator("[data-member=currency]:visible"), "eur")
    ana.press(ana.button("Lay it on the table"))
    ana.page.wait_for_url("**/goals/*-*/")
    ana.page.locator("[data-picture] svg").wait_for()

    lay(ana, "Take a step on", "Take it on", "What I will do", "Measure the room")
    ana.press(ana.page.get_by_role("button", name="Measure the room"), " ")
    ana.page.locator("[data-turn][aria-pressed=true]").wait_for()
    ana.page.locator("[data-picture] svg").wait_for()
    lay(ana, "Put something aside", "Write it down", "How much", "250")
    assert "250 EUR of 1,000" in ana.page.locator("[data-sum]").inner_text()
    celebrated = "What there is to celebrate"
    lay(ana, "Celebrate something", "Lay it on the table", celebrated, "The room is empty.")
    ana.unfold("Rest, change or end it")
    ana.unfold("Let it go")
    ana.press(ana.button("Let it go"))
    ana.page.locator("[data-ended]", has_text="Let go, on").wait_for()


def lay(keys, fold, button, label, words):
    keys.unfold(fold)
    keys.type(keys.page.get_by_label(label, exact=True).locator("visible=true"), words)
    with keys.page.expect_navigation():
        keys.press(keys.button(button))
    keys.page.locator(":is([data-picture], [data-twig]) svg").first.wait_for()


def test_what_stands_on_our_page_is_added_changed_and_taken_back(home, ana):
    home.bo.add_to_our_page("So it is.", DAY)
    ana.at("/table/")
    ana.follow("Our page", "**/table/page/")
    ana.unfold("Something to begin with")
    ana.type(ana.page.get_by_label("Write here"), "The heron is back.")
    ana.press(ana.button("Add to our page"))
    said(ana.page, "It stands on your page.")
    ana.goes_on()
    ana.unfold("Change")
    ana.type(ana.page.get_by_label("Your words"), "The heron is here.")
    ana.press(ana.button("Let it say this"))
    ana.page.get_by_text("edited", exact=True).locator("visible=true").wait_for()
    ana.goes_on()
    ana.unfold("Change")
    ana.press(ana.button("Take it back"))
    ana.page.get_by_text("The heron is here.").wait_for(state="detached")
    home.bo.sync()
    assert [it.text for it in home.bo.our_page()] == ["So it is."]


def test_a_passage_is_laid_down_and_taken_back(home, ana):
    ana.at("/notebook/")
    ana.follow("Write", "**#write")
    ana.page.locator("#entry-words:focus").wait_for()
    ana.page.keyboard.type("The lamp is lit. I am waiting.")
    ana.press(ana.button("Keep"))
    ana.page.locator("main [data-words]", has_text="I am waiting.").wait_for()
    ana.goes_on()
    ana.follow("Share a passage", "**#share/*")
    ana.press(ana.page.get_by_role("checkbox", name="The lamp is lit."), " ")
    ana.page.locator("[data-preview]").wait_for()
    ana.press(ana.button("Lay it on the table"))
    ana.page.wait_for_url("**/table/leaves/*/")
    ana.page.get_by_text("The lamp is lit.").wait_for()
    ana.unfold("Take it back")
    ana.press(ana.button("Take it back from the table"))
    said(ana.page, "taken back")
