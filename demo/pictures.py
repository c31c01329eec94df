"""`python -m demo.pictures URL FOLDER`: four pictures of phones at a server the demo filled."""

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from demo.couple import ANA, BO, Way
from demo.phone import PHONE, open_chromium, sign_in

LINE = "The hum from the kitchen. Four notes, and then the kettle."
DOTS = {"close": 3, "outside": 2}
# A page of Ana's, found by these words, and the one sentence of it that she marks.
FOUND_BY = "disagreed money trip"
PASSAGE = "Under it, if I am honest"


def take(url: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = open_chromium(playwright)
        ana = phone_of(browser, url, ANA, "light")
        ana.fill("#line", LINE)
        for row, dot in DOTS.items():
            ana.click(f"[data-dots={row}] [data-dot='{dot}']")
        ana.get_by_role("button", name="Hello and goodbye").click()
        keep(ana, folder / "today.png")
        mark(ana, url)
        keep(ana, folder / "share.png")
        bo = phone_of(browser, url, BO, "light")
        bo.goto(f"{url}/table/")
        bo.wait_for_selector("sealed-text[opened]")
        keep(bo, folder / "table.png")
        dark = phone_of(browser, url, ANA, "dark")
        dark.goto(f"{url}/notebook/")
        dark.wait_for_selector("[data-months] a")
        keep(dark, folder / "notebook-dark.png")
        browser.close()


def phone_of(browser: Browser, url: str, way: Way, scheme: Literal["light", "dark"]) -> Page:
    page = browser.new_context(color_scheme=scheme, device_scale_factor=1.5, **PHONE).new_page()
    sign_in(page, url, way)
    page.wait_for_selector("html[data-notebook=open]", state="attached")
    return page


def mark(page: Page, url: str) -> None:
    """Mark a passage of one entry, as far as laying it on the table."""
    page.goto(f"{url}/notebook/#search")
    page.fill("#search-words", FOUND_BY)
    page.locator("[data-results] a").first.click()
    page.get_by_role("link", name="Share a passage").click()
    page.get_by_role("checkbox", name=PASSAGE).click()
    page.locator("[data-leaf]").wait_for()


def keep(page: Page, file: Path) -> None:
    page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    page.wait_for_timeout(500)
    page.screenshot(path=file)
    print(f"{file} {file.stat().st_size >> 10} kB")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    take(sys.argv[1].rstrip("/"), Path(sys.argv[2]))
