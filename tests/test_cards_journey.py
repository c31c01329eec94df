"""Cards between two phones: written and opened, read aloud, told; on the production server."""

from datetime import date, timedelta

import pytest

from tests import deck
from tests.at_home import said, sign_in, unlock

pytestmark = pytest.mark.browser
DAY = date.today()


@pytest.fixture
def ana(anas_phone):
    return anas_phone


@pytest.fixture
def bo(bos_phone):
    return bos_phone


def at(page, home, address="/cards/"):
    page.goto("about:blank")
    page.goto(f"{home.house.url}{address}")
    page.wait_for_function("() => !document.querySelector('[data-deciding]')")
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).locator("visible=true").first.click()


def card_on_view(page, after: str = "") -> str:
    """The card that is on view, once it is another one than `after`."""
    shown = page.locator("[data-asks][tabindex]:visible")
    page.locator("[data-depth][aria-busy=true]").wait_for(state="detached")
    shown.wait_for()
    assert shown.inner_text() != after
    return shown.inner_text()


def keep(page, home, address, *texts):
    at(page, home, address)
    fields = page.locator("[data-answer] textarea")
    fields.first.wait_for()
    for number, text in enumerate(texts):
        fields.nth(number).fill(text)
    press(page, "Keep")
    page.locator("[data-mine] .words", has_text=texts[0]).wait_for()


def open_both(home, address, *pages):
    for page in pages:
        at(page, home, address)
        page.locator("[data-opening]").wait_for()
        page.locator("[data-mine] .words").first.wait_for()
        press(page, "Open")
        page.locator("[data-opening]").wait_for(state="detached")
    for page in pages:
        at(page, home, address).get_by_text("Open for both of you.").wait_for()


def test_a_light_card_is_drawn_written_opened_and_replied_to(home, ana, bo):
    asked = []
    ana.on("request", lambda it: asked.append(it.url + (it.post_data or "")))
    at(ana, home, "/cards/#light")
    ana.locator("[data-about]:visible").select_option("play")
    ana.locator("header .back:visible").click()
    ana.get_by_role("heading", name="Draw a card").wait_for()
    at(ana, home, "/cards/#light")
    ana.locator("[data-about]:visible").select_option("play")
    press(ana, "Draw a card")
    first = card_on_view(ana)
    press(ana, "Another one")
    card = card_on_view(ana, after=first)
    assert not any("light" in each or "play" in each for each in asked), "no request tells which"
    press(ana, "Lay it before us both")
    ana.wait_for_url("**/questions/*-*/")
    address = ana.url.removeprefix(home.house.url)
    row = at(bo, home).locator("[data-asked]", has_text=card)
    assert first not in bo.locator("main").inner_text()
    row.click()
    bo.wait_for_url(f"**{address}")
    keep(ana, home, address, "The tuba.")
    keep(bo, home, address, "The triangle.")
    open_both(home, address, ana, bo)
    bo.get_by_text("The tuba.").wait_for()
    bo.get_by_text("Say something in return").click()
    bo.get_by_text("Feel with", exact=True).click()
    bo.get_by_role("button", name="That sounds lonely.").click()
    assert bo.locator("#reply").input_value() == "That sounds lonely. "
    bo.keyboard.type("And brave.")
    press(bo, "Lay it beside")
    bo.locator("[data-leaf]").get_by_text("That sounds lonely. And brave.").wait_for()
    at(ana, home, address).get_by_text("That sounds lonely. And brave.").wait_for()
    at(ana, home).get_by_text("What you have opened").click()
    ana.locator("[data-asked]", has_text=card).get_by_role("link").wait_for()


def agree(home, ana, bo):
    """The safe space, from the door of the first deep depth to both halves beside the cards."""
    at(ana, home, "/cards/#slow").wait_for_selector(
        "text=Choose what you could bear >> visible=true"
    )
    press(ana, "Write what makes it safe")
    ana.wait_for_url("**/questions/*-*/")
    address = ana.url.removeprefix(home.house.url)
    at(bo, home, "/cards/#rare")
    waits = bo.get_by_role("link", name="Write what makes it safe").locator("visible=true")
    assert waits.get_attribute("href").endswith(address)
    keep(ana, home, address, "A walk.", "A “but”.")
    keep(bo, home, address, "A night in between.")
    at(ana, home, "/cards/#slow")
    assert not ana.get_by_role("button", name="Yes, deeper").locator("visible=true").count()
    open_both(home, address, ana, bo)


def test_deeper_takes_a_safe_space_and_both_and_back_takes_one(home, ana, bo):
    agree(home, ana, bo)
    at(ana, home, "/cards/#slow").get_by_text("Your safe space").locator("visible=true").click()
    for half in ("A night in between.", "A “but”."):
        ana.locator("[data-depth='3']").get_by_text(half).wait_for()
    press(ana, "Yes, deeper")
    ana.get_by_text("You have said yes.").locator("visible=true").wait_for()
    at(bo, home, "/cards/#slow")
    bo.get_by_role("button", name="Yes, deeper").locator("visible=true").wait_for()
    assert "said yes" not in bo.locator("[data-depth='3']").inner_text(), "not of Ana's"
    press(bo, "Yes, deeper")
    press(bo, "Draw a card")
    card = card_on_view(bo)
    press(bo, "Put it away")
    bo.locator("[data-after]:visible").wait_for()
    home.ana.sync()
    assert [it.body["asks"] for it in home.ana.of("cards.drawn")] == [
        it.asks for it in home.ana.deck() if it.text == card
    ]
    # By itself, within a breath: nobody has to press anything for the other's yes to be there.
    seen = set()
    press(ana, "Draw a card")
    for _ in range(49):
        seen.add(card_on_view(ana))
        press(ana, "Another one")
    card_on_view(ana)  # the last press has looked: what Bo does next is news
    assert len(seen) == 49 and card not in seen, "put away, it does not come again before the rest"
    press(bo, "Back to lighter ones")
    bo.get_by_role("heading", name="Cards", exact=True).wait_for()
    bo.locator("[data-cards][aria-busy=false]").wait_for()
    press(ana, "Another one")
    ana.get_by_text("You have said yes.").locator("visible=true").wait_for()
    assert not ana.locator("[data-asks][tabindex]:visible").count()
    home.bo.sync()
    assert not home.bo.is_deeper(DAY.isoformat())


def test_after_a_heavy_one_there_is_water_help_and_a_way_out(home, ana):
    deck.safe_space(home.ana, home.bo)
    deck.deeper(home.ana, home.bo)
    at(ana, home, "/cards/#rare")
    deck.draw_heavy(ana)
    ana.get_by_text("This one may weigh.").locator("visible=true").wait_for()
    ana.get_by_text("Your safe space").locator("visible=true").click()
    ana.locator("[data-depth='4']").get_by_text("A walk, ours.").first.wait_for()
    press(ana, "Put it away")
    for offer in ("Water.", "A walk, or an open window.", "You need not continue."):
        ana.get_by_text(offer).locator("visible=true").wait_for()
    ana.locator("[data-weight=heavy]:visible").get_by_role("link", name="Help").click()
    ana.locator("dialog.page[open]").get_by_text("If you are afraid").wait_for()
    ana.keyboard.press("Escape")
    press(ana, "Out")
    ana.wait_for_url(f"{home.house.url}/")
    home.bo.sync()
    assert not home.bo.is_deeper(DAY.isoformat()), "out takes one"


def test_without_a_line_no_deep_card_comes_and_the_way_back_is_open(home, ana):
    deck.safe_space(home.ana, home.bo)
    deck.deeper(home.ana, home.bo)
    at(ana, home, "/cards/#slow").locator("[data-draw]:visible").wait_for()
    ana.context.set_offline(True)
    press(ana, "Draw a card")
    said(ana, "connection")
    assert not ana.locator("[data-asks][tabindex]:visible").count()
    press(ana, "Back to lighter ones")
    ana.get_by_role("heading", name="Cards", exact=True).wait_for()
    ana.context.set_offline(False)


def test_a_yes_under_her_name_without_her_seal_is_none(home, ana):
    """Bo hosts: he turns his own yes into one of hers."""
    deck.safe_space(home.ana, home.bo)
    home.bo.say_deeper(DAY.isoformat())
    home.house.run(
        "-c",
        "import django; django.setup()\n"
        "from drawleaf.people.models import Person\n"
        "from drawleaf.table.models import Leaf\n"
        "leaf = Leaf._base_manager.get(field='deeper')\n"
        "leaf.pk = (leaf.couple_id, leaf.record, Person.objects.get(name='ana').pk, 'cards', "
        "'deeper')\n"
        "leaf.position = leaf.first_position = 9_000\n"
        "leaf.save(force_insert=True)",
    )
    at(ana, home, "/cards/#slow")
    ana.get_by_role("button", name="Yes, deeper").locator("visible=true").wait_for()


def test_what_is_told_is_seen_first_as_the_other_sees_it(home, ana, bo):
    at(bo, home, "/cards/telling/").fill("#telling", "I was *jealous* of your sister.")
    press(bo, "See it as the other will")
    shown = bo.locator("[data-preview] [data-leaf]")
    shown.get_by_text("what Ana will see").wait_for()
    preview = shown.locator("[data-leaf-words]").inner_html()
    bo.locator("#telling").press_sequentially(" ")
    assert not shown.is_visible(), "what is changed has not been seen"
    press(bo, "See it as the other will")
    assert home.ana.tellings() == []
    press(bo, "Lay it on the table")
    bo.locator("[data-telling]").wait_for()

    at(ana, home).get_by_role("link", name="Bo has told you something.").click()
    told = ana.locator("[data-telling]")
    told.get_by_text("jealous").wait_for()
    assert told.locator("sealed-text").first.inner_html() == preview
    assert "need only listen" in told.locator("form").text_content()
    told.get_by_text("Answer it, if you like").click()
    told.get_by_text("Acts count as answers", exact=True).click()
    told.get_by_role("button", name="I answer with something I will do.").click()
    press(ana, "Lay it beside")
    answer = ana.locator("[data-answered]").get_by_text("I answer with something I will do.")
    answer.wait_for()
    ana.wait_for_timeout(300)
    assert not at(ana, home).get_by_text("has told you something").is_visible(), "read once"

    answered = at(bo, home, "/cards/telling/").locator("[data-answered]")
    answered.get_by_text("I answer with something I will do.").wait_for()
    assert bo.get_by_text("Answer it, if you like").count() == 0, "not to oneself"
    bo.locator("[data-telling] > article").get_by_role("button", name="Take it back").click()
    bo.locator("[data-telling]").wait_for(state="detached")
    at(ana, home, "/cards/telling/")
    assert ana.get_by_text("jealous").count() == 0
    assert not ana.get_by_text("I answer with something").is_visible(), "nothing is left to it"


@pytest.mark.parametrize(("ago", "is_due"), [(100, False), (200, True)])
def test_what_we_do_well_is_offered_again_after_half_a_year(home, ana, ago, is_due):
    line = at(ana, home).get_by_text("It is half a year since")
    assert not line.is_visible(), "nothing is due that was never named"
    day = f"{DAY - timedelta(days=ago)}"
    deck.opened(home.ana, home.bo, home.ana.ask_what_goes_well(day), *deck.texts("Tea", "Bread"))
    assert at(ana, home).get_by_text("It is half a year since").is_visible() is is_due
    ana.get_by_text("What we do well", exact=True).click()
    ana.locator("[data-ask-well] button").click()
    ana.wait_for_url("**/questions/*-*/")
    at(ana, home).locator("[data-asked]", has_text="What we do well.").first.wait_for()
    assert not ana.locator("[data-well]").is_visible(), "it lies before them both already"


def test_on_a_device_of_anybody_the_cards_shut_with_the_notebook(home, phone):
    deck.lived(home.ana, home.bo)
    page = sign_in(phone(), home.house, "ana")
    at(page, home).get_by_text("Your safe space").first.click()
    page.locator("[data-cards]").get_by_text("A walk, ours.").first.wait_for()
    at(page, home, "/cards/#slow").locator("[data-draw]:visible").click()
    card_on_view(page)
    page.click("header [data-close]")
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert page.locator("[data-depth='3'] [data-drawn] [data-asks]").text_content() == ""
    assert "A walk, ours." not in page.locator("main").inner_html()
    page.click("#cover button")
    press(page, "Open your table")
    unlock(page, "ana")
    page.locator("[data-draw]:visible").first.wait_for()
    assert page.faults == []


def test_covered_for_a_moment_the_card_is_there_again(home, ana):
    at(ana, home, "/cards/#near")
    press(ana, "Draw a card")
    card = card_on_view(ana)
    ana.click("header [data-close]")
    ana.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert ana.locator("[data-depth='2'] [data-drawn] [data-asks]").inner_text() == ""
    ana.click("#cover button")
    ana.locator("[data-asks][tabindex]:visible", has_text=card).wait_for()
