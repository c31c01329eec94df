"""Promises between two phones: made, thanked for, kept; to oneself alone; and a small repair."""

from datetime import date, timedelta
from urllib.parse import urlparse

import pytest

from tests.at_home import said, unlock

pytestmark = pytest.mark.browser
TODAY = date.today()


@pytest.fixture
def ana(anas_phone):
    return anas_phone


@pytest.fixture
def bo(bos_phone):
    return bos_phone


def at(page, home, address="/promises/"):
    page.goto(f"{home.house.url}{address}")
    return page


def make(page, home, what, by=None):
    at(page, home, "/promises/new/").fill("#promise-what", what)
    if by:
        page.fill("#promise-by", by.isoformat())
    page.get_by_role("button", name="Promise it").click()
    page.wait_for_selector("[data-promise] sealed-text[opened]")
    return urlparse(page.url).path


def test_a_promise_is_made_thanked_for_said_anew_and_kept(home, ana, bo):
    promise = make(ana, home, "Ring the clinic", TODAY + timedelta(days=9))
    at(bo, home).get_by_role("link", name="Ring the clinic").click()
    assert bo.get_by_role("button", name="Kept").count() == 0
    bo.fill("#thanks", "That is a weight off me.")
    bo.get_by_role("button", name="Lay it beside").click()
    bo.locator("[data-thanks]", has_text="That is a weight off me.").wait_for()
    bo.get_by_role("button", name="Lay it beside").wait_for(state="hidden")

    at(ana, home).locator("[data-thanks]", has_text="That is a weight off me.").wait_for()
    at(ana, home, promise).get_by_text("Say it anew").click()
    assert ana.input_value("#promise-what") == "Ring the clinic"
    assert ana.locator("#promise-when").count() == 0, "it was said in the other way"
    ana.fill("#promise-what", "Ring the clinic, and the school")
    ana.get_by_role("button", name="Let it say this").click()
    ana.get_by_text("said anew", exact=True).wait_for()
    at(bo, home, promise).get_by_text("said anew", exact=True).wait_for()
    bo.get_by_text("This was to what it said before.").wait_for()

    at(ana, home, promise).get_by_role("button", name="Kept").click()
    ana.get_by_text("Kept.", exact=True).wait_for()
    at(bo, home, promise).get_by_text("Kept.", exact=True).wait_for()
    at(bo, home).get_by_text("What was", exact=True).click()
    bo.locator("[data-promise]", has_text="and the school").get_by_text("kept").wait_for()


def test_what_is_emptied_in_saying_it_anew_stays_empty_after_a_look_elsewhere(home, ana):
    day = f"{TODAY + timedelta(days=9)}"
    promise = home.ana.make_promise(f"{TODAY}", what="Ring the clinic", by=day, often="on Sundays")
    at(ana, home, f"/promises/{promise}/").get_by_text("Say it anew").click()
    assert ana.input_value("#promise-by") == day
    for field in ("by", "often"):
        ana.fill(f"#promise-{field}", "")
    for _ in range(2):
        for name in ("wipe", "open"):
            ana.evaluate(f"document.dispatchEvent(new CustomEvent('drawleaf:{name}'))")
            ana.wait_for_timeout(100)
        ana.wait_for_selector("[data-promise] sealed-text[opened]")
        assert ana.input_value("#promise-what") == "Ring the clinic"
        assert [ana.input_value(f"#promise-{field}") for field in ("by", "often")] == ["", ""]
    ana.get_by_role("button", name="Let it say this").click()
    ana.get_by_text("said anew", exact=True).wait_for()
    home.bo.sync()
    (words,) = [each.words.body for each in home.bo.promises()]
    assert words["what"] == "Ring the clinic" and not {"by", "often"} & set(words)


def test_today_shows_ones_own_that_is_due_never_the_others(home, ana, bo):
    day = f"{TODAY - timedelta(days=2)}"
    home.ana.make_promise(day, what="Buy the tickets", by=day)
    make(ana, home, "Mend the lamp", TODAY + timedelta(days=5))
    page = at(bo, home, "/")
    page.wait_for_load_state("networkidle")
    assert "Buy the tickets" not in page.locator("main").inner_text()
    due = at(ana, home, "/").locator("[data-promises]")
    due.get_by_text("Buy the tickets").wait_for()
    assert not due.get_by_text("Mend the lamp").is_visible()
    assert "late" not in due.inner_text() and "over" not in due.inner_text()
    due.get_by_role("button", name="Kept").click()
    said(ana, "Kept.")
    ana.locator("[data-promises][aria-busy=false]").wait_for()
    home.bo.sync()
    outcomes = {each.words.body["what"]: each.outcome for each in home.bo.promises()}
    assert outcomes == {"Buy the tickets": "kept", "Mend the lamp": ""}
    at(ana, home, "/").wait_for_load_state("networkidle")
    assert not ana.locator("[data-promises]").is_visible()


def test_kept_without_a_line_arrives_when_there_is_one(home, ana):
    make(ana, home, "Buy the tickets", TODAY)
    button = at(ana, home, "/").locator("[data-promises]").get_by_role("button", name="Kept")
    button.wait_for()
    ana.context.set_offline(True)
    button.click()
    said(ana, "Kept on this device.")
    ana.context.set_offline(False)
    at(ana, home, "/").wait_for_load_state("networkidle")
    home.bo.sync()
    assert [each.outcome for each in home.bo.promises()] == ["kept"]


def test_a_promise_to_oneself_leaves_as_a_record_of_the_notebook_alone(home, ana, bo):
    sent = []
    ana.on("request", lambda request: request.method == "POST" and sent.append(request))
    at(ana, home, "/promises/new/").fill("#promise-what", "Bed at eleven")
    ana.get_by_label("Only for me").filter(visible=True).check()
    ana.get_by_role("button", name="Promise it").click()
    ana.wait_for_url("**/promises/")
    row = ana.locator("[data-running] li", has_text="Bed at eleven")
    row.wait_for()
    ana.click("header [data-close]")
    ana.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert "Bed at eleven" not in ana.locator("main").inner_html()
    ana.click("#cover button")
    ana.get_by_role("button", name="Open your notebook").click()
    unlock(ana, "ana")
    row.get_by_role("button", name="Kept").click()
    said(ana, "under what was")
    ana.get_by_text("What was, to myself").click()
    ana.locator("[data-past] li", has_text="Bed at eleven").get_by_text("kept").wait_for()
    assert {urlparse(each.url).path for each in sent} <= {
        "/notebook/records/",
        "/devices/this/use/",
    }
    home.ana.sync()
    (kept,) = home.ana.private_promises()
    assert kept.body["outcome"] == "kept"
    at(bo, home).get_by_text("Something small that you will do").wait_for()

    ana.get_by_text("Delete", exact=True).click()
    ana.get_by_role("button", name="Delete it from my notebook").click()
    said(ana, "Deleted from your notebook.")
    home.ana.sync()
    assert home.ana.private_promises() == []


def test_a_small_repair_is_said_read_and_thanked_for(home, ana, bo):
    promise = make(ana, home, "Ring when I am late")
    home.ana.sync()
    home.ana.settle_promise(next(home.ana.promises()), "let_go", TODAY.isoformat())
    at(ana, home, promise)
    asked = []
    ana.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    ana.get_by_role("link", name="a small repair").click()
    ana.locator("article", has_text="Ring when I am late").wait_for()
    ana.fill("#repair-did", "I came late and did not ring.")
    ana.fill("#repair-landed", "You sat there and worried.")
    ana.get_by_role("button", name="Lay it on the table").click()
    said(ana, "Nothing is written yet.")
    ana.fill("#repair-will", "I ring as soon as I know.")
    ana.get_by_role("button", name="Lay it on the table").click()
    ana.wait_for_url("**/promises/")
    assert asked and not any(promise.split("/")[2] in each for each in asked)

    waits = at(bo, home, "/").locator("[data-wait]", has_text="A small repair lies on your table.")
    waits.get_by_role("link", name="Read it").click()
    repair = bo.locator("[data-repair]")
    repair.get_by_text("You sat there and worried.").wait_for()
    bo.wait_for_timeout(500)
    at(bo, home, "/").get_by_text("That is all for today.").wait_for()
    assert not waits.is_visible(), "read once, it waits no more"
    repair = at(bo, home).locator("[data-repair]")
    repair.get_by_text("You sat there and worried.").wait_for()
    assert (
        repair.get_by_role("link", name="about a promise").get_attribute("href").endswith(promise)
    )
    repair.get_by_text("Thank them for it").click()
    repair.get_by_role("button", name="Lay it beside").click()
    repair.locator("[data-thanks]", has_text="Thank you for saying it.").wait_for()
    assert repair.locator("[data-thanking]").is_hidden()
    thanks = at(ana, home).locator("[data-repair] [data-thanks]")
    thanks.get_by_text("Thank you for saying it.").wait_for()
    ana.get_by_role("button", name="Take it back").click()
    ana.locator("[data-repair]").wait_for(state="detached")
