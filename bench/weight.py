"""What a phone must fetch for Today, signed in, with nothing kept from before."""

from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from demo.couple import ANA
from demo.phone import PHONE, open_chromium, sign_in

LOADS = 5
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def measure(house) -> dict:
    with sync_playwright() as playwright:
        browser = open_chromium(playwright)
        page = browser.new_context(**PHONE).new_page()
        sign_in(page, house.url, ANA)
        page.add_init_script(SHIFTS)
        loads = [first_load(page, house.url) for _ in range(LOADS)]
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
