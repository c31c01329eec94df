"""Ana and Bo, a couple already: each has the client, and phones to sign in on."""

from copy import copy, deepcopy
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Page

from bench.house import House
from demo import phone
from demo.couple import ANA, BO, move_in
from drawleaf.client.client import Client
from drawleaf.client.http import Server
from tests.entering import open_keyring

WAYS = {way.user: way for way in (ANA, BO)}
WORDS = {way.user: way.passphrase for way in (ANA, BO)}


@dataclass
class AtHome:
    house: House
    ana: Client
    bo: Client

    def texts(self, client: Client) -> list[str]:
        """What somebody's notebook holds at the server, by another device of theirs."""
        client.sync()
        return [entry.text for entry in client.entries()]

    def at(self, house: House) -> "AtHome":
        """The same two, as if this had always been their house."""
        return AtHome(house, moved(self.ana, house), moved(self.bo, house))


def moved(client: Client, house: House) -> Client:
    """The same device at the copy of a house: its server knows the session too."""
    new = copy(client)
    new.device, new.server = deepcopy(client.device), Server(house.url)
    new.server.cookies = client.server.cookies
    return new


def moved_in(house: House) -> AtHome:
    """A couple; Ana has her recovery code, so that no page asks for it."""
    ana, bo = move_in(house.url, house.first_code)
    ana.recovery_code(ANA.passphrase)
    return AtHome(house, ana, bo)


def sign_in(context, house, user, *, mine=False):
    """A page of somebody who has just signed in on this phone; its errors are in `faults`."""
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    phone.sign_in(page, house.url, WAYS[user], mine)
    return page


def unlock(page: Page, user: str):
    open_keyring(page, WORDS[user])
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
