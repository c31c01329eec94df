"""Sign up, pair, write, share, read, take back: two people, two phones, the production server."""

import pytest

from tests.entering import open_keyring
from tests.first_hour import Reader

pytestmark = pytest.mark.browser
SENTENCE = "You sat with me on the stairs and did not say it would be fine."
MINUTES = 5


@pytest.fixture
def two(house, phone):
    """Ana and Bo, two readers who have become a couple; all they did so far is counted."""
    ana, bo = Reader(phone().new_page(), "Ana"), Reader(phone().new_page(), "Bo")
    ana.page.goto(f"{house.url}/")
    ana.look("A place for two")
    ana.type("The name your partner sees", "Ana")
    ana.type("A name to sign in with", "ana")
    ana.type("The code the server printed", house.first_code)
    ana.words = ana.page.locator("[data-given]").inner_text()
    ana.tap("Begin")
    ana.page.wait_for_url(f"{house.url}/")
    ana.look("Sun|Mon|Tues|Wednes|Thurs|Fri|Satur")
    ana.page.locator("main a[href='/pairing/']").click()
    ana.taps += 1
    ana.look("Invite your partner")
    ana.tap("Make the link")
    ana.look("Send this link")
    ana.tap("Copy")
    bo.page.goto(ana.page.get_by_label("Link", exact=True).input_value())
    bo.look("Ana invites you")
    bo.type("The name Ana sees", "Bo")
    bo.type("A name to sign in with", "bo")
    bo.words = bo.page.locator("[data-given]").inner_text()
    bo.tap("Begin")
    bo.look("Waiting for Ana to confirm")
    ana.look("Bo has answered")
    ana.tap("Yes, confirm")
    ana.type("Your passphrase", ana.words)
    ana.tap("Open")
    ana.look("You and Bo")
    bo.look("You and Ana")
    return ana, bo


def place(reader, name):
    """One of the five places, by its tap in the bar."""
    reader.taps += 1
    reader.page.locator("nav").get_by_role("link", name=name).click()


def write(reader, text):
    place(reader, "Notebook")
    reader.look("Notebook")
    reader.tap("Write", role="link")
    reader.type("Your words", text)
    reader.tap("Keep")
    reader.page.locator("[data-words]").get_by_text(text).first.wait_for()


def share_first_sentence(reader):
    reader.tap("Share a passage", role="link")
    reader.page.locator(".sentence").first.click()
    reader.taps += 1
    reader.look("Share a passage")
    reader.tap("Lay it on the table")
    reader.page.wait_for_url("**/table/leaves/**")


def test_the_first_shared_moment_comes_within_minutes(two):
    ana, bo = two
    write(ana, f"{SENTENCE} I did not thank you.")
    share_first_sentence(ana)
    place(bo, "Table")
    bo.page.locator("sealed-text").get_by_text(SENTENCE).wait_for()
    bo.look("Table")
    seconds = ana.seconds + bo.seconds
    print(f"\n{ana}\n{bo}\nfirst shared moment: {seconds:.0f} s, one after the other")
    assert seconds <= MINUTES * 60
    assert "thank you" not in bo.page.locator("main").inner_text()

    # Ana takes it back; it is gone from both tables, and her notebook stays as it was.
    ana.page.get_by_text("Take it back", exact=True).click()
    ana.page.get_by_role("button", name="Take it back from the table").click()
    ana.page.get_by_text("Taken back.", exact=True).wait_for()
    ana.page.get_by_text("No passage lies here.").wait_for()
    bo.page.reload()
    bo.page.get_by_text("No passage lies here.").wait_for()
    place(ana, "Notebook")
    ana.page.get_by_text("did not thank you").first.wait_for()


def test_a_shut_notebook_leaves_the_table_as_it_was_marked(two):
    """On a device that is not marked mine, Close shuts both; the passphrase opens both."""
    _, bo = two
    bo.page.locator("header [data-close]").tap()
    bo.page.wait_for_selector("html[data-notebook=shut]", state="attached")
    bo.page.locator("#cover button").tap()
    place(bo, "Notebook")
    bo.page.get_by_text("Your notebook is shut.").wait_for()
    bo.page.get_by_role("button", name="Open").first.click()
    open_keyring(bo.page, bo.words)
    bo.page.get_by_role("heading", name="Notebook", exact=True).wait_for()
