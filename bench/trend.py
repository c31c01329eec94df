"""Ten years of one’s own months and dots as a picture: from the press to the frame."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

from playwright.sync_api import Page, sync_playwright

from demo.couple import ANA, move_in
from demo.phone import PHONE, open_chromium, sign_in

from .house import House

DAYS, MONTHS = 3650, 120
FOUNDATIONS = ("consistency", "transparency", "accountability", "boundaries")
WRITERS, ROUNDS, SLOW = 4, 5, 4

# From the press on `selector` until each line that is to be drawn has its canvas, and the frame it
# was drawn for is over: that frame is painted when the next one begins.
PRESS = """(selector) => new Promise((resolve) => {
  const place = document.getElementById("view"), link = place.querySelector(selector);
  for (const old of place.querySelectorAll("canvas")) old.dataset.old = "";
  const begun = performance.now();
  const look = () => {
    const lines = [...place.querySelectorAll("[data-canvas]")].filter((it) => it.checkVisibility());
    const isDrawn = (line) => line.querySelector("canvas:not([data-old])");
    if (lines.length && lines.every(isDrawn)) resolve([performance.now() - begun, lines.length]);
    else requestAnimationFrame(look);
  };
  link.click();
  requestAnimationFrame(look);
})"""


def measure() -> dict[str, dict[str, float]]:
    with TemporaryDirectory(prefix="drawleaf-trend-") as folder, House(Path(folder)) as house:
        fill(house)
        return {"trend": look(house)}


def fill(house: House) -> None:
    """A line with dots each day, and the four foundations each month, through the client."""
    ana, _ = move_in(house.url, house.first_code)
    with ThreadPoolExecutor(WRITERS) as writers:
        for written in writers.map(lambda it: ana.keep(uuid4(), 1, it[0], **it[1]), lived()):
            assert written.revision == 1


def this_day() -> date:
    return datetime.now().astimezone().date()


def lived():
    yield from days()
    yield from months()


def days():
    last = this_day()
    for ago in range(DAYS):
        day, text = (last - timedelta(ago)).isoformat(), "We were tired, and it was good."
        dots = {"close": 1 + (ago * 7 // 11) % 5, "outside": 1 + (ago * 5 // 13) % 5}
        yield "entry", {"day": day, "text": text, **dots}


def months():
    last = this_day()
    for ago in range(MONTHS):
        year, month = divmod(last.year * 12 + last.month - 1 - ago, 12)
        name = f"{year}-{month + 1:02}"
        dots = {each: 1 + (ago * 3 // (5 + at)) % 5 for at, each in enumerate(FOUNDATIONS)}
        yield "foundations", {"day": f"{name}-01", "month": name, **dots}


def look(house: House) -> dict[str, float]:
    """Milliseconds with the CPU slowed: `slow` shows a year, `slow_all` all ten."""
    year, every = [], []
    with sync_playwright() as playwright:
        browser = open_chromium(playwright)
        page = browser.new_context(**PHONE).new_page()
        sign_in(page, house.url, ANA, mine=True)
        page.goto(f"{house.url}/notebook/")
        page.locator("[data-months] li").first.wait_for(timeout=60_000)
        page.locator("progress").wait_for(state="hidden", timeout=60_000)
        devtools = page.context.new_cdp_session(page)
        for _ in range(ROUNDS):
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
            come_to_the_month(page, house)
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
            year.append(pressed(page, 'a[href="#trend"]'))
            page.wait_for_timeout(500)
            every.append(pressed(page, "[data-span=all]"))
        browser.close()
    return {"slow_ms": median(year), "slow_all_ms": median(every)}


def come_to_the_month(page: Page, house: House) -> None:
    """Afresh, with what is kept on the device alone; the page has come to rest."""
    page.goto("about:blank")
    page.goto(f"{house.url}/notebook/#foundations")
    page.locator("a[href='#trend']").wait_for()
    page.wait_for_timeout(1500)


def pressed(page: Page, selector: str) -> float:
    took, lines = page.evaluate(PRESS, selector)
    assert lines == len(FOUNDATIONS) + 2, lines
    return took
