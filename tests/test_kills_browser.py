"""A browser killed at any moment, while it fetches and while words wait: none lost, none twice."""

import os
import random
import signal
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Error

from demo.phone import PHONE, QUIET
from tests.at_home import WAYS, WORDS

pytestmark = pytest.mark.browser
KILLS = 50
SEED = int(os.environ.get("DRAWLEAF_SEED", "20261122"))
DAY = date.today().isoformat()
MOMENTS = [0, 50, 200, 600, 2000]
LINES = ["up", "up", "down", "lost"]
# Words are kept one after the other, as fast as the page takes them, until the browser is killed.
KEEP = """async (texts) => {
  const form = document.querySelector("[data-line]");
  const field = form.querySelector("textarea");
  for (const text of texts) {
    const kept = new Promise((done) =>
      document.addEventListener("drawleaf:kept", done, {once: true}));
    field.value = text;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
    form.querySelector(".button").click();
    await kept;
    await window.acknowledged(text);
    while (field.value || form.ariaBusy === "true")
      await new Promise((again) => setTimeout(again, 5));
  }
}"""


class Phone:
    """Chromium with a profile that outlives it, killed with all its processes."""

    def __init__(self, playwright, folder: Path, url: str):
        self.playwright, self.folder, self.url = playwright, folder, url
        self.said: list[str] = []  # what its console said, for whoever looks for a cause

    def open(self):
        self.context = self.playwright.chromium.launch_persistent_context(
            str(self.folder),
            executable_path=os.environ.get("DRAWLEAF_CHROMIUM"),
            args=QUIET,
            **PHONE,
        )
        self.context.set_default_timeout(60_000)
        self.context.on("console", lambda message: self.said.append(message.text[:300]))
        self.context.on("weberror", lambda error: self.said.append(str(error.error)[:300]))
        return self.context.pages[0]

    def kill(self) -> None:
        """The whole group at once, as a battery does that is empty."""
        os.killpg(self.leader(), signal.SIGKILL)
        while self.leader(needed=False):
            time.sleep(0.01)
        with suppress(Error):
            self.context.close()

    def leader(self, needed: bool = True) -> int | None:
        mark = f"--user-data-dir={self.folder}".encode()
        for process in Path("/proc").iterdir():
            try:
                words = (process / "cmdline").read_bytes().split(b"\0")
                if mark in words and not any(word.startswith(b"--type=") for word in words):
                    return os.getpgid(int(process.name))
            except OSError:  # gone meanwhile, or none of ours
                continue
        if needed:
            raise LookupError(self.folder)
        return None


def sign_in(page, url: str) -> None:
    page.goto(f"{url}/sign-in/")
    page.fill("#user", WAYS["ana"].user)
    page.fill("#passphrase", WORDS["ana"])
    page.set_checked("input[name=mine]", True)
    page.click("form[data-sign-in] .button")
    page.wait_for_url(f"{url}/")


def unlock(page) -> None:
    page.fill("#unlock input[type=password]", WORDS["ana"])
    page.click("#unlock form .button")
    page.wait_for_selector("html[data-notebook=open]")


def badly(line: str):
    """What becomes of a request on this line."""

    def answer(route):
        with suppress(Error):  # killed in the middle of it
            if line == "lost":
                route.fetch()
            route.abort()

    return answer


def test_a_browser_killed_at_any_moment_loses_nothing_and_sends_nothing_twice(
    playwright, home, tmp_path
):
    dice, ledger, elsewhere = random.Random(SEED), [], []
    print(f"seed {SEED}")
    phone = Phone(playwright, tmp_path / "profile", home.house.url)
    sign_in(phone.open(), home.house.url)
    phone.context.close()
    for kill in range(KILLS):
        for number in range(dice.randrange(8)):
            elsewhere.append(f"{kill}.{number} elsewhere")
            home.ana.add_entry(elsewhere[-1], DAY)
        live = fetch_until_killed if kill % 3 == 2 else write_until_killed
        live(phone, kill, dice, ledger)
    at_server, here = settled(phone.open(), home)
    phone.context.close()
    assert len(set(at_server)) == len(at_server), "twice"
    stuck = set(here) - set(at_server)
    why = f"lost, or stuck: {len(stuck)} lie on the phone alone; it said {phone.said[-9:]}"
    assert set(ledger) | set(elsewhere) <= set(at_server), why
    assert here == at_server
    assert len(ledger) >= KILLS / 4, "Too little was kept for this to mean something."


def write_until_killed(phone, kill: int, dice, ledger: list[str]) -> None:
    page, line = phone.open(), dice.choice(LINES)
    page.expose_binding("acknowledged", lambda _, text: ledger.append(text))
    if line != "up":
        page.route("**/notebook/records/", badly(line))
    page.goto(f"{phone.url}/")
    page.evaluate(f"(texts) => void ({KEEP})(texts)", [f"{kill}.{each} here" for each in range(20)])
    unlock(page)
    page.wait_for_timeout(dice.choice(MOMENTS) * dice.random())
    phone.kill()


def fetch_until_killed(phone, kill: int, dice, ledger: list[str]) -> None:
    page = phone.open()
    open_notebook(page, phone.url)
    page.reload(wait_until="commit")
    page.wait_for_timeout(dice.choice(MOMENTS) * dice.random())
    phone.kill()


def settled(page, home) -> tuple[list[str], list[str]]:
    """What the server and the phone hold once all that waited had time to go, each in order."""
    open_notebook(page, home.house.url)
    until = time.monotonic() + 30
    at_server, here = [""], []
    while at_server != here and time.monotonic() < until:
        page.reload()
        page.wait_for_timeout(1000)
        at_server = sorted(home.texts(home.ana))
        here = sorted(page.locator("[data-months] [data-first]").all_inner_texts())
    return at_server, here


def open_notebook(page, url: str) -> None:
    page.goto(f"{url}/notebook/")
    page.get_by_role("button", name="Open").click()
    unlock(page)
