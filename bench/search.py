"""Ten years of a notebook on a phone: the first sync of a new device, and searching it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from demo.couple import ANA, move_in
from demo.phone import PHONE, open_chromium, sign_in

from .house import House
from .story import SENTENCE

ENTRIES, LENGTH = 3650, 1500
WRITERS = 4
ROUNDS = 3
SLOW = 4

# From the beginning of the page's load to the latest months standing there, read from the copy.
SYNC = """
document.addEventListener("drawleaf:synced", () => {
  const look = () => {
    if (document.querySelector("#view [data-months] li")) window.readable = performance.now();
    else requestAnimationFrame(look);
  };
  look();
});
"""
# From opening #search to the results of a query laid out; then each further letter.
SEARCH = """async ([first, further]) => {
  const place = document.getElementById("view");
  const seen = (select) => new Promise((resolve) => {
    const look = () => {
      const found = place.querySelector(select);
      if (!found) return;
      watching.disconnect();
      resolve(found);
    };
    const watching = new MutationObserver(look);
    watching.observe(place, {childList: true, subtree: true});
    look();
  });
  const laidOut = () => place.getBoundingClientRect().height;
  const type = (field, value) => {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
  };
  let begun = performance.now();
  location.hash = "search";
  const field = await seen("input[type=search]");
  type(field, first);
  await seen("[data-results] li");
  laidOut();
  const times = [performance.now() - begun];
  const results = place.querySelector("[data-results]");
  for (const letter of further) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const changed = new Promise((resolve) => {
      new MutationObserver((_, watching) => resolve(watching.disconnect()))
        .observe(results, {childList: true});
    });
    begun = performance.now();
    type(field, field.value + letter);
    await changed;
    laidOut();
    times.push(performance.now() - begun);
  }
  return times;
}"""


def measure() -> dict[str, dict[str, float]]:
    with TemporaryDirectory(prefix="drawleaf-years-") as folder, House(Path(folder)) as house:
        fill(house)
        return {"search": look(house), "sync": arrive(house)}


def fill(house: House) -> None:
    """One entry a day for ten years, through the client."""
    ana, _ = move_in(house.url, house.first_code)
    with ThreadPoolExecutor(WRITERS) as writers:
        for written in writers.map(lambda entry: ana.add_entry(*entry), entries()):
            assert written.revision == 1


def entries():
    """Words that differ from day to day, so that a search finds some and not all."""
    for number in range(ENTRIES):
        day = date(2016, 12, 1) + timedelta(days=number)
        text = f"# Day {number}\n\nThe {number % 73}th *lighthouse*. " + SENTENCE * 20
        yield text[:LENGTH], day.isoformat()


def arrive(house: House) -> dict[str, float]:
    """Seconds of a new device from sign-in done to the whole notebook readable."""
    times = []
    with sync_playwright() as playwright:
        browser = open_chromium(playwright)
        for _ in range(ROUNDS):
            page = browser.new_context(**PHONE).new_page()
            page.add_init_script(SYNC)
            times.append(first_sync(page, house))
            page.context.close()
        browser.close()
    return {"seconds": median(times)}


def first_sync(page: Page, house: House) -> float:
    sign_in(page, house.url, ANA, mine=True)
    page.goto(f"{house.url}/notebook/")
    page.wait_for_function("() => window.readable", timeout=60_000)
    return page.evaluate("window.readable") / 1000


def look(house: House) -> dict[str, float]:
    """Milliseconds: `first` opens the copy and finds, `next` finds with one letter more."""
    found: dict[str, list[float]] = {
        name: [] for name in ("first", "next", "slow_first", "slow_next")
    }
    with sync_playwright() as playwright:
        browser = open_chromium(playwright)
        page = browser.new_context(**PHONE).new_page()
        page.add_init_script(SYNC)
        first_sync(page, house)
        devtools = page.context.new_cdp_session(page)
        for slowed in ("", "slow_"):
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOW if slowed else 1})
            for _ in range(ROUNDS):
                page.goto(f"{house.url}/")
                page.goto(f"{house.url}/notebook/")
                page.wait_for_function("() => window.readable", timeout=60_000)
                page.wait_for_timeout(1000)
                first, *further = page.evaluate(SEARCH, ["4", "2th "])
                found[f"{slowed}first"].append(first)
                found[f"{slowed}next"] += further
        browser.close()
    return {f"{name}_ms": median(times) for name, times in found.items()}
