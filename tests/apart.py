"""What both write apart on their phones, and open: the steps of it."""


def lay_before_both(page, url, first="main li > details summary"):
    """A question from a practice's page; its address."""
    page.goto(url)
    if first:
        page.locator(first).first.click()
    page.get_by_role("button", name="Lay it before us both").first.click()
    page.wait_for_url("**/questions/*-*/")
    return page.url


def fill(page, address, *words):
    page.goto(address)
    fields = page.locator("[data-answer] textarea")
    fields.first.wait_for()
    for at, text in enumerate(words):
        fields.nth(at).fill(text)


def keep(page, address, *words):
    fill(page, address, *words)
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("heading", name="What I wrote").wait_for()


def press_open(page, address):
    page.goto(address)
    page.get_by_text("You have both written. Open?").wait_for()
    page.locator("[data-mine] .words").first.wait_for()
    page.get_by_role("button", name="Open", exact=True).click()


def reply(page, address, text):
    page.goto(address)
    page.get_by_text("Say something in return").click()
    page.locator("#reply").fill(text)
    page.get_by_role("button", name="Lay it beside").click()
    page.locator("[data-leaf]", has_text=text).wait_for()
