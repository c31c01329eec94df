"""Every page while its reader's notebook is shut: nothing private shows, and nothing fails."""

import re
from urllib.parse import urlparse

import pytest
from django.urls import resolve

from tests.addresses import READING
from tests.deck import UNSAID
from tests.shut_sweep import ONLY_HERS, UNFOLD, shut

pytestmark = pytest.mark.browser
NO_PAGE = {"feed", "keyring", "salt", "healthz", "worker", "manifest", "offline"}
SIGNED_OUT = {"sign-in", "sign-up", "recover", "join"}
# What is sealed there are a day, an hour and which question it is.
WORDLESS = "[data-checkin], [data-question][data-state=before]"
OURS = re.compile(r"\bours\b")


@pytest.mark.parametrize("is_mine", [True, False], ids=["on her device", "on any device"])
def test_no_page_shows_what_is_only_hers_and_none_fails(home, phone, is_mine):
    sweep = shut(home, phone, is_mine)
    names = {resolve(urlparse(each).path).url_name for each in sweep.everywhere}
    assert names == READING.keys() - NO_PAGE - SIGNED_OUT
    sweep.watch()
    sweep.page.on("requestfailed", lambda it: refused(it) and sweep.note("gets no", it.url))
    sweep.page.on("response", lambda it: it.status >= 400 and sweep.note("gets", it.status, it.url))
    for address in sweep.everywhere:
        sweep.at(address)
        look(sweep, is_notebook=address in sweep.notebook)
    assert not sweep.wrong, sweep.wrong


def refused(request) -> bool:
    """Not by leaving the page before it had come."""
    return "ERR_ABORTED" not in request.failure


def look(sweep, is_notebook):
    page, main = sweep.page, sweep.page.locator("main")
    content = page.content()
    for word in ONLY_HERS:
        if word in content:
            sweep.note("shows", word)
    main.locator("details").evaluate_all(UNFOLD)
    said = main.inner_text()
    if not said.strip():
        sweep.note("is empty")
    if is_notebook and "Your notebook is shut." not in said:
        sweep.note("does not ask for opening")
    if sweep.where in UNSAID or main.locator("sealed-text").count() == 0:
        return
    is_wordless = main.locator(WORDLESS).count() > 0
    if not is_wordless and bool(OURS.search(said)) != sweep.is_mine:
        sweep.note("hides what is ours" if sweep.is_mine else "shows what is ours")
    if page.locator("[data-shut]").is_visible() == sweep.is_mine:
        sweep.note("asks for the table" if sweep.is_mine else "does not ask for the table")
