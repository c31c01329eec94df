"""Coming in by hand, tap by tap: signing up, inviting, the recovery code; and going out."""

import re


def sign_up(page, name: str, code: str = "") -> str:
    """Fill the form and begin; the five words."""
    page.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    page.fill("#enrol-name", name)
    page.fill("#enrol-user", name.lower())
    if code:
        page.fill("#enrol-code", code)
    words = page.locator("[data-given]").inner_text()
    page.click("form .button")
    return " ".join(words.split())


def make_link(page, house) -> str:
    page.goto(f"{house.url}/pairing/")
    page.get_by_role("button", name="Make the link").click()
    link = page.get_by_label("Link", exact=True)
    link.wait_for()
    return link.input_value()


def open_keyring(page, words: str):
    page.fill("#unlock-passphrase", words)
    page.locator("#unlock form .button.mine").click()


def make_code(page) -> str:
    """Write the recovery code down and type it back; the code."""
    page.get_by_role("button", name="Recovery code").click()
    page.fill("#recovery-passphrase", page.words)
    page.get_by_role("button", name="Show me the code").click()
    page.locator("[data-code]").wait_for()
    code = page.locator("[data-code]").inner_text()
    page.get_by_role("button", name="I have written it down").click()
    page.fill("#recovery-typed", code[:-1] + ("2" if code[-1] == "1" else "1"))
    page.get_by_role("button", name="Keep this code").click()
    page.get_by_text("That is not quite the recovery code").wait_for()
    page.fill("#recovery-typed", code.replace("-", " ").lower())
    page.get_by_role("button", name="Keep this code").click()
    page.get_by_role("button", name="Done").click()
    return code


def sign_out(page):
    page.locator("form[data-sign-out] .button").click()
    page.wait_for_url(re.compile("/sign-in/"))
