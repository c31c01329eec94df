"""Every place and state on a phone, light and dark: axe, large type, still pages, room to touch."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from bench.house import ROOT
from demo.couple import ANA
from demo.story import fill
from drawleaf.client.client import Client
from tests import deck, foundations, inward
from tests.at_home import sign_in, unlock

pytestmark = pytest.mark.browser
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# What the bar covers comes out from under it by scrolling; axe would call it too small to touch.
BROKEN = """() => { document.querySelector("nav.bar")?.style.setProperty("position", "static");
return axe.run(document, {
  resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
}).then(({violations}) => violations.map(({id, nodes}) =>
  `${id}: ${nodes.map((node) => node.html).join(" ")}`))
.finally(() => document.querySelector("nav.bar")?.style.removeProperty("position")); }"""
SHIFTS = """() => { window.shifts = []; new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries())
    if (!hadRecentInput)
      window.shifts.push(`${value}: ${sources.map(({node}) => node?.outerHTML?.slice(0, 120))}`);
}).observe({ type: "layout-shift", buffered: true }); }"""
# Everything to touch but links within a line of words, which axe's target-size looks at.
NARROW = """() => [...document.querySelectorAll(
    "button, .button, summary, [role=button], nav a, header a, .row, label.switch")]
  .filter((each) => each.checkVisibility({visibilityProperty: true})
    && !each.closest(":is(.prose, .words)")
    && (!document.querySelector("dialog[open]") || each.closest("dialog[open]")))
  .filter((each) => { const box = each.getBoundingClientRect();
    return box.height > 1 && Math.round(box.height) < 44; })
  .map((each) => `${each.outerHTML.slice(0, 80)} is ${each.getBoundingClientRect().height} high`)"""
WIDE = """() => {
  const root = document.documentElement;
  root.style.fontSize = "200%";
  const over = (box) => box.scrollWidth > box.clientWidth + 1;
  const found = [root, ...document.querySelectorAll("dialog[open]")].filter(over);
  const edge = (each) => each.getBoundingClientRect().right > innerWidth + 1;
  const past = found.flatMap((box) => [...box.querySelectorAll("*")].filter(edge));
  const said = found.length ? [...found, ...past].map((each) => each.outerHTML.slice(0, 90)) : [];
  root.style.fontSize = "";
  return said;
}"""

# With large type: words of which a part is cut off, or stands outside its box or the screen. A
# field of one line scrolls by itself, and the first words of an entry are shortened on purpose.
CUT = """() => {
  document.documentElement.style.fontSize = "200%";
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
  const modal = document.querySelector("dialog[open]");
  const past = (it, box) => it.left < box.left - 1 || it.right > box.right + 1;
  const over = (it, box) => it.top < box.top - 1 || it.bottom > box.bottom + 1;
  const leaves = (word, it) => {
    if (past(word, { left: 0, right: innerWidth })) return "the screen";
    for (let box = it; box !== document.body; box = box.parentElement) {
      const { display, overflowX, overflowY } = getComputedStyle(box);
      if (["auto", "scroll"].includes(overflowY)) return "";
      if (["inline", "contents"].includes(display)) continue;
      const isBox = box.matches(":is(button, .button, .card, .sheet, .row, summary, li, p, h1)");
      const edge = box.getBoundingClientRect();
      if ((isBox || overflowX === "hidden") && past(word, edge)) return box.outerHTML;
      if ((isBox || overflowY === "hidden") && over(word, edge)) return box.outerHTML;
    }
    return "";
  };
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const it = text.parentElement, range = document.createRange();
    if (!it.checkVisibility({ visibilityProperty: true })) continue;
    if (modal && !modal.contains(it)) continue;
    if (it.closest(".unseen, .words.line, noscript, svg")) continue;
    for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const box = [...range.getClientRects()].map((part) => leaves(part, it)).find(Boolean);
      if (box) found.add(`${word} leaves ${box.slice(0, 90)}`);
    }
  }
  document.documentElement.style.fontSize = "";
  return [...found];
}"""


@dataclass
class Walk:
    """Somebody's phone, and what was wrong at each place they came to."""

    page: object
    url: str
    wrong: list[tuple] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def to(self, name: str, address: str, shows: str):
        """Load the place afresh, as from outside, and look at it."""
        self.page.goto("about:blank")
        self.page.goto(self.url + address)
        self.page.locator(shows).first.wait_for()
        self.page.wait_for_timeout(400)
        self.page.evaluate(SHIFTS)
        self.page.wait_for_timeout(50)
        self._note(name, "shifts", self.page.evaluate("window.shifts"))
        self.look(name)

    def look(self, name: str):
        self.seen.append(name)
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(AXE.read_text())
        self._note(name, "breaks", self.page.evaluate(BROKEN))
        self._note(name, "narrow", self.page.evaluate(NARROW))
        self._note(name, "too wide", self.page.evaluate(WIDE))
        self._note(name, "cut", self.page.evaluate(CUT))

    def _note(self, name: str, what: str, found: list):
        self.wrong += [(name, what, each) for each in found]


def lived_in(house) -> Client:
    """Ana on another device of hers, after the year of the demo; a page of hers has headings."""
    fill(house.url, house.first_code)
    ana = Client(house.url)
    ana.sign_in(ANA.user, ANA.passphrase)
    today = date.today()
    headed = "### Small first\n\n# Then large\n\n#### Smallest\n\n1. one\n2. two\n\n```\ncode\n```"
    last_year = today.replace(year=today.year - 1, day=min(today.day, 28))
    ana.headed = ana.add_entry(f"{headed}\n\nAn end.", today.isoformat())
    ana.add_entry(headed, last_year.isoformat())
    ana.leaf = ana.share(headed, today.isoformat())
    return ana


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_finds_their_way_before_signing_in(house, phone, scheme):
    walk = Walk(phone(color_scheme=scheme).new_page(), house.url)
    walk.to("sign-up", "/sign-up/", "#enrol-code")
    walk.page.get_by_role("button", name="My own").click()
    walk.look("sign-up, words of one's own")
    walk.page.get_by_role("button", name="Begin").click()
    walk.look("sign-up, something missing")
    link = lived_in(house).invite().removeprefix(house.url)
    walk.to("sign-up, by invitation only", "/sign-up/", "h1")
    walk.to("sign-in", "/sign-in/", "#passphrase")
    walk.to("recover", "/recover/", "#code")
    walk.to("half a link", link.partition("#")[0], "h1:has-text('Half a link')")
    walk.to("join", link, "#enrol-name")
    walk.to("no longer open", "/join/6f1c0fd2-41d2-4b25-9d0a-0f4f4cbcb0ac/", "h1")
    walk.to("privacy", "/privacy/", "h1")
    walk.to("help", "/help/", "h1")
    walk.to("offline", "/offline/", "h1")
    walk.to("nothing here", "/nothing/here/", "h1")
    assert walk.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_finds_their_way_at_home(house, phone, scheme):
    ana = lived_in(house)
    page = sign_in(phone(color_scheme=scheme), house, "ana", mine=True)
    walk = Walk(page, house.url)
    entry = ana.headed.record
    page.goto(f"{house.url}/notebook/")
    page.locator("[data-months] a").first.wait_for()
    page.locator("progress").wait_for(state="hidden")
    walk.to("today", "/", "#line")
    page.get_by_role("button", name="Thank each other").click()
    walk.look("today, thanks being written")
    walk.to("notebook", "/notebook/", "[data-months] a")
    walk.to("month", f"/notebook/#month/{date.today():%Y-%m}", "[data-months] a")
    walk.to("write", "/notebook/#write", "#entry-words")
    walk.to("entry", f"/notebook/#entry/{entry}", "[data-words] h2")
    page.get_by_role("button", name="Delete").click()
    walk.look("delete")
    walk.to("search", "/notebook/#search", "#search-words")
    page.fill("#search-words", "fine")
    page.locator("[data-results] mark").first.wait_for()
    walk.look("search, found")
    walk.to("on this day", "/notebook/#day", "article h2")
    walk.to("share", f"/notebook/#share/{entry}", ".sentence")
    page.locator(".sentence").last.click()
    page.locator("[data-leaf]").wait_for()
    walk.look("share, a passage marked")
    inward.walk_through(walk, entry)
    walk.to("table", "/table/", "sealed-text[opened]")
    walk.to("leaf", f"/table/leaves/{ana.leaf}/", "sealed-text[opened]")
    page.locator("summary", has_text="Take it back").click()
    walk.look("leaf, to take back")
    foundations.walk_through(walk, ana)
    deck.walk_through(walk)
    together(walk, ana)
    walk.to("talk", "/talk/", "h1")
    walk.to("pairing", "/pairing/", ".spoken")
    walk.to("settings", "/settings/", "form[data-sign-out]")
    for fold in page.locator("main summary").all():
        fold.click()
    walk.look("settings, unfolded")
    walk.to("nothing here", "/nothing/here/", "h1")
    walk.to("today again", "/", "#line")
    page.locator("nav [data-help]").click()
    page.locator("dialog.page[open]").wait_for()
    walk.look("help, laid over")
    page.keyboard.press("Escape")
    page.locator("header [data-close]").click()
    page.locator("#cover button").wait_for()
    walk.look("cover")
    page.locator("#cover button").click()
    walk.to("notebook, shut", "/notebook/", "h1:visible")
    page.get_by_role("button", name="Open").first.click()
    page.locator("#unlock[open]").wait_for()
    walk.look("unlock")
    unlock(page, "ana")
    page.locator("[data-months] a").first.wait_for()
    assert page.faults == []
    print(*walk.wrong, sep="\n")
    assert walk.wrong == []
    assert len(walk.seen) == len(set(walk.seen))


def together(walk, ana: Client):
    """What two have in common, practice by practice, each page with all that folds unfolded."""
    ana.sync()
    supper = next(each.id for each in ana.rituals() if each.name.startswith("Supper"))
    thanks = next(each.id for each in ana.rituals() if each.name.startswith("Thank"))
    promise = next(each.id for each in ana.promises() if not each.outcome)
    goals = list(ana.goals())
    addresses = [
        "/table/page/",
        "/rituals/",
        "/rituals/new/",
        "/rituals/new/#meal",
        "/rituals/touch/",
    ]
    addresses += [f"/rituals/{supper}/", f"/rituals/{thanks}/", "/promises/", "/promises/new/"]
    addresses += ["/promises/new/#answer", f"/promises/{promise}/", "/promises/repairs/new/"]
    addresses += ["/rituals/new/#own", "/foundations/", "/goals/", "/goals/new/"]
    addresses += ["/checkin/", *(f"/questions/{week}/" for week in ana.weeks())]
    addresses += [f"/questions/{ana.opened_weeks()[0]}/"]
    addresses += ["/goals/new/#savings", *(f"/goals/{goal.id}/" for goal in goals)]
    for address in addresses:
        walk.to(address, address, "h1:visible")
        for fold in walk.page.locator("main summary:visible").all():
            fold.click()
        walk.look(f"{address}, unfolded")
    walk.page.goto(f"{walk.url}/promises/repairs/new/")
    walk.page.fill("#repair-did", "You never listen. You're such a liar.")
    walk.page.get_by_role("button", name="Lay it on the table").click()
    walk.page.locator("[data-pointed]").wait_for()
    walk.look("a small repair, its wording pointed at")


def test_what_is_wrong_on_purpose_is_found(house, phone):
    walk = Walk(phone().new_page(), house.url)
    walk.page.add_init_script(
        """addEventListener("load", () => setTimeout(() => {
          const main = document.querySelector("main"), high = document.createElement("h4");
          high.textContent = "A step too deep";
          high.style.cssText = "color: #ccc; inline-size: 40rem; block-size: 300px";
          high.style.textAlign = "end";
          main.querySelector("h1").after(high);
          for (const button of document.querySelectorAll("form .button")) {
            button.style.cssText = "min-block-size: 0; padding: 0";
          }
        }, 150))"""
    )
    walk.to("sign-up", "/sign-up/", "#enrol-code")
    kinds = {"breaks", "narrow", "shifts", "too wide", "cut"}
    assert {what for _, what, _ in walk.wrong} == kinds
    broken = {found.partition(":")[0] for _, what, found in walk.wrong if what == "breaks"}
    assert {"heading-order", "color-contrast"} <= broken
