"""Ana looks back on her months: what stands there already, and each page of it for the walks."""

from datetime import date
from uuid import uuid4

from drawleaf.client.client import Client

TODAY = date.today()


def ago(months: int) -> str:
    year, month = divmod(TODAY.year * 12 + TODAY.month - 1 - months, 12)
    return f"{year}-{month + 1:02}"


def looked_back(ana: Client, months: int, **said: int | str) -> None:
    """On a month so long ago, on another device of hers."""
    ana.keep(uuid4(), 1, "foundations", day=f"{ago(months)}-27", month=ago(months), **said)


def walk_through(walk, ana: Client) -> None:
    """Each of these pages, as it is looked at for what may be wrong; with nothing first."""
    pages = ["foundations", "trend", "trust"]
    ana.sync()
    for each in [it for it in ana.records() if it.body.get("type") in ("foundations", "trust")]:
        ana.delete(each)
    for name in pages:
        walk.to(f"{name}, empty", f"/notebook/#{name}", "#view h1")
    for months in (0, 12, 40):
        looked_back(ana, months, consistency=4, boundaries=2, boundaries_line="It was just a no.")
    day = TODAY.isoformat()
    ana.keep(uuid4(), 1, "entry", day=day, text="Tired.", close=2, outside=5)
    hope = {"day": day, "foundation": "boundaries", "what": "A no that needs no reasons."}
    hoped = ana.keep(uuid4(), 1, "trust", **hope).record
    ana.lay("/foundations/wishes/", "foundations.wish", day, {"text": "A yes on Sunday."})
    walk.page.goto(f"{walk.url}/notebook/")
    walk.page.wait_for_load_state("networkidle")
    for name in [*pages, f"foundations/{ago(40)}", f"wish/{hoped}"]:
        walk.to(name, f"/notebook/#{name}", "#view h1")
        for fold in walk.page.locator("main summary:visible").all():
            fold.click()
        walk.page.evaluate("scrollTo(0, 0)")  # nothing lies under the line at the top
        walk.look(f"{name}, unfolded")
