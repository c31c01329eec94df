"""Every button while the notebook is shut: it says something, or asks for the passphrase."""

import re

import pytest

from tests.shut_sweep import UNFOLD, shut
from tests.visited import DAY

pytestmark = pytest.mark.browser
# What somebody can notice of a press.
NOTICED = """() => JSON.stringify([
  location.href, document.querySelector("dialog[open]")?.innerText,
  document.querySelector("main").innerText,
  [...document.querySelectorAll("main [aria-pressed]")].map((it) => it.ariaPressed),
  [...document.querySelectorAll("main textarea")].map((it) => it.value),
])"""
# Something in every field, so that a form does more than say that nothing is there; what it has
# said before is gone, so that taking it away is no answer.
FILL = """(button, day) => {
  for (const said of document.querySelectorAll("main .say")) said.textContent = "";
  for (const field of button.closest("form")?.querySelectorAll("textarea, input") ?? []) {
    if (["hidden", "checkbox", "radio"].includes(field.type)) continue;
    field.value ||= field.type === "date" ? day : "12";
  }
}"""
# These leave, or end something for both without a script.
UNSAFE = re.compile("Sign out|End it|Take the offer back")


@pytest.mark.parametrize("is_mine", [True, False], ids=["on her device", "on any device"])
def test_every_button_answers(home, phone, is_mine):
    sweep = shut(home, phone, is_mine)
    page, pressed = sweep.page, set()
    sweep.watch()
    page.route("**/*", lambda it: it.abort() if it.request.method == "POST" else it.fallback())
    for address in sweep.everywhere:
        sweep.at(address)
        number = 0
        while number < buttons(page).count():
            button = buttons(page).nth(number)
            number += 1
            name = button.evaluate("(it) => it.innerText.trim() || it.ariaLabel")
            is_chosen = button.get_attribute("data-span") and is_pressed(button)
            if UNSAFE.search(name) or is_chosen:
                continue
            button.evaluate(FILL, DAY)
            before = page.evaluate(NOTICED)
            button.click()
            pressed.add(name)
            if not answered(page, before):
                sweep.note("says nothing to", name)
            if page.url != sweep.url + address or page.locator("dialog[open]").count():
                sweep.at(address)
    assert not sweep.wrong, sweep.wrong
    print(len(pressed), "buttons:", *sorted(pressed), sep=" · ")


def buttons(page):
    page.locator("main details:not([open])").evaluate_all(UNFOLD)
    return page.locator("main button").locator("visible=true")


def is_pressed(button) -> bool:
    return button.get_attribute("aria-pressed") == "true"


def answered(page, before) -> bool:
    for _ in range(30):
        if page.evaluate(NOTICED) != before:
            page.wait_for_timeout(100)  # a dialog may follow
            return True
        page.wait_for_timeout(50)
    return False
