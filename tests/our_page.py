"""The page of two, as somebody sees it in a browser."""

from playwright.sync_api import Page

from tests.at_home import sign_in

CARD = "[data-months] li"


def page_of(page: Page, home) -> Page:
    page.goto(f"{home.house.url}/table/page/")
    page.locator("[data-additions]:not([data-deciding])").wait_for(state="attached")
    return page


def of(user, home, phone, mine=True):
    return page_of(sign_in(phone(), home.house, user, mine=mine), home)


def add(page, words):
    page.get_by_label("Write here").fill(words)
    page.get_by_role("button", name="Add to our page").click()
    page.locator(CARD, has_text=words).wait_for()


def card(page, words):
    return page.locator(CARD, has_text=words)


def texts(page) -> list[str]:
    page.wait_for_function("() => !document.querySelector('main sealed-text:not([opened])')")
    return page.locator(f"{CARD} sealed-text").all_inner_texts()


def at_server(page, home, expected: list[str]):
    """Wait until the server has exactly these, for Bo to read."""
    found = None
    for _ in range(60):
        home.bo.sync()
        found = sorted(it.text for it in home.bo.our_page())
        if found == sorted(expected):
            return
        page.wait_for_timeout(250)
    assert found == sorted(expected)
