"""A notebook and a table in real browsers: writing, finding, sharing, taking back."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from demo.couple import Way, pair
from drawleaf.client.client import Client
from tests.at_home import WORDS, said, sign_in, unlock, write

pytestmark = pytest.mark.browser
STAIRS = (
    "I was short with him on the stairs. It was not about the *bags*. "
    "When the clinic did not ring I went quiet. I would rather you asked.\n\n- soup\n- bread"
)
MARKED = "When the clinic did not ring I went quiet. I would rather you asked."


@pytest.fixture
def ana(anas_phone):
    return anas_phone


def test_an_entry_is_written_changed_found_and_deleted(home, ana):
    today = date.today()
    write(ana, home.house, STAIRS, today - timedelta(days=1))
    said(ana, "Kept.")
    assert ana.locator("main [data-words] em").inner_text() == "bags"
    ana.get_by_role("link", name="Change").click()
    ana.fill("#entry-words", STAIRS + "\n\nAnd a café.")
    ana.get_by_role("button", name="Keep").click()
    ana.locator("main [data-words]", has_text="And a café.").wait_for()
    write(ana, home.house, "A year ago", today.replace(year=today.year - 1, day=min(today.day, 28)))

    ana.goto(f"{home.house.url}/notebook/")
    ana.get_by_role("link", name="Search").click()
    ana.wait_for_selector("#search-words:focus")
    ana.fill("#search-words", "CAFE quiet")
    said(ana, "One entry")
    assert ana.locator("[data-results] mark").all_inner_texts() == ["quiet", "café"]
    ana.goto(f"{home.house.url}/notebook/#month/{today.year - 1}-{today.month:02}")
    ana.get_by_role("link", name="A year ago").wait_for()
    if today.day <= 28:
        ana.goto(f"{home.house.url}/notebook/#day")
        ana.locator("article", has_text="A year ago").wait_for()

    ana.goto(f"{home.house.url}/notebook/")
    ana.get_by_role("link", name="A year ago").click()
    ana.get_by_role("button", name="Delete").click()
    ana.get_by_role("button", name="Delete it").click()
    said(ana, "Deleted.")
    assert ana.get_by_role("link", name="A year ago").count() == 0
    assert home.texts(home.ana) == [STAIRS + "\n\nAnd a café."]


def test_half_written_words_outlive_close_and_stay_sealed_until_then(home, ana):
    ana.goto(f"{home.house.url}/notebook/#write")
    ana.fill("#entry-words", "half a sentence")
    ana.click("header [data-close]")
    ana.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert ana.evaluate("document.body.innerHTML.includes('half a sentence')") is False
    assert ana.locator("textarea").count() == 0
    ana.click("#cover button")
    ana.get_by_role("button", name="Open").click()
    unlock(ana, "ana")
    ana.wait_for_selector("#entry-words")
    assert ana.input_value("#entry-words") == "half a sentence"
    ana.get_by_role("button", name="Keep").click()
    said(ana, "Kept.")
    ana.goto(f"{home.house.url}/notebook/")
    ana.wait_for_selector("[data-months] a")
    assert not ana.locator("[data-draft]").is_visible()


def test_the_line_for_today_asks_once_and_is_kept(home, ana):
    ana.click("header [data-close]")
    ana.click("#cover button")
    ana.fill("#line", "The soup was good.")
    ana.get_by_role("button", name="Keep").click()
    unlock(ana, "ana")
    said(ana, "Kept.")
    assert ana.input_value("#line") == ""
    assert home.texts(home.ana) == ["The soup was good."]


def test_a_line_written_anew_keeps_its_dots(home, ana):
    day = date.today().isoformat()
    home.ana.keep(uuid4(), 1, "entry", day=day, text="Rain.", close=2, outside=5)
    ana.goto(f"{home.house.url}/notebook/")
    ana.get_by_role("link", name="Rain.").click()
    ana.get_by_role("link", name="Change", exact=True).click()
    ana.locator("#view textarea").fill("Rain, then soup.")
    ana.get_by_role("button", name="Keep").click()
    said(ana, "Kept.")
    home.ana.sync()
    (kept,) = home.ana.entries()
    assert (kept.text, kept.body["close"], kept.body["outside"]) == ("Rain, then soup.", 2, 5)
    assert home.ana.edit(kept, "Soup.").body == kept.body | {"text": "Soup."}


def test_beside_a_long_entry_a_button_leads_to_what_the_other_will_see(home, ana):
    write(ana, home.house, "It rained. And [we](https://a.example) stayed in.\n\n" * 25)
    ana.get_by_role("link", name="Share a passage").click()
    way = ana.get_by_role("button", name="What Bo will see")
    ana.get_by_role("checkbox", name="And we (https://a.example) stayed in.").first.click()
    way.click()
    assert ana.evaluate("document.activeElement.matches('[data-leaf]')")
    way.wait_for(state="hidden")
    ana.get_by_role("button", name="Lay it on the table").wait_for()


def test_what_is_shared_is_what_was_shown_and_can_be_taken_back(home, ana, phone):
    write(ana, home.house, STAIRS)
    ana.get_by_role("link", name="Share a passage").click()
    ana.get_by_role("checkbox", name="When the clinic").click()
    ana.get_by_role("checkbox", name="I would rather").press("Space")
    card = ana.locator("[data-leaf]")
    assert "what Bo will see" in card.inner_text().replace("\n", " ")
    assert card.locator("[data-leaf-words]").inner_text() == MARKED
    assert card.locator("[data-leaf-author]").inner_text() == "Ana"
    shown = card.locator("[data-leaf-words]").inner_html()
    day = card.locator("[data-leaf-day]").inner_text()
    assert "may have read it by then" in ana.locator("[data-fill=only]").inner_text()
    ana.get_by_role("button", name="Lay it on the table").click()
    ana.wait_for_url("**/table/leaves/**")

    bo = sign_in(phone(), home.house, "bo")
    bo.goto(f"{home.house.url}/table/")
    bo.wait_for_selector("sealed-text[opened]")
    assert bo.locator("sealed-text").inner_html() == shown
    assert bo.locator("[data-leaf-author]").inner_text() == "Ana"
    assert bo.locator("[data-leaf-day]").inner_text() == day
    bo.click("sealed-text")
    bo.wait_for_url("**/table/leaves/**")
    assert bo.get_by_text("Take it back").count() == 0
    leaf = bo.url

    ana.get_by_text("Take it back", exact=True).click()
    assert "may have read it already" in ana.locator("details").inner_text()
    ana.get_by_role("button", name="Take it back from the table").click()
    ana.get_by_text("No passage lies here.").wait_for()
    bo.goto(leaf)
    bo.get_by_text("This leaf has been taken back.").wait_for()
    assert bo.faults == []


def test_selected_words_can_be_marked_as_they_are(home, ana):
    write(ana, home.house, "One two three four. Five six.")
    ana.get_by_role("link", name="Share a passage").click()
    ana.wait_for_selector(".sentence")
    ana.evaluate(
        """() => {
        const words = document.querySelectorAll(".sentence > span");
        getSelection().setBaseAndExtent(words[1].firstChild, 1, words[2].firstChild, 2);
        }"""
    )
    ana.get_by_role("button", name="Mark what is selected").click()
    assert ana.locator("[data-leaf-words]").inner_text() == "two three"
    assert ana.locator(".sentence").first.get_attribute("aria-checked") == "mixed"
    ana.locator(".sentence").nth(1).click()
    assert ana.locator("[data-leaf-words]").inner_text() == "two three … Five six."


def test_who_has_two_tables_chooses_one(home, ana):
    cleo = Client(home.house.url)
    pair(home.ana, WORDS["ana"], cleo, Way("Cleo", "cleo", WORDS["bo"]))
    ana.click("header [data-close]")
    ana.click("#cover button")
    ana.goto(f"{home.house.url}/notebook/")
    ana.get_by_role("button", name="Open").click()
    unlock(ana, "ana")
    write(ana, home.house, "For Cleo.")
    ana.get_by_role("link", name="Share a passage").click()
    ana.get_by_role("checkbox", name="For Cleo.").click()
    assert "what Bo will see" in ana.locator("[data-leaf]").inner_text().replace("\n", " ")
    ana.get_by_label("Cleo").check()
    assert "what Cleo will see" in ana.locator("[data-leaf]").inner_text().replace("\n", " ")
    ana.get_by_role("button", name="Lay it on the table").click()
    ana.wait_for_url("**/table/leaves/**")
    for client, texts in ((cleo, ["For Cleo."]), (home.bo, [])):
        client.sync()
        assert [leaf.text for leaf in client.leaves()] == texts
    ana.get_by_role("link", name="Table").first.click()
    ana.wait_for_selector("sealed-text[opened]")
    ana.get_by_role("link", name="Bo", exact=True).click()
    ana.get_by_text("No passage lies here.").wait_for()


def test_alone_there_is_a_way_to_invite_and_nothing_to_lay_down(house, phone):
    Client(house.url).sign_up("ana", "Ana", WORDS["ana"], code=house.first_code)
    page = sign_in(phone(), house, "ana")
    write(page, house, "Something")
    page.get_by_role("link", name="Share a passage").click()
    page.get_by_role("link", name="Invite").wait_for()
    assert page.get_by_role("button", name="Lay it on the table").count() == 0


def test_the_third_entry_asks_for_the_recovery_code_first(house, phone):
    client = Client(house.url)
    client.sign_up("ana", "Ana", WORDS["ana"], code=house.first_code)
    page = sign_in(phone(), house, "ana")
    for text in ("one", "two"):
        write(page, house, text)
    page.goto(f"{house.url}/")
    page.fill("#line", "three")
    page.get_by_role("button", name="Keep").click()
    page.wait_for_selector("#recovery[open]")
    page.keyboard.press("Escape")
    said(page, "Not kept yet")
    assert page.input_value("#line") == "three"
    page.get_by_role("button", name="Keep").click()
    page.fill("#recovery-passphrase", WORDS["ana"])
    page.get_by_role("button", name="Show me the code").click()
    page.wait_for_function("() => document.querySelector('[data-code]').textContent.length > 20")
    code = page.locator("[data-code]").inner_text()
    page.get_by_role("button", name="I have written it down").click()
    page.fill("#recovery-typed", code)
    page.get_by_role("button", name="Keep this code").click()
    said(page, "The code is kept, and so are your words.")
    client.sync()
    assert sorted(entry.text for entry in client.entries()) == ["one", "three", "two"]
