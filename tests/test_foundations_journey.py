"""A month of one's own, its picture, and one wish: on Ana's phone, and what of it Bo receives."""

import re
import sqlite3
from urllib.parse import urlparse

import pytest

from tests.at_home import said, sign_in, unlock
from tests.canaries import Flock, places
from tests.foundations import ago, looked_back

pytestmark = pytest.mark.browser
PAGES = ("/", "/table/", "/foundations/", "/promises/", "/rituals/", "/goals/", "/notebook/")
THURSDAY = "A yes on Sunday that is still a yes on Thursday."
DRAWN = """() => [...document.querySelectorAll("[data-canvas]")].every((it) =>
  !it.checkVisibility() || it.querySelector("canvas"))"""


INKED = """() => [...document.querySelectorAll("canvas")].every((it) =>
  it.getContext("2d").getImageData(0, 0, it.width, it.height).data.some((byte) => byte > 0))"""


@pytest.fixture
def ana(anas_phone):
    return anas_phone


@pytest.fixture
def bo(bos_phone):
    return bos_phone


def at(page, home, address):
    page.goto("about:blank")
    page.goto(f"{home.house.url}{address}")
    return page


def months_of(home) -> list[dict]:
    home.ana.sync()
    return [it.body for it in home.ana.records() if it.body["type"] == "foundations"]


def dot(page, foundation: str, word: str):
    return page.locator(f"[data-dots={foundation}]").get_by_role("button", name=word)


def received_by_bo(home) -> list:
    """Status, headers and body of his feed and pages; tokens and the hour say nothing."""
    found = []
    for address in (*PAGES, "/feed/"):
        answer = home.bo.server.line.get(address)
        headers = {name: it for name, it in answer.headers.items() if name not in BLANK}
        body = re.sub(rb'(csrfmiddlewaretoken" value=")[^"]*', rb"\1", answer.content)
        found.append((address, answer.status_code, headers, body))
    return found


BLANK = {"date", "set-cookie", "content-length"}


def test_a_month_is_looked_at_changed_drawn_and_one_wish_of_it_thanked_for(home, ana, bo):
    looked_back(home.ana, 1, consistency=2, boundaries=4, consistency_line="The Tuesdays held.")
    looked_back(home.ana, 14, consistency=5)
    home.bo.server.line.get("/")
    before = received_by_bo(home)
    at(ana, home, "/notebook/").get_by_role("link", name="Look inward").click()
    ana.get_by_role("link", name="My month").click()
    dot(ana, "consistency", "mostly").click()
    ana.fill("[data-line=consistency_line]", "We kept what we said.")
    ana.get_by_role("button", name="Keep").click()
    said(ana, "until the month is over")
    dot(ana, "consistency", "nearly always").click()
    dot(ana, "boundaries", "now and then").click()
    ana.get_by_role("button", name="Keep").click()
    said(ana, "until the month is over")
    at(ana, home, "/notebook/#foundations")
    assert ana.input_value("[data-line=consistency_line]") == "We kept what we said."
    (now,) = [it for it in months_of(home) if it["month"] == ago(0)]
    assert (now["consistency"], now["boundaries"]) == (5, 2) and "transparency" not in now

    ana.get_by_text("Earlier months").click()
    ana.locator(f"a[href='#foundations/{ago(1)}']").click()
    ana.get_by_text("The Tuesdays held.").wait_for()
    assert ana.locator("#view form").count() == 0, "an earlier month is read"
    ana.get_by_role("link", name="My months as a picture").click()
    see_the_picture(ana)

    at(ana, home, "/notebook/#trust")
    section = ana.locator("[data-foundation=consistency]")
    section.locator("summary").click()
    section.get_by_label(THURSDAY).check()
    section.locator("[data-hoped] li", has_text=THURSDAY).wait_for()
    section.locator("textarea").fill("That Tuesdays stay ours.")
    section.get_by_role("button", name="Keep").click()
    section.locator("[data-hoped] li", has_text="That Tuesdays stay ours.").wait_for()
    section.locator("li", has_text=THURSDAY).get_by_role("link", name="Offer it").click()
    preview = ana.locator("[data-preview] [data-leaf]")
    preview.get_by_text(THURSDAY).wait_for()
    assert "what Bo will see" in preview.inner_text().replace("\n", " ")
    assert received_by_bo(home) == before, "all of it is only hers"

    ana.get_by_role("button", name="Lay it on the table").click()
    ana.wait_for_url("**/foundations/")
    assert received_by_bo(home) != before
    home.bo.sync()
    assert [wish.text for wish in home.bo.of("foundations.wish")] == [THURSDAY]
    hoped = at(ana, home, "/notebook/#trust").locator("[data-hoped] li", has_text=THURSDAY)
    hoped.get_by_role("link", name="Offered as a wish").wait_for()
    assert not hoped.get_by_role("link", name="Offer it").is_visible()
    thank_for_it(home, ana, bo)


def see_the_picture(ana):
    ana.get_by_text("Illness, sleep, work or a newborn can lie behind a low month").wait_for()
    ana.wait_for_function(DRAWN)
    line = ana.get_by_role("img", name="Consistency: now and then in")
    assert "nearly always" in line.get_attribute("aria-label")
    assert not re.search(
        r"\d(?!\d{3})", re.sub(r"\b20\d\d\b", "", line.get_attribute("aria-label"))
    )
    assert ana.locator("[data-canvas] canvas").count() == 2, "of what was said, and no more"
    assert ana.evaluate(INKED)
    assert not ana.locator("[data-group=days]").is_visible()
    ana.get_by_text("The same as a table").first.click()
    rows = ana.locator("table:visible tbody")
    rows.first.wait_for()
    assert rows.count() == 2 and re.search(r"Consistency\s+nearly always", rows.first.inner_text())
    ana.get_by_role("button", name="All years").click()
    ana.wait_for_function(DRAWN)
    assert rows.count() == 3 and ana.locator("[data-canvas] canvas").count() == 2
    assert "%" not in ana.locator("main").inner_text()
    assert not ana.get_by_role("button", name="Share").count()


def thank_for_it(home, ana, bo):
    card = at(bo, home, "/foundations/").locator("[data-wish]")
    card.get_by_text("It decides nothing for you").wait_for()
    card.get_by_role("button", name="Thank you for telling me").click()
    card.locator("[data-answer]", has_text="Thank you for telling me.").wait_for()
    assert not card.locator("[data-answering]").is_visible()
    card = at(ana, home, "/foundations/").locator("[data-wish]")
    card.locator("[data-answer]", has_text="Thank you for telling me.").wait_for()
    assert not card.get_by_text("Can we talk about it?").is_visible()
    assert card.locator("[data-answering]").count() == 0
    card.get_by_role("button", name="Take it back").click()
    ana.get_by_text("No wish lies here yet.").wait_for()
    at(bo, home, "/foundations/").get_by_text("No wish lies here yet.").wait_for()


def test_the_server_holds_no_word_and_no_figure(home, ana):
    flock, sent = Flock(), []
    ana.on("request", lambda it: it.method == "POST" and sent.append(urlparse(it.url).path))
    for word in ("seldom", "nearly always"):
        at(ana, home, "/notebook/#foundations")
        dot(ana, "transparency", word).click()
        dot(ana, "accountability", word).click()
        ana.fill("[data-line=boundaries_line]", flock.new())
        ana.get_by_role("button", name="Keep").click()
        said(ana, "until the month is over")
    at(ana, home, "/notebook/#trust").locator("[data-foundation=boundaries] summary").click()
    ana.locator("[data-foundation=boundaries] textarea").fill(flock.new())
    ana.locator("[data-foundation=boundaries]").get_by_role("button", name="Keep").click()
    said(ana, "stands in your notebook")
    assert set(sent) <= {"/notebook/records/", "/devices/this/use/"}
    assert flock.found_in(places(home.house)) == set()
    with sqlite3.connect(home.house.var / "drawleaf.sqlite3") as database:
        lengths = database.execute("SELECT DISTINCT length(envelope) FROM notebook_record")
        assert len(lengths.fetchall()) == 1, "as long as any short entry, whatever stands in it"


@pytest.mark.parametrize("mine", [True, False])
def test_looking_at_the_picture_asks_the_server_for_nothing(home, phone, mine):
    looked_back(home.ana, 1, consistency=2)
    page = sign_in(phone(), home.house, "ana", mine=mine)
    at(page, home, "/notebook/#foundations").locator("a[href='#trend']").wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    page.context.set_offline(True)
    page.locator("a[href='#trend']").click()
    page.locator("canvas").wait_for()
    assert page.faults == []


def test_a_shut_notebook_shows_nothing_and_half_a_line_comes_back(home, ana):
    looked_back(home.ana, 1, consistency=2, consistency_line="Quince.")
    for place in ("#foundations", "#trend", "#trust", f"#foundations/{ago(1)}"):
        at(ana, home, f"/notebook/{place}").locator("main h1").first.wait_for()
        if place == "#foundations":
            dot(ana, "boundaries", "mostly").click()
            ana.fill("[data-line=boundaries_line]", "Medlar, half written")
            ana.wait_for_timeout(1000)
        ana.click("header [data-close]")
        ana.wait_for_selector("html[data-notebook=shut]", state="attached")
        ana.click("#cover button")
        ana.get_by_text("Your notebook is shut.").wait_for()
        shown = ana.locator("#view").inner_html()
        assert "Quince" not in shown and "Medlar" not in shown and "canvas" not in shown
        ana.get_by_role("button", name="Open").click()
        unlock(ana, "ana")
        ana.get_by_text("Your notebook is shut.").wait_for(state="hidden")
        ana.wait_for_selector("html[data-notebook=open]", state="attached")
        ana.wait_for_load_state("networkidle")
    at(ana, home, "/notebook/#foundations").get_by_text("half-written").wait_for()
    assert ana.input_value("[data-line=boundaries_line]") == "Medlar, half written"
    assert dot(ana, "boundaries", "mostly").get_attribute("aria-pressed") == "true"
    assert len(months_of(home)) == 1, "nothing is kept before Keep"


def test_a_month_of_two_phones_becomes_one_and_goes_as_one(home, phone, ana):
    other = sign_in(phone(), home.house, "ana", mine=True)
    for page, line in ((ana, "On the train."), (other, "At home.")):
        at(page, home, "/notebook/#foundations").locator("[data-line]").first.wait_for()
        page.wait_for_load_state("networkidle")
        page.fill("[data-line=consistency_line]", line)
    for page in (ana, other):
        page.get_by_role("button", name="Keep").click()
        said(page, "until the month is over")
    lines = {it["consistency_line"] for it in months_of(home)}
    assert lines == {"On the train.", "At home."}
    at(ana, home, "/notebook/").wait_for_load_state("networkidle")
    at(ana, home, "/notebook/#foundations").locator("[data-line]").first.wait_for()
    found = ana.input_value("[data-line=consistency_line]")
    assert all(line in found for line in lines)
    ana.get_by_role("button", name="Keep").click()
    said(ana, "until the month is over")
    assert [it["consistency_line"] for it in months_of(home)] == [found]
    ana.get_by_text("Delete this month").click()
    ana.get_by_role("button", name="Delete it").click()
    said(ana, "Deleted.")
    assert months_of(home) == []


def test_with_nothing_or_one_month_the_page_invites(home, ana):
    at(ana, home, "/notebook/#trend").get_by_text("There is nothing to draw yet.").wait_for()
    assert ana.locator("canvas").count() == 0
    assert not ana.get_by_text("Illness, sleep").is_visible()
    ana.get_by_role("link", name="To this month").click()
    ana.get_by_role("button", name="Keep").click()
    said(ana, "Nothing is written yet.")
    dot(ana, "transparency", "half the time").click()
    ana.get_by_role("button", name="Keep").click()
    said(ana, "until the month is over")
    ana.get_by_role("link", name="My months as a picture").click()
    ana.get_by_text("One point so far.").first.wait_for()
    assert ana.locator("canvas").count() == 1
    at(ana, home, "/notebook/#foundations")
    dot(ana, "transparency", "half the time").click()
    ana.get_by_role("button", name="Keep").click()
    said(ana, "Deleted.")
    assert months_of(home) == [], "all taken away again, nothing is left of it"
