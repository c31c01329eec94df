"""What two do again and again, on two phones: offered, agreed, marked, answered, set aside."""

from datetime import date, timedelta

import pytest

from tests.at_home import WORDS, said, sign_in, unlock
from tests.rituals import SUPPER, agreed, comes, today
from tests.without_server import shell_is_kept, stopped

pytestmark = pytest.mark.browser
TODAY = date.today()


def is_marked(tick) -> bool:
    return tick.get_attribute("aria-pressed") == "true"


def shows(page, home, is_set: bool):
    """Wait until Today shows the mark, or none: the phone of the other sends it soon."""
    for _ in range(20):
        if is_marked(today(page, home)) == is_set:
            return
        page.wait_for_timeout(250)
    assert is_marked(today(page, home)) == is_set


def test_from_an_offer_to_the_rhythm_of_both(home, phone):
    home.bo.recovery_code(WORDS["bo"])
    ana = sign_in(phone(), home.house, "ana", mine=True)
    bo = sign_in(phone(), home.house, "bo", mine=True)
    ana.goto(f"{home.house.url}/table/")
    ana.get_by_role("link", name="Rituals").click()
    ana.get_by_role("link", name="Offer a ritual").click()
    ana.get_by_role("link", name="A meal, screens away").click()
    ana.get_by_label("What you call it").filter(visible=True).fill(SUPPER)
    ana.get_by_role("button", name="Offer it").click()
    ana.get_by_text("It begins when the other says yes.").wait_for()

    bo.goto(f"{home.house.url}/")
    bo.get_by_text("offers you a ritual:").wait_for()
    bo.get_by_role("link", name="Look at it").click()
    bo.get_by_text(SUPPER).wait_for()
    bo.get_by_role("button", name="Yes, let us").click()
    bo.get_by_role("heading", name=SUPPER).wait_for()

    tick = today(ana, home)
    tick.click()
    said(ana, "Marked.")
    assert is_marked(tick)
    shows(bo, home, True)
    tick.click()
    said(ana, "Not marked any more.")
    shows(bo, home, False)
    tick.click()
    said(ana, "Marked.")
    shows(bo, home, True)

    bo.goto(f"{home.house.url}/rituals/")
    bo.get_by_role("link", name=SUPPER).click()
    bo.get_by_role("button", name="Yesterday").click()
    said(bo, "Marked.")
    bo.locator(".rhythm .marked").nth(1).wait_for()
    assert bo.locator(".rhythm .marked").count() == 2
    assert not ana.faults and not bo.faults


def test_which_sort_one_thinks_of_is_told_to_nobody(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/rituals/new/")
    page.get_by_role("link", name="Thank each other").wait_for()
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Thank each other").click()
    assert page.locator("h1:focus").inner_text() == "Thank each other"
    assert page.evaluate("scrollY") == 0
    page.get_by_label("What you call it").filter(visible=True).fill("Thanks")
    page.locator(".skip").press("Enter")
    assert page.locator("main:focus").count() == 1
    page.get_by_role("heading", name="Thank each other").wait_for()
    page.go_back()
    page.get_by_role("heading", name="again and again").wait_for()
    page.go_forward()
    assert page.locator("input:visible").first.input_value() == "Thanks"
    page.get_by_role("link", name="Rather another").click()
    page.get_by_role("heading", name="again and again").wait_for()
    page.evaluate("location.hash = 'nothing'")
    assert page.locator("h1:visible").inner_text().startswith("What would you like")
    assert all(f"{home.house.url}/static/" in each for each in asked), "no page, and no word"


def test_a_mark_without_a_line_is_set_and_arrives_once(home, phone):
    ritual, context = agreed(home), phone()
    page = sign_in(context, home.house, "ana", mine=True)
    today(page, home)
    shell_is_kept(page)
    page.close()
    with stopped(home.house):
        page = context.new_page()
        tick = today(page, home)
        tick.click()
        said(page, "Marked.")
        page.reload()
        tick = today(page, home)
        assert is_marked(tick)
        page.close()
    page = context.new_page()
    today(page, home)
    comes(page, home, ritual, {TODAY.isoformat()})
    assert is_marked(today(page, home))
    assert len(home.bo.of("ritual.tick", ritual)) == 1


def test_the_same_mark_from_two_phones_without_a_line_is_one(home, phone):
    ritual = agreed(home)
    pages = [sign_in(phone(), home.house, "ana", mine=True) for _ in range(2)]
    for page in pages:
        page.route("**/ticks/", lambda route: route.abort())
        today(page, home).click()
        said(page, "Marked.")
    for page in pages:
        page.unroute("**/ticks/")
        today(page, home)
        comes(page, home, ritual, {TODAY.isoformat()})
        page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_timeout(500)
    assert len(home.bo.of("ritual.tick", ritual)) == 1
    assert all(is_marked(today(page, home)) for page in pages)


def test_rather_not_is_told_to_nobody_and_stays(home, phone):
    home.ana.offer_ritual(SUPPER, TODAY.isoformat())
    page = sign_in(phone(), home.house, "bo", mine=True)
    page.goto(f"{home.house.url}/rituals/")
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    page.get_by_role("button", name="Rather not").click()
    page.get_by_role("heading", name="Set aside, only you").wait_for()
    assert not page.get_by_role("button", name="Yes, let us").is_visible()
    assert {url.removeprefix(home.house.url) for url in sent} == {"/notebook/records/"}
    page.goto(f"{home.house.url}/")
    page.locator("[data-waits]:not([data-deciding])").wait_for(state="attached")
    assert not page.get_by_text("offers you a ritual:").is_visible()

    page.locator("header [data-close]").tap()
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    page.goto(f"{home.house.url}/rituals/")
    page.get_by_role("link", name="Offer a ritual").wait_for()
    assert SUPPER not in page.locator("main").inner_text(), "declined, and nobody else's to read"
    page.goto(f"{home.house.url}/notebook/")
    page.get_by_role("button", name="Open").click()
    unlock(page, "bo")
    page.goto(f"{home.house.url}/rituals/")
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_role("button", name="Yes, let us").wait_for()


def test_a_rest_keeps_it_away_from_today_for_both(home, phone):
    ritual = agreed(home)
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/rituals/{ritual}/")
    page.get_by_text("Let it rest a while").click()
    page.get_by_label("Until", exact=True).fill((TODAY + timedelta(3)).isoformat())
    page.get_by_role("button", name="Let it rest").click()
    page.get_by_text("It rests until").wait_for()
    bo = sign_in(phone(), home.house, "bo", mine=True)
    assert not today(bo, home).is_visible()
    page.get_by_role("button", name="The rest is over").click()
    page.get_by_text("It rests until").wait_for(state="detached")
    assert today(bo, home).is_visible()


def test_what_only_the_server_says_is_agreed_is_not(home, phone):
    """A host writes that Bo has said yes; without Bo's own yes it is no ritual of theirs."""
    home.ana.offer_ritual(SUPPER, TODAY.isoformat())
    home.house.run(
        "-c",
        "import django; django.setup()\n"
        "from drawleaf.practices.rituals.models import Ritual\n"
        "from django.utils import timezone\n"
        "Ritual._base_manager.update(agreed_at=timezone.now())",
    )
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.locator("[data-waits]:not([data-deciding])").wait_for(state="attached")
    assert not page.locator(".tick").is_visible()
    page.goto(f"{home.house.url}/rituals/")
    page.get_by_text("There is no yes here under the seals of you both.").wait_for()


def test_two_at_two_ends_of_the_world_have_each_their_own_day(home, phone):
    ritual = agreed(home)
    there, here = phone(timezone_id="Pacific/Auckland"), phone(timezone_id="Europe/Lisbon")
    # A quarter past eleven on a Saturday morning in Lisbon; in Auckland it is Sunday.
    for context in (there, here):
        context.clock.set_fixed_time("2026-11-28T11:15:00Z")
    ana = sign_in(there, home.house, "ana", mine=True)
    bo = sign_in(here, home.house, "bo", mine=True)
    tick = today(ana, home)
    tick.click()
    said(ana, "Marked.")
    tick = today(bo, home)
    assert not is_marked(tick), "for Bo it is still the day before"
    tick.click()
    said(bo, "Marked.")
    comes(bo, home, ritual, {"2026-11-28", "2026-11-29"})
    days = {leaf.name: leaf.day for leaf in home.bo.of("ritual.tick")}
    assert days == {"Ana": "2026-11-29", "Bo": "2026-11-28"}
    here.clock.set_fixed_time("2026-11-29T09:00:00Z")
    assert is_marked(today(bo, home)), "and on Sunday there stands Ana's mark of it"
