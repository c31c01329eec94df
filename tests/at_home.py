"""Ana and Bo, a couple already: each has the client, and phones to sign in on."""

from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Page

from drawleaf.client.client import Client
from drawleaf.client.partners import read_link
from tests.conftest import House

WORDS = {"ana": "kettle maple harbor lantern moss", "bo": "pebble canal toaster willow plum"}


@dataclass
class AtHome:
    house: House
    ana: Client
    bo: Client

    def texts(self, client: Client) -> list[str]:
        """What somebody's notebook holds at the server, by another device of theirs."""
        client.sync()
        return [entry.text for entry in client.entries()]


def moved_in(house: House) -> AtHome:
    """A couple; Ana has her recovery code, so that no page asks for it."""
    ana, bo = Client(house.url), Client(house.url)
    ana.sign_up("ana", "Ana", WORDS["ana"], code=house.first_code)
    link = ana.invite()
    bo.sign_up("bo", "Bo", WORDS["bo"], invitation=read_link(link)[0])
    bo.join(link, WORDS["bo"])
    ana.confirm(WORDS["ana"])
    bo.unlock(WORDS["bo"])
    ana.recovery_code(WORDS["ana"])
    return AtHome(house, ana, bo)


def sign_in(context, house, user, *, mine=False):
    """A page of somebody who has just signed in on this phone; its errors are in `faults`."""
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.goto(f"{house.url}/sign-in/")
    page.fill("#user", user)
    page.fill("#passphrase", WORDS[user])
    page.set_checked("input[name=mine]", mine)
    page.click("form[data-sign-in] .button")
    page.wait_for_url(f"{house.url}/")
    return page


def unlock(page: Page, user: str):
    page.fill("#unlock-passphrase", WORDS[user])
    page.click("#unlock form .button.mine")
    page.wait_for_selector("#unlock:not([open])", state="attached")


def write(page: Page, house: House, text: str, day: date | None = None):
    page.goto(f"{house.url}/notebook/#write")
    page.fill("#entry-words", text)
    if day:
        page.fill("input[type=date]", day.isoformat())
    page.get_by_role("button", name="Keep").click()
    page.wait_for_selector("[data-edit]")


def said(page: Page, words: str):
    """Wait until the page says this, in the line where it says what happened."""
    page.locator(".say", has_text=words).first.wait_for()
