"""What somebody finds who takes up Ana’s phone after her, or frames her pages; in a browser."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from drawleaf.client.client import Client
from drawleaf.client.http import Refusal
from tests.at_home import WORDS, said, sign_in
from tests.entering import sign_out

pytestmark = pytest.mark.browser
WORD = "heronsong"
AT_ONCE = """
import django; django.setup()
from datetime import timedelta
from drawleaf.people.models import Attempt
from drawleaf.web import clock
Attempt.objects.update(waits_until=clock.now() + timedelta(minutes=10))
"""


def words_on(page) -> str:
    return page.evaluate("document.body.innerText") + page.content()


@pytest.mark.parametrize("mine", [False, True], ids=["a shared device", "a device marked mine"])
@pytest.mark.parametrize("page_of", ["/notebook/", "/table/", "/settings/"])
def test_back_after_sign_out_shows_no_word(home, phone, mine, page_of):
    home.ana.add_entry(f"only mine: {WORD}", "2026-11-22")
    page = sign_in(phone(), home.house, "ana", mine=mine)
    home.bo.share(f"for us: {WORD}", "2026-11-22")
    page.goto(home.house.url + page_of)
    if page_of != "/settings/":
        page.get_by_text(WORD).first.wait_for()
        page.goto(f"{home.house.url}/settings/")
    sign_out(page)
    for _ in range(4):
        page.go_back(wait_until="commit")
        page.wait_for_timeout(400)
        assert WORD not in words_on(page)
        if page.url == "about:blank":
            break
    page.goto(home.house.url + page_of)
    page.wait_for_url(re.compile("/sign-in/"))


def test_the_browser_keeps_left_pages_whole_so_that_the_test_above_can_fail(house, phone):
    page = phone().new_page()
    page.goto(f"{house.url}/help/")
    page.evaluate("window.addEventListener('pageshow', (e) => (window.kept = e.persisted))")
    page.goto("data:text/html,elsewhere")
    page.go_back(wait_until="commit")
    page.wait_for_timeout(400)
    assert page.evaluate("window.kept")


def test_no_page_stands_in_a_frame(home, phone):
    page, blocked = phone().new_page(), []
    page.on("console", lambda message: blocked.append(message.text))
    page.set_content(f"<iframe src='{home.house.url}/sign-in/'></iframe>")
    page.wait_for_timeout(500)
    frames = [frame for frame in page.frames if frame != page.main_frame]
    assert not any("Passphrase" in frame.content() for frame in frames)
    assert any("frame" in text.lower() for text in blocked)


@pytest.mark.parametrize(
    "way", ["//evil.example/", "/\\evil.example", "https://evil.example/", "/\t/evil.example/"]
)
def test_sign_in_leads_to_this_house_only(home, phone, way):
    page = phone().new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home.house.url}/sign-in/?next={way}")
    page.fill("#user", "ana")
    page.fill("#passphrase", WORDS["ana"])
    page.click("form[data-sign-in] .button")
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    assert page.url.startswith(home.house.url + "/")
    assert all(url.startswith(home.house.url) for url in asked)


def test_too_many_tries_are_said_on_the_page_and_in_the_terminal(home, phone):
    page, client = phone().new_page(), Client(home.house.url)
    with pytest.raises(Refusal, match="do not fit together"):
        client.sign_in("ana", "not her words")
    home.house.run("-c", AT_ONCE)
    with pytest.raises(Refusal, match=r"Too many tries\. Please wait 10 minutes;"):
        client.sign_in("ana", WORDS["ana"])
    page.goto(f"{home.house.url}/sign-in/")
    page.fill("#user", "ana")
    page.fill("#passphrase", WORDS["ana"])
    page.click("form[data-sign-in] .button")
    said(page, "Too many tries. Please wait 10 minutes; nothing was changed.")


def test_many_guesses_in_one_moment_are_still_many(home):
    """More than there are threads; each counts before it is looked at."""
    clients = [Client(home.house.url) for _ in range(12)]
    for client in clients:
        client.server.get("/sign-in/salt/", user="ana")

    def guess(client):
        try:
            client.server.post("/sign-in/", user="ana", login="A" * 43)
        except Refusal as refusal:
            return refusal.status

    with ThreadPoolExecutor(12) as pool:
        told = [status for _ in range(3) for status in pool.map(guess, clients)]
    print(f"\n36 at once: {told.count(403)} looked at, {told.count(429)} told to wait")
    assert 5 <= told.count(403) <= 8 and set(told) == {403, 429}
