"""The recovery code comes before the third entry, and what is written then is not lost."""

import pytest

from drawleaf.client.client import Client
from tests.at_home import WORDS, said, sign_in, write

pytestmark = pytest.mark.browser
GROUPS = """() => {
    document.documentElement.style.fontSize = "200%";
    const code = document.querySelector("[data-code]");
    return {
        lines: [...code.querySelectorAll("span")].map((group) => group.getClientRects().length),
        fits: code.scrollWidth <= code.clientWidth,
    };
}"""


@pytest.fixture
def ana(house, phone):
    """Ana, who has kept two entries and has no recovery code."""
    client = Client(house.url)
    client.sign_up("ana", "Ana", WORDS["ana"], code=house.first_code)
    page = sign_in(phone(), house, "ana")
    page.client = client
    for text in ("one", "two"):
        write(page, house, text)
    page.goto(f"{house.url}/notebook/#write")
    page.fill("#entry-words", "three")
    page.get_by_role("button", name="Keep").click()
    page.get_by_text("Your words wait here, and are kept right after this.").wait_for()
    return page


def test_who_turns_back_is_told_that_the_words_are_not_kept_yet(ana):
    ana.locator("#recovery").get_by_role("button", name="Back").click()
    said(ana, "Not kept yet. Your words still stand here")
    assert ana.input_value("#entry-words") == "three"
    ana.reload()
    ana.wait_for_function("() => document.querySelector('#entry-words')?.value === 'three'")
    ana.client.sync()
    assert len(ana.client.entries()) == 2


def write_the_code_down(ana):
    ana.fill("#recovery-passphrase", WORDS["ana"])
    ana.get_by_role("button", name="Show me the code").click()
    ana.locator("[data-code] span").first.wait_for()
    code = ana.locator("[data-code]").inner_text()
    ana.set_viewport_size({"width": 320, "height": 844})
    assert ana.evaluate(GROUPS) == {"lines": [1] * 7, "fits": True}
    ana.get_by_role("button", name="I have written it down").click()
    ana.fill("#recovery-typed", code)
    ana.get_by_role("button", name="Keep this code").click()


def test_the_words_are_kept_by_themselves_once_the_code_is(ana):
    write_the_code_down(ana)
    said(ana, "The code is kept, and so are your words.")
    ana.wait_for_selector("[data-edit]")
    assert not ana.locator("#recovery").is_visible()
    ana.client.sync()
    assert sorted(entry.text for entry in ana.client.entries()) == ["one", "three", "two"]


def test_words_that_cannot_be_kept_after_the_code_are_not_said_to_be(ana):
    ana.route("**/notebook/records/", lambda route: route.abort())
    write_the_code_down(ana)
    said(ana, "Not kept yet: there is no connection to the server.")
    assert ana.get_by_text("and so are your words").count() == 0
    ana.client.sync()
    assert len(ana.client.entries()) == 2
