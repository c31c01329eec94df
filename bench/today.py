"""Today with a year of life behind it, and with ten: the server's time, weight, first paint."""

from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from demo.couple import ANA, move_in
from demo.phone import PHONE, open_chromium, sign_in
from drawleaf.client.client import Client

from .house import House
from .pages import Line
from .story import SENTENCE
from .weight import first_load

YEAR = 365
ROUNDS, TURNS, LOADS, SLOW = 5, 60, 5, 4
RITUALS = [
    ("Supper, screens away", "meal", "after laying the table", "evening"),
    ("Thank each other", "gratitude", "when the lamp goes on", "evening"),
    ("Morning check-in", "morning", "after the first cup", "morning"),
    ("Hello and goodbye", "hello", "when one of us comes home", "day"),
]
LARGEST = """
window.shift = 0; window.largest = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.largest = entry.startTime;
}).observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def measure() -> dict:
    with TemporaryDirectory(prefix="drawleaf-today-") as folder, House(Path(folder)) as house:
        ana, bo = move_in(house.url, house.first_code)
        ana.recovery_code(ANA.passphrase)
        rituals, today = agreed(ana, bo), this_day()
        lived(ana, bo, rituals, [today - timedelta(number) for number in range(1, YEAR)])
        found = {"p50_ms": server_time(house, ana)} | in_browser(house)
        earlier = [today - timedelta(number) for number in range(YEAR, 10 * YEAR)]
        lived(ana, bo, rituals, earlier)
        return {"today": found | {"ten_years_p50_ms": server_time(house, ana)}}


def this_day() -> date:
    return datetime.now().astimezone().date()


def agreed(ana: Client, bo: Client) -> list:
    day, found = this_day().isoformat(), []
    for name, sort, after, when in RITUALS:
        found.append(ana.offer_ritual(name, day, sort=sort, after=after, when=when))
        bo.sync()
        bo.agree_to_ritual(found[-1], day)
    return found


def lived(ana: Client, bo: Client, rituals: list, days: list[date]) -> None:
    """Five days of seven each ritual is marked by one of the two; now and then a passage."""
    for number, day in enumerate(days):
        who = (ana, bo)[number % 2]
        for place, ritual in enumerate(rituals):
            if (number + place) % 7 < 5:
                who.tick(ritual, day.isoformat())
        if number % 14 == 0:
            who.share(SENTENCE, day.isoformat())


def server_time(house: House, ana: Client) -> float:
    line = Line(house.port, ana.server.cookies)
    rounds = [median(line.ask("/") for _ in range(TURNS)) for _ in range(ROUNDS + 1)]
    return median(rounds[1:])


def in_browser(house: House) -> dict:
    with sync_playwright() as playwright:
        browser = open_chromium(playwright)
        page = browser.new_context(**PHONE).new_page()
        sign_in(page, house.url, ANA, mine=True)
        page.add_init_script(LARGEST)
        page.goto(f"{house.url}/")
        page.locator(".tick").first.wait_for()
        loads = [first_load(page, house.url) for _ in range(LOADS)]
        slowed = {f"paint_{name}_ms": median(each) for name, each in paints(page, house).items()}
        browser.close()
    return {
        name: median(load[name] for load in loads) for name in ("kb", "requests", "shift")
    } | slowed


def paints(page: Page, house: House) -> dict[str, list[float]]:
    """The largest paint of a first and of a repeated load, with the CPU slowed."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    found: dict[str, list[float]] = {"first": [], "repeated": []}
    for name, is_first in [("first", True), ("repeated", False)]:
        devtools.send("Network.setCacheDisabled", {"cacheDisabled": is_first})
        devtools.send("Network.setBypassServiceWorker", {"bypass": is_first})
        for _ in range(LOADS):
            page.goto(f"{house.url}/")
            # Whoever watches a page from outside works on its thread: not before it is painted.
            page.wait_for_timeout(1500)
            page.locator(".tick").first.wait_for()
            found[name].append(page.evaluate("window.largest"))
    return found
