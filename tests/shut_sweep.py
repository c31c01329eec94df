"""Ana goes through every page on a device where she has pressed Close, and notes what is wrong."""

from dataclasses import dataclass, field
from uuid import uuid4

from tests.at_home import sign_in
from tests.deck import UNSAID
from tests.visited import DAY, EMPTY, OTHERS, lived

ONLY_HERS = ["Quince", "Medlar", "Sorrel", "Tansy", "Yarrow", "Damson", "Lovage"]
# All folds at once, also those of which only one is open at a time.
UNFOLD = """(all) => all.forEach((it) => {
  it.removeAttribute("name");
  it.open = true;
})"""
SETTLED = "() => !document.querySelector('[data-deciding], sealed-text:not([opened])')"


@dataclass
class Sweep:
    page: object
    url: str
    is_mine: bool
    pages: list[str]
    notebook: list[str]
    wrong: list = field(default_factory=list)
    where: str = ""

    def watch(self):
        self.page.on("pageerror", lambda error: self.note("throws", error))
        self.page.on("console", self.hear)

    def hear(self, said):
        # A request that was refused stands there too, and is noted as such.
        if said.type == "error" and not said.text.startswith("Failed to load resource"):
            self.note("says", said.text)

    def note(self, *what):
        self.wrong.append((self.where, *map(str, what)))

    def at(self, address):
        """Afresh, as from outside; the notebook stays shut."""
        self.where = address
        self.page.goto("about:blank")
        self.page.goto(self.url + address)
        self.page.wait_for_selector("html[data-notebook=shut]", state="attached")
        self.page.wait_for_function(SETTLED)
        self.page.wait_for_timeout(200)

    @property
    def everywhere(self):
        return [*self.pages, *self.notebook, *OTHERS]


def shut(home, phone, is_mine: bool) -> Sweep:
    """She has read all of it here before, and half written a line, an entry and an answer."""
    pages = [*lived(home.ana, home.bo), *EMPTY, *UNSAID]
    entry = home.ana.add_entry(f"{ONLY_HERS[0]} in the garden.", DAY).record
    home.ana.promise_myself(DAY, what=f"{ONLY_HERS[1]} at eleven")
    month = {"month": DAY[:7], "day": DAY, "boundaries": 2, "boundaries_line": ONLY_HERS[5]}
    home.ana.keep(uuid4(), 1, "foundations", **month)
    hope = {"day": DAY, "foundation": "boundaries", "what": ONLY_HERS[6]}
    hoped = home.ana.keep(uuid4(), 1, "trust", **hope).record
    places = [
        "",
        "#write",
        "#search",
        "#day",
        "#month/2026-11",
        f"#entry/{entry}",
        f"#share/{entry}",
        "#inward",
        "#barriers",
        "#explore/hurt",
        "#letter",
        f"#unsent/{entry}",
        "#foundations",
        "#trend",
        "#trust",
        f"#wish/{hoped}",
    ]
    page = sign_in(phone(), home.house, "ana", mine=is_mine)
    page.goto(f"{home.house.url}/notebook/#write")
    page.fill("#entry-words", f"{ONLY_HERS[2]} half written")
    page.goto(f"{home.house.url}/notebook/#explore/hurt")
    page.fill("#explore-words", f"{ONLY_HERS[4]} half answered")
    page.goto(f"{home.house.url}/promises/")
    page.get_by_text(ONLY_HERS[1]).wait_for()
    page.goto(f"{home.house.url}/")
    page.fill("#line", f"{ONLY_HERS[3]} today")
    page.locator("header [data-close]").tap()
    page.wait_for_selector("html[data-notebook=shut]", state="attached")
    return Sweep(page, home.house.url, is_mine, pages, [f"/notebook/{place}" for place in places])
