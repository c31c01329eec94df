"""A weekly check-in on two phones, from an offered time to a promise, at the production server."""

from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import expect

from drawleaf.client.checkin import next_times
from tests.apart import reply
from tests.at_home import WORDS, said, sign_in, unlock, write
from tests.by_keys import Keys
from tests.later import LaterHouse

pytestmark = pytest.mark.browser
NOTE = "Tired all week, and lighter since Thursday."
OLD = "Something of a fortnight ago."
ANA = {
    "Something I appreciate": "You rang my mother first.",
    "One concern": "On Thursday we both went quiet.",
    "What I hope for": "A slow Saturday.",
    "One request": "Would you ask once more when I say fine?",
}
BO = {"Something I appreciate": "The soup.", "How I have been": "Careful, mostly."}
# A day that is near, whatever day it is.
DAY = f"{datetime.now(UTC) + timedelta(days=2):%A}"
BEFORE = (
    f"You both write. It opens on {DAY} at 19:00, when you have both pressed Open. "
    "Until then only you can read yours, and you can change it."
)


@pytest.fixture
def later_home(tmp_path, couples_house):
    """Ana and Bo at a house whose clock can be moved."""
    couples_house.house.copy(tmp_path / "later")
    with LaterHouse(tmp_path / "later") as house:
        yield couples_house.at(house)


@pytest.fixture
def two(later_home, phone):
    """Ana in Lisbon, Bo an hour behind her all year round."""
    later_home.bo.recovery_code(WORDS["bo"])
    zones = {"ana": "Europe/Lisbon", "bo": "Atlantic/Azores"}
    pages = [
        sign_in(phone(timezone_id=zone), later_home.house, user, mine=True)
        for user, zone in zones.items()
    ]
    yield pages
    assert [page.faults for page in pages] == [[], []]


def at(page, home, address="/checkin/"):
    page.goto(f"{home.house.url}{address}")
    page.locator("[data-checkin]:not([data-deciding])").wait_for()


def skip(page):
    return page.locator("[data-skip]")


def close(page):
    page.locator("header [data-close]").tap()
    page.wait_for_selector("html[data-notebook=shut]", state="attached")


def test_from_an_offered_time_to_a_promise(later_home, two):
    home, (ana, bo) = later_home, two
    opens_at = next_times(DAY.lower(), "19:00", "Europe/Lisbon", datetime.now(UTC))[0]
    agree_to_a_time(home, ana, bo)
    week = write_with_a_note(home, ana)
    say_nothing(home, ana)
    write_by_keyboard(home, bo)
    for page in two:
        at(page, home)
        expect(page.get_by_text(f"Kept. You can change it until {DAY}")).to_be_visible()
        assert page.get_by_text("You have both written. Open?").count() == 0

    home.house.later(opens_at)
    open_it(home, ana)
    open_with_a_shut_notebook(home, bo)
    for page, mine, theirs in ((ana, ANA, BO), (bo, BO, ANA)):
        page.goto(week)
        page.get_by_text("Open for both of you.").wait_for()
        read(Keys(page, home.house.url), mine, theirs)
    reply(bo, week, "I will ask once more.")
    ana.goto(week)
    ana.get_by_text("I will ask once more.").wait_for()
    promise(ana, "Ring them myself, on Mondays")
    at(bo, home)
    bo.get_by_text("What you have opened", exact=True).click()
    bo.get_by_role("link", name="Our week").click()
    bo.get_by_text("You rang my mother first.").wait_for()


def agree_to_a_time(home, ana, bo):
    ana.goto(f"{home.house.url}/table/")
    ana.get_by_role("link", name="Weekly check-in").click()
    ana.get_by_label("Which day").select_option(DAY)
    ana.get_by_role("button", name="Offer this time").click()
    ana.get_by_text("You have offered").wait_for()
    expect(ana.locator("[data-every]")).to_have_text(f"{DAY} at 19:00, every week")
    at(bo, home)
    expect(bo.locator("[data-every]")).to_have_text(f"{DAY} at 18:00, every week")
    keys = Keys(bo, home.house.url)
    keys.press(keys.button("Yes, let us"))
    bo.get_by_text("Agreed by you both").wait_for()
    for page in (ana, bo):
        at(page, home)
        assert page.locator("[data-doubt]").inner_text() == ""


def write_with_a_note(home, ana) -> str:
    write(ana, home.house, NOTE)
    write(ana, home.house, OLD, date.today() - timedelta(14))
    at(ana, home)
    assert BEFORE in ana.locator("[data-week]").inner_text()
    ana.get_by_role("link", name="Write").click()
    for asks, words in ANA.items():
        ana.get_by_label(asks, exact=True).fill(words)
    sent = []
    ana.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    ana.get_by_text("From your notes of this week").click()
    ana.get_by_label("Put it under").select_option("How I have been")
    note = ana.locator("[data-beside] li")
    note.wait_for()
    assert note.count() == 1 and OLD not in ana.content()
    field = ana.get_by_label("How I have been", exact=True)
    assert field.input_value() == "", "nothing is put in by itself"
    note.get_by_role("button", name="Put it there").click()
    expect(field).to_have_value(NOTE)
    assert sent == [], "in this browser alone"
    ana.get_by_role("button", name="Keep").click()
    ana.get_by_role("heading", name="What I wrote").wait_for()
    ana.get_by_text(f"Kept. You can change it until {DAY}, 19:00.").wait_for()
    return ana.url


def say_nothing(home, ana):
    at(ana, home)
    ana.wait_for_load_state("networkidle")
    sent = []
    ana.on("request", lambda request: sent.append(request.url))
    keys = Keys(ana, home.house.url)
    keys.unfold("Not this week?")
    keys.press(keys.button("Say nothing"))
    said(ana, "Nothing is said.")
    keys.goes_on()
    assert sent == []


def write_by_keyboard(home, bo):
    keys = Keys(bo, home.house.url)
    at(bo, home)
    keys.follow("Write", "**/questions/*-*/")
    for asks, words in BO.items():
        keys.type(bo.get_by_label(asks, exact=True), words)
    keys.unfold("From your notes of this week")
    bo.get_by_text("Nothing was written in the last seven days.").wait_for()
    keys.press(keys.button("Keep"))
    bo.get_by_role("heading", name="What I wrote").wait_for()


def open_it(home, ana):
    at(ana, home)
    ana.get_by_text("You have both written. Open?").wait_for()
    keys = Keys(ana, home.house.url)
    keys.follow("Sit down to it", "**/questions/*-*/")
    ana.get_by_text("You rang my mother first.").wait_for()
    keys.press(keys.button("Open"))
    ana.get_by_text("You have pressed Open.").wait_for()
    assert "The soup." not in ana.content()


def open_with_a_shut_notebook(home, bo):
    close(bo)
    at(bo, home)
    bo.get_by_role("link", name="Sit down to it").click()
    bo.get_by_role("button", name="Open", exact=True).click()
    unlock(bo, "bo")
    bo.get_by_text("The soup.").wait_for()
    bo.get_by_role("button", name="Open", exact=True).click()
    bo.get_by_text("Open for both of you.").wait_for()


def read(keys, mine, theirs):
    """The appreciations of both come first, and the concern is folded until one comes to it."""
    page = keys.page
    first = page.locator("[data-both] > *").first
    assert "Something I appreciate" in first.inner_text()
    for said_there in (mine["Something I appreciate"], theirs["Something I appreciate"]):
        first.get_by_text(said_there).wait_for()
    concern = page.get_by_text("On Thursday we both went quiet.")
    concern.wait_for(state="attached")
    assert not concern.is_visible()
    keys.unfold("One concern")
    concern.wait_for()
    page.get_by_role("heading", name="Who begins").wait_for()
    page.get_by_text("That is the week.").wait_for()


def promise(ana, what):
    ana.get_by_role("link", name="Make a promise").click()
    ana.get_by_label("What I will do").fill(what)
    ana.get_by_role("button", name="Promise it").click()
    ana.locator("[data-promise]", has_text=what).wait_for()


def test_not_this_week_is_told_and_taken_back(later_home, two):
    home, (ana, bo) = later_home, two
    agree_to_a_time(home, ana, bo)
    at(bo, home)
    bo.get_by_text("Not this week?").click()
    bo.get_by_role("button", name="Tell Ana: not this week").click()
    expect(skip(bo)).to_contain_text("You: not this week")
    at(ana, home)
    expect(skip(ana)).to_contain_text("Bo: not this week")
    bo.get_by_role("button", name="Take it back").click()
    skip(bo).wait_for(state="detached")
    at(ana, home)
    assert skip(ana).count() == 0


def test_a_time_that_only_the_server_says_is_marked(later_home, two):
    """A host lets it open on another day, and lays *not this week* beside it."""
    home, (ana, bo) = later_home, two
    agree_to_a_time(home, ana, bo)
    (week,) = home.ana.weeks()
    home.bo.not_this_week(week, date.today().isoformat())
    home.house.run(
        "-c",
        "import django; django.setup()\n"
        "from datetime import timedelta\n"
        "from drawleaf.table.models import Joint, Leaf\n"
        "weeks = Joint._base_manager.filter(opens_at__isnull=False).order_by('opens_at')\n"
        "first, second = weeks[:2]\n"
        "first.opens_at -= timedelta(hours=30); first.save()\n"
        "second.opens_at -= timedelta(days=9); second.save()\n"
        "Leaf._base_manager.filter(field='skip').update(joint=second)\n",
    )
    at(ana, home)
    ana.get_by_text("This is not the time that you two agreed to.").first.wait_for()
    assert skip(ana).count() == 1 and not skip(ana).is_visible()
