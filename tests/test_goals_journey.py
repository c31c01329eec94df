"""A goal on two phones: begun, carried by both, hard for a while, reached and celebrated."""

import pytest

from tests.at_home import said

pytestmark = pytest.mark.browser


@pytest.fixture
def ana(anas_phone):
    return anas_phone


@pytest.fixture
def bo(bos_phone):
    return bos_phone


def begin(page, home) -> str:
    """A goal with a sum to it; where it lies."""
    page.goto(f"{home.house.url}/goals/")
    page.get_by_role("link", name="Begin a goal").click()
    page.get_by_role("link", name="Savings or a purchase").click()
    page.fill("#goal-what-savings", "A bed we both sleep in")
    page.fill("#goal-amount-savings", "twelve")
    page.fill("#goal-amount-savings-currency", "eur")
    page.get_by_role("button", name="Lay it on the table").click()
    said(page, "does not read as an amount")
    page.fill("#goal-amount-savings", "1.000,00")
    assert page.locator("[data-read-as]").inner_text() == "Read as 1,000 EUR."
    page.get_by_role("button", name="Lay it on the table").click()
    page.wait_for_url("**/goals/*-*/")
    look(page, page.url)
    return page.url


def look(page, address: str):
    page.goto(address)
    page.locator(":is([data-picture], [data-twig]) svg").first.wait_for()


def act(page, summary: str, button: str, **fields: str):
    """Unfold what one can do, fill its fields by their label, and lay it down."""
    address = page.url
    fold = page.locator("details", has=page.locator("summary", has_text=summary)).last
    fold.locator("summary").click()
    for label, words in fields.items():
        fold.get_by_label(label.replace("_", " "), exact=True).fill(words)
    with page.expect_navigation():
        fold.get_by_role("button", name=button).click()
    look(page, address)


def level(page) -> float:
    return float(page.locator("[data-picture] svg svg").get_attribute("height"))


def test_two_put_aside_and_the_picture_fills(home, ana, bo):
    goal = begin(ana, home)
    assert ana.locator("[data-sum]").inner_text() == "On the way to 1,000 EUR."
    assert ana.locator("[data-picture] .filled").count() == 0
    look(bo, goal)
    for page, amount in ((ana, "250,10"), (bo, "249.90")):
        act(page, "Put something aside", "Write it down", How_much=amount)
    assert (
        ana.locator("[data-sum]").inner_text() == "You two have put aside 250.10 EUR of 1,000 EUR."
    )
    look(ana, goal)
    for page in (ana, bo):
        assert page.locator("[data-sum]").inner_text() == (
            "You two have put aside 500 EUR of 1,000 EUR."
        )
        assert level(page) == 58
        assert "249.9" not in page.locator("main [data-progress]").inner_text()
    act(bo, "Put something aside", "Write it down", How_much="20", Currency="chf")
    assert bo.locator("[data-apart]").inner_text() == "And apart from it 20 CHF."
    assert level(bo) == 58, "nothing is converted"

    bo.locator("summary", has_text="Rest, change or end it").click()
    bo.locator("summary", has_text="What I put aside").click()
    own = bo.locator("li", has_text="249.90 EUR").last
    own.wait_for()
    with bo.expect_navigation():
        own.get_by_role("button", name="Take it back").click()
    look(ana, goal)
    assert "250.10 EUR of" in ana.locator("[data-sum]").inner_text()


def test_a_step_is_ticked_by_who_took_it_on(home, ana, bo):
    goal = begin(ana, home)
    act(ana, "Take a step on", "Take it on", What_I_will_do="Measure the room")
    look(bo, goal)
    step = bo.locator("[data-step]", has_text="Measure the room")
    assert step.get_by_role("button").count() == 0
    assert bo.locator("[data-twig]").get_attribute("aria-label").endswith("Done: 0. Ahead: 1.")
    with ana.expect_navigation():
        ana.get_by_role("button", name="Measure the room").click()
    ana.locator("[data-turn][aria-pressed=true]").wait_for()
    look(bo, goal)
    bo.locator("[data-step][data-done]", has_text="Measure the room").wait_for()
    assert bo.locator("[data-twig]").get_attribute("aria-label").endswith("Done: 1. Ahead: 0.")


def test_something_is_hard_and_it_is_reached_and_celebrated(home, ana, bo):
    goal = begin(ana, home)
    look(bo, goal)
    hard = {"What_is_hard_just_now": "The heating bill came."}
    act(bo, "Say what is hard just now", "Lay it on the table", **hard)
    look(ana, goal)
    ana.locator("[data-whose=theirs]", has_text="The heating bill came.").wait_for()
    assert ana.get_by_role("button", name="It is easier now").count() == 0
    with bo.expect_navigation():
        bo.get_by_role("button", name="It is easier now").click()
    look(bo, goal)
    assert bo.get_by_text("The heating bill came.").count() == 0

    bo.locator("summary", has_text="Rest, change or end it").click()
    act(bo, "We are there", "We have reached it")
    assert "Reached, on" in bo.locator("[data-ended]").inner_text()
    look(ana, goal)
    assert "Reached, on" in ana.locator("[data-ended]").inner_text()
    form = ana.locator("form[data-lay='goal.moment']")
    form.locator("textarea").fill("We slept until nine.")
    with ana.expect_navigation():
        form.get_by_role("button").click()
    look(bo, goal)
    bo.locator("article", has_text="We slept until nine.").last.wait_for()
    bo.goto(f"{home.house.url}/goals/")
    bo.get_by_text("What you were on the way to").click()
    bo.locator(".goal-past", has_text="Reached, on").wait_for()


def test_words_and_pictures_leave_a_page_that_is_covered(home, ana):
    begin(ana, home)
    act(ana, "Put something aside", "Write it down", How_much="250.10")
    ana.click("header [data-close]")
    ana.wait_for_selector("html[data-notebook=shut]", state="attached")
    page = ana.evaluate("document.querySelector('main').innerHTML")
    assert "250.1" not in page and "A bed" not in page and "<svg" not in page
    ana.click("#cover button")
    ana.locator("[data-picture] svg svg").wait_for()
    assert "250.10 EUR of" in ana.locator("[data-sum]").inner_text()
