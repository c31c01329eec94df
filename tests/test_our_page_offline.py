"""Their page without a line: what is added waits and arrives once, or is taken out, or refused."""

import pytest

from tests.at_home import said, sign_in
from tests.our_page import CARD, add, at_server, card, of, page_of, texts
from tests.without_server import shell_is_kept, stopped

pytestmark = pytest.mark.browser


def test_without_a_line_it_waits_and_arrives_once(home, phone):
    context = phone()
    page = page_of(sign_in(context, home.house, "ana", mine=True), home)
    shell_is_kept(page)
    page_of(page, home)
    add(page, "With a line.")
    page_of(page, home).wait_for_load_state("networkidle")
    page.close()
    with stopped(home.house):
        page = page_of(context.new_page(), home)
        assert texts(page) == ["With a line."]
        add(page, "Without one.")
        said(page, "Kept on this device. It goes to the server when there is a connection.")
        card(page, "Without one.").get_by_text("Not sent yet.").wait_for()
        page.reload()
        card(page, "Without one.").get_by_text("Not sent yet.").wait_for()
        assert texts(page) == ["With a line.", "Without one."]
        page.close()
    page = page_of(context.new_page(), home)
    at_server(page, home, ["With a line.", "Without one."])
    for _ in range(2):
        assert texts(page_of(page, home)) == ["With a line.", "Without one."]
        assert not page.get_by_text("Not sent yet.").is_visible()
    at_server(page, home, ["With a line.", "Without one."])
    assert all(it.revision == 1 for it in home.bo.our_page())


def test_an_answer_that_is_lost_adds_nothing_twice(home, phone):
    page = of("ana", home, phone)
    lost = [True]

    def line(route):
        if lost and lost.pop():
            route.fetch()
            return route.abort()
        return route.continue_()

    page.route("**/additions/", line)
    add(page, "On its way.")
    card(page, "On its way.").get_by_text("Not sent yet.").wait_for()
    page.evaluate("dispatchEvent(new Event('online'))")
    said(page, "It stands on your page.")
    page.get_by_text("Not sent yet.").wait_for(state="hidden")
    at_server(page, home, ["On its way."])
    assert texts(page_of(page, home)) == ["On its way."]


def test_changed_without_a_line_it_waits_too(home, phone):
    page = of("ana", home, phone)
    add(page, "The heron.")
    page.route("**/additions/", lambda route: route.abort())
    anew(card(page, "The heron."), "The heron, again.")
    card(page, "The heron, again.").get_by_text("Not sent yet.").wait_for()
    page.reload()
    card(page, "The heron, again.").get_by_text("Not sent yet.").wait_for()
    at_server(page, home, ["The heron."])
    page.unroute("**/additions/")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.get_by_text("Not sent yet.").wait_for(state="hidden")
    at_server(page, home, ["The heron, again."])
    assert texts(page_of(page, home)) == ["The heron, again."]


def test_what_waits_is_taken_out_and_goes_nowhere(home, phone):
    page = of("ana", home, phone)
    page.route("**/additions/", lambda route: route.abort())
    add(page, "In anger.")
    mine = card(page, "In anger.")
    mine.get_by_text("Not sent yet.").wait_for()
    mine.get_by_text("Change", exact=True).click()
    assert not mine.get_by_role("button", name="Take it back").is_visible()
    mine.get_by_role("button", name="Take it out").click()
    said(page, "Taken out. It has gone nowhere.")
    assert page.locator(CARD).count() == 0
    page.unroute("**/additions/")
    page.evaluate("dispatchEvent(new Event('online'))")
    page_of(page, home).wait_for_timeout(500)
    at_server(page, home, [])


@pytest.mark.parametrize("mine", [True, False], ids=["on her device", "on any device"])
def test_what_the_server_would_not_take_stays_in_its_field(home, phone, mine):
    page = of("ana", home, phone, mine)
    add(page, "The heron.")
    refused = {"reason": "renewed", "sentence": "You two have new keys."}
    page.route("**/additions/", lambda route: route.fulfill(status=409, json=refused))
    page.get_by_label("Write here").fill("Too late.")
    page.get_by_role("button", name="Add to our page").click()
    said(page, "You two have new keys.")
    assert page.get_by_label("Write here").input_value() == "Too late."
    mine = card(page, "The heron.")
    anew(mine, "The heron, again.")
    mine.locator(".say", has_text="You two have new keys.").wait_for()
    assert mine.get_by_label("Your words").input_value() == "The heron, again."
    page.unroute("**/additions/")
    assert texts(page_of(page, home)) == ["The heron."]
    at_server(page, home, ["The heron."])


def test_a_change_that_is_refused_later_is_taken_out_and_the_words_before_are_back(home, phone):
    page = of("ana", home, phone)
    add(page, "The heron.")
    page_of(page, home).route("**/additions/", lambda route: route.abort())
    anew(card(page, "The heron."), "The heron, again.")
    changed = card(page, "The heron, again.")
    changed.get_by_text("Not sent yet.").wait_for()
    page.unroute("**/additions/")
    refused = {"reason": "renewed", "sentence": "You two have new keys."}
    page.route("**/additions/", lambda route: route.fulfill(status=409, json=refused))
    page.evaluate("dispatchEvent(new Event('online'))")
    for _ in range(2):
        changed.get_by_text("The server would not take this.").wait_for()
        page_of(page, home)
    changed.get_by_text("Change", exact=True).click()
    with page.expect_navigation():
        changed.get_by_role("button", name="Take it out").click()
    page.unroute("**/additions/")
    assert texts(page_of(page, home)) == ["The heron."]
    assert not page.faults


def anew(card, words):
    card.get_by_text("Change", exact=True).click()
    card.get_by_label("Your words").fill(words)
    card.get_by_role("button", name="Let it say this").click()


def test_on_any_other_device_it_waits_in_the_tab_and_goes_by_itself(home, phone):
    page = of("ana", home, phone, mine=False)
    with stopped(home.house):
        add(page, "From a borrowed phone.")
        said(page, "There is no connection to the server, so it waits in this tab alone.")
        assert page.get_by_label("Write here").input_value() == ""
        card(page, "From a borrowed phone.").get_by_text("Not sent yet.").wait_for()
    page.evaluate("dispatchEvent(new Event('online'))")
    said(page, "It stands on your page.")
    at_server(page, home, ["From a borrowed phone."])
