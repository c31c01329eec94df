"""A notebook that has grown: coming to a new phone, and found again to be shared."""

import pytest

from tests.at_home import said, sign_in, unlock, write

pytestmark = pytest.mark.browser
SENTENCES = [f"This is sentence number {number}, of which nobody asks." for number in range(60)]
LOOKED_FOR = "Then the *heron* stood in the Café garden."
TEXT = "\n\n".join([*SENTENCES[:30], f"Before it. {LOOKED_FOR} After it.", *SENTENCES[30:]])
IN_VIEW = """(found) => {
  const {top, bottom} = found.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


def test_what_was_found_is_in_view_and_offered_to_be_shared_not_marked(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    write(page, home.house, TEXT)
    page.goto(f"{home.house.url}/notebook/#search")
    page.fill("#search-words", "heron cafe")
    said(page, "One entry")
    page.locator("[data-results] a").click()
    found = page.locator("[data-words] [data-looked-for]")
    assert "heron" in found.inner_text()
    page.wait_for_function("() => scrollY > 0")
    assert found.evaluate(IN_VIEW)
    assert "heron" not in page.url
    page.get_by_role("link", name="Share a passage").click()
    sentence = page.locator(".sentence:focus")
    sentence.wait_for()
    assert sentence.inner_text().strip() == LOOKED_FOR.replace("*", "")
    assert sentence.evaluate(IN_VIEW)
    assert sentence.get_attribute("aria-checked") == "false"
    assert not page.locator("[data-preview]").is_visible()
    page.keyboard.press("Space")
    assert "heron" in page.locator("[data-leaf-words]").inner_text()

    page.goto(f"{home.house.url}/notebook/")
    write(page, home.house, "Another heron.")
    assert page.locator("[data-looked-for]").count() == 0


def test_a_new_phone_shows_how_much_has_come_and_a_known_one_does_not(home, phone):
    for number in range(3):
        home.ana.add_entry(f"entry {number}", "2026-11-22")
    context, held = phone(), []

    def in_two_pages(route):
        if not route.request.url.endswith("after="):
            return held.append(route)
        answer = route.fetch()
        return route.fulfill(response=answer, json=answer.json() | {"more": True, "left": 3})

    context.route("**/feed/**", in_two_pages)
    page = sign_in(context, home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/notebook/")
    bar = page.get_by_role("progressbar")
    bar.wait_for()
    assert bar.evaluate("(bar) => bar.value >= 3 && bar.max - bar.value") == 3
    held.pop().continue_()
    page.get_by_role("link", name="entry 0").wait_for()
    assert bar.count() == 0
    page.reload()
    page.get_by_role("link", name="entry 0").wait_for()
    page.wait_for_timeout(500)
    assert bar.count() == 0


def test_half_a_word_typed_while_the_notebook_is_being_opened_finds(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    write(page, home.house, "The heron again.")
    page.click("header [data-close]")
    page.click("#cover button")
    page.goto(f"{home.house.url}/notebook/#search")
    page.reload()
    page.get_by_role("button", name="Open").click()
    unlock(page, "ana")
    page.locator("#search-words").press_sequentially("her")
    said(page, "One entry")
    assert page.locator("[data-results] mark").all_inner_texts() == ["her"]
