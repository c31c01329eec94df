"""Ana looks inward: what she presses and reads on the private pages of the barriers."""

from playwright.sync_api import Page

FEAR = "If there is fear in this"


def family(page: Page, url: str, name: str) -> None:
    """From her notebook to the sentences of this family, or to what came of them."""
    page.goto(f"{url}/notebook/")
    page.get_by_role("link", name="Look inward").click()
    page.get_by_role("link", name="What stands between").click()
    page.get_by_role("link", name=name).click()
    page.locator("#view :is([data-answer], [data-helps])").first.wait_for()


def asked(page: Page) -> str:
    return page.locator("#view [data-question]").inner_text()


def answer(page: Page, *answers: str) -> None:
    """One after the other; "" leaves a sentence open, more than a word are her own words."""
    for each in answers:
        before = page.url, asked(page)
        if each in {"no", "little", "rather", "very"}:
            page.locator(f"#view [data-answer={each}]").click()
        else:
            page.fill("#explore-words", each)
            page.locator("#view [data-go]").click()
        page.wait_for_function(
            """([url, asks]) => location.href !== url
            || document.querySelector("#view [data-question]")?.innerText !== asks""",
            arg=before,
        )


def result(page: Page) -> str:
    """What the page says of it, once it does."""
    page.locator("#view [data-helps]").wait_for()
    return page.locator("#view").inner_text()


def walk_through(walk, entry) -> None:
    """Each of these pages, as it is looked at for what may be wrong with it."""
    page = walk.page
    walk.to("look inward", "/notebook/#inward", "#view h2")
    walk.to("barriers", "/notebook/#barriers", "[data-families] a")
    walk.to("a sentence", "/notebook/#explore/communication", "[data-answer]")
    answer(page, "very", "In words of my own, and somewhat longer than one line has room for.")
    page.locator("#view [data-before]").click()
    walk.look("a sentence, answered")
    page.locator("#view [data-go]").click()
    answer(page, *["very"] * 10)
    result(page)
    page.locator("#view summary").click()
    walk.look("what came of it, with fear in it")
    page.get_by_role("button", name="Delete").click()
    walk.look("delete what was answered")
    page.keyboard.press("Escape")
    walk.to("what came of it", page.url.removeprefix(walk.url), "[data-helps]")
    walk.to("barriers, answered", "/notebook/#barriers", "[data-families] a")
    walk.to("letter", "/notebook/#letter", "#letter-words")
    page.locator("#view summary").click()
    walk.look("letter, unfolded")
    walk.to("letter kept", f"/notebook/#unsent/{entry}", "[data-read]")
