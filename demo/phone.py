"""A phone in a browser, and signing in on it by hand."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from demo.couple import Way

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


def open_chromium(playwright: Playwright, **options: Any) -> Browser:
    found = os.environ.get("DRAWLEAF_CHROMIUM")
    return playwright.chromium.launch(executable_path=found, args=QUIET, **options)


@contextmanager
def phones_of(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """`with phones_of(browser) as phone`: each `phone()` is a new one, in this browser."""
    contexts = []

    def new(**options: Any) -> BrowserContext:
        context = browser.new_context(**PHONE, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context

    yield new
    for context in contexts:
        context.close()


def sign_in(page: Page, url: str, way: Way, mine: bool = False) -> None:
    page.goto(f"{url}/sign-in/")
    page.fill("#user", way.user)
    page.fill("#passphrase", way.passphrase)
    page.set_checked("input[name=mine]", mine)
    page.click("form[data-sign-in] .button")
    page.wait_for_url(f"{url}/")
