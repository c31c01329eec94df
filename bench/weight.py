"""What a phone must fetch for Today, signed in, with nothing kept from before."""

import os
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from .story import WORDS

LOADS = 5
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def measure(house) -> dict:
    address = f"http://localhost:{house.port}"
    with sync_playwright() as playwright:
        chromium = os.environ.get("DRAWLEAF_CHROMIUM")
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        phone = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
        page = phone.new_page()
        page.goto(f"{address}/sign-in/")
        page.fill("#user", "ana")
        page.fill("#passphrase", WORDS["ana"])
        page.click("main button.button")
        page.wait_for_url(f"{address}/")
        page.add_init_script(SHIFTS)
        loads = [first_load(page, address) for _ in range(LOADS)]
        browser.close()
    return {name: median(load[name] for load in loads) for name in loads[0]}


def first_load(page, address: str) -> dict:
    """One load with an empty cache and no worker in between."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.clearBrowserCache")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    devtools.send("Network.setBypassServiceWorker", {"bypass": True})
    asked: dict[str, str] = {}
    sizes: dict[str, float] = {}
    devtools.on(
        "Network.requestWillBeSent",
        lambda event: asked.setdefault(event["requestId"], event["request"]["url"]),
    )
    devtools.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(f"{address}/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    shift = page.evaluate("window.shift")
    devtools.detach()
    fetched = {id: url for id, url in asked.items() if urlsplit(url).scheme in ("http", "https")}
    here = urlsplit(address).netloc
    return {
        "kb": sum(sizes.get(id, 0) for id in fetched) / 1000,
        "requests": len(fetched),
        "third_party": sum(urlsplit(url).netloc != here for url in fetched.values()),
        "shift": shift,
    }
