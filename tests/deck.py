"""Ana and Bo at their cards: a safe space, a card opened, something told; and the pages of it."""

from datetime import date

from demo.couple import BO
from demo.deck import opened
from drawleaf.client.client import Client

DAY = date.today().isoformat()
SAFE = {"helps": "A walk, ours.", "quoted": "That I was afraid, ours."}
# What is sealed lies behind these, and they say nothing of it.
UNSAID = ["/cards/#light", "/cards/#near", "/cards/#slow", "/cards/#rare"]


def lived(ana: Client, bo: Client, is_deeper: bool = True) -> list[str]:
    """In words that say "ours"; the pages on which they stand."""
    safe_space(ana, bo)
    card = opened(ana, bo, ana.lay_card("cards@1/light-01", DAY), *texts("A tuba", "A bell"))
    bo.tell("I was jealous, ours.", DAY)
    ana.tell("I hid it, ours.", DAY)
    sync(ana, bo)
    told = next(it for it in ana.tellings() if it.words.author == bo.person)
    ana.reply_to(told, "Thank you, ours.", DAY)
    if is_deeper:
        deeper(ana, bo)
    return ["/cards/", "/cards/telling/", f"/questions/{card}/"]


def safe_space(ana: Client, bo: Client):
    return opened(ana, bo, ana.make_safe_space(DAY), SAFE, SAFE)


def deeper(ana: Client, bo: Client):
    for who in (ana, bo):
        who.say_deeper(DAY)
    sync(ana, bo)


def texts(*words: str) -> list[dict[str, str]]:
    return [{"text": f"{each}, ours."} for each in words]


def sync(*two: Client):
    for who in two:
        who.sync()


def walk_through(walk) -> None:
    """Each state of these pages, as it is looked at for what may be wrong with it."""
    page, bo = walk.page, Client(walk.url)
    bo.sign_in(BO.user, BO.passphrase)
    bo.sync()
    walk.to("cards", "/cards/", "[data-cards] h1")
    for fold in page.locator("main summary:visible").all():
        fold.click()
    walk.look("cards, unfolded")
    walk.to("a light depth", "/cards/#light", "[data-draw]:visible")
    page.locator("[data-draw]:visible").click()
    page.locator("[data-asks][tabindex]:visible").wait_for()
    walk.look("a light card")
    walk.to("deeper, unsaid", "/cards/#slow", "[data-say-yes]:visible")
    page.get_by_text("Your safe space, in your own words").locator("visible=true").click()
    walk.look("deeper, the safe space beside it")
    page.get_by_role("button", name="Yes, deeper").locator("visible=true").click()
    page.get_by_role("button", name="Look again").locator("visible=true").wait_for()
    walk.look("deeper, said")
    bo.say_deeper(DAY)
    walk.to("a deep depth", "/cards/#rare", "[data-draw]:visible")
    draw_heavy(page)
    walk.look("a heavy card")
    page.get_by_role("button", name="Put it away").locator("visible=true").click()
    page.get_by_text("You need not continue.").locator("visible=true").wait_for()
    walk.look("after a heavy card")
    walk.to("telling", "/cards/telling/", "[data-tellings]")
    for fold in page.locator("main summary:visible").all():
        fold.click()
    walk.look("telling, unfolded")
    page.fill("#telling", "I was jealous of your sister.")
    page.get_by_role("button", name="See it as the other will").click()
    page.locator("[data-preview] [data-leaf]").wait_for()
    page.evaluate("scrollTo(0, 0)")  # nothing lies half under the top
    walk.look("telling, seen before")


HEAVY = """() => Object.values(JSON.parse(document.getElementById("sets").textContent)["cards@1"]
  .questions).filter(({ heavy }) => heavy).map(({ asks }) => asks)"""


def draw_heavy(page) -> str:
    """Another one, and another one, until one may weigh; what it asks."""
    heavy = page.evaluate(HEAVY)
    page.locator("[data-draw]:visible").first.click()
    card = page.locator("[data-asks][tabindex]:visible")
    for _ in range(60):
        card.wait_for()
        page.locator("[data-aloud][aria-busy=true]").wait_for(state="detached")
        if card.inner_text() in heavy:
            return card.inner_text()
        page.get_by_role("button", name="Another one").locator("visible=true").click()
    raise AssertionError("no heavy card comes")
