"""Rituals of two, as somebody sees them on Today, and as the server has them."""

from datetime import date

from playwright.sync_api import Page

SUPPER = "Supper, screens away"
TODAY = date.today()


def agreed(home, name=SUPPER, **more):
    """A ritual of the two, from before."""
    ritual = home.ana.offer_ritual(name, TODAY.isoformat(), **more)
    home.bo.sync()
    home.bo.agree_to_ritual(ritual, TODAY.isoformat())
    return ritual


def today(page: Page, home):
    page.goto(f"{home.house.url}/")
    page.locator("[data-rituals]:not([data-deciding])").wait_for(state="attached")
    return page.locator(".tick", has_text=SUPPER)


def marks(home, ritual) -> set[str]:
    home.bo.sync()
    return home.bo.ticked(ritual)


def comes(page, home, ritual, days):
    """Wait until the server has exactly these marks."""
    for _ in range(40):
        if marks(home, ritual) == days:
            return
        page.wait_for_timeout(250)
    assert marks(home, ritual) == days
