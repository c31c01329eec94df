"""Two people, two phones, from nothing to a couple: real browsers, the production server."""

import re

import pytest

from tests.at_home import sign_in
from tests.entering import make_link, open_keyring, sign_up
from tests.first_hour import Reader

pytestmark = pytest.mark.browser
FIELDS = {
    "/sign-up/": {
        *("person", "user", "name", "kdf", "login", "kid", "wrap", "keys"),
        *("mine", "code", "invitation"),
    },
    "/sign-in/": {"user", "login", "mine"},
    "/invitations/": {"invitation", "couple", "envelope"},
    "/devices/this/use/": set(),
    "/notebook/records/": {"record", "revision", "envelope"},
}


@pytest.fixture
def ana(house, phone):
    """Ana, signed up, on a page of hers; `ana.words` is her passphrase."""
    page = phone().new_page()
    page.goto(f"{house.url}/sign-up/")
    page.words = sign_up(page, "Ana", house.first_code)
    page.wait_for_url(f"{house.url}/")
    return page


def test_two_people_become_a_couple(house, phone):
    ana, bo = Reader(phone().new_page(), "Ana"), Reader(phone().new_page(), "Bo")
    sent = []
    for page in (ana.page, bo.page):
        page.on("request", lambda request: sent.append((request.url, request.post_data or "")))

    ana.page.goto(f"{house.url}/sign-up/")
    ana.look("A place for two")
    ana.type("The name your partner sees", "Ana")
    ana.type("A name to sign in with", "ana")
    ana.type("The code the server printed", house.first_code)
    words = ana.page.locator("[data-given]").inner_text()
    ana.tap("Begin")
    ana.page.wait_for_url(f"{house.url}/")
    ana.page.goto(f"{house.url}/pairing/")
    ana.taps += 1
    ana.look("Invite your partner")
    ana.tap("Make the link")
    ana.look("Send this link")
    ana.tap("Copy")
    ana.page.get_by_text(re.compile("^(Copied|This browser does not copy)")).wait_for()
    assert ana.page.get_by_text("This address works on this device only.").is_visible()
    link = ana.page.get_by_label("Link", exact=True).input_value()
    assert ana.page.locator("[data-qr] path").get_attribute("d")

    bo.page.goto(link)
    bo.look("Ana invites you")
    assert bo.page.evaluate("location.hash") == ""
    bo.type("The name Ana sees", "Bo")
    bo.type("A name to sign in with", "bo")
    bo.tap("Begin")
    bo.look("Waiting for Ana to confirm")

    ana.look("Bo has answered")
    ana.tap("Yes, confirm")
    ana.page.get_by_role("heading", name="Is it you?").wait_for()
    ana.type("Your passphrase", words)
    ana.tap("Open")
    ana.look("You and Bo")
    bo.look("You and Ana")
    six = [reader.page.locator(".spoken").inner_text() for reader in (ana, bo)]
    assert six[0] == six[1] and len(six[0].split()) == 6

    assert ana.page.get_by_text("Six words, not compared yet").is_visible()
    ana.tap("They are the same")
    ana.page.get_by_text("Six words, compared").wait_for()
    ana.page.reload()
    ana.page.get_by_text("Six words, compared").wait_for()
    assert bo.page.get_by_text("Six words, not compared yet").is_visible()
    assert bo.page.locator("main").get_by_role("link", name="To the table").is_visible()

    print(f"\n{ana}\n{bo}\nboth: {ana.seconds + bo.seconds:.0f} s until they are a couple")
    assert ana.seconds + bo.seconds < 240
    # What somebody says or keeps never travels, and only the agreed fields do.
    secret = link.partition("#")[2]
    assert any(url.endswith("/devices/this/use/") for url, _ in sent)
    for url, body in sent:
        assert secret not in url + body
        assert not any(word in body for word in words.split() if len(word) > 4)
        address = re.sub(r"^https?://[^/]+", "", url)
        allowed = FIELDS.get(address)
        if body and allowed:
            assert {part.partition("=")[0] for part in body.split("&")} <= allowed


def test_the_link_comes_back_after_a_reload_and_goes_when_the_notebook_shuts(house, ana):
    link = make_link(ana, house)
    ana.reload()
    ana.get_by_role("heading", name="Send this link").wait_for()
    assert ana.get_by_label("Link", exact=True).input_value() == link
    ana.tap("header [data-close]")
    ana.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert ana.locator("[data-link]").input_value() == ""
    ana.tap("#cover button")
    ana.get_by_role("button", name="Open the notebook").click()
    open_keyring(ana, ana.words)
    ana.get_by_role("heading", name="Send this link").wait_for()
    assert ana.get_by_label("Link", exact=True).input_value() == link


def test_a_withdrawn_link_lets_nobody_in_and_leaves_no_secret(house, ana, phone):
    link = make_link(ana, house)
    ana.get_by_role("button", name="Withdraw").click()
    ana.get_by_role("heading", name="Invite your partner").wait_for()
    bo = phone().new_page()
    bo.goto(link)
    assert bo.get_by_role("heading", name="No longer open").is_visible()
    assert bo.locator("main").get_by_role("link", name="Sign in").is_visible()
    assert make_link(ana, house) != link


def test_an_answer_that_comes_too_late_or_under_a_false_name_says_so(house, ana, phone):
    bo = phone().new_page()
    bo.goto(make_link(ana, house))
    bo.wait_for_function("() => document.querySelector('[data-given]').textContent.length > 14")
    bo.fill("#enrol-name", " ANA")
    bo.fill("#enrol-user", "bo")
    bo.click("form .button")
    bo.get_by_text("That is the other’s name").wait_for()
    bo.fill("#enrol-name", "You")
    bo.click("form .button")
    bo.get_by_text("this word stands for the one who reads").wait_for()
    # A browser that does not mind: Ana's own minds.
    bo.evaluate(
        "[...document.querySelectorAll('template')]"
        ".forEach(({ content }) => content.querySelector('[data-for=you]')?.remove())"
    )
    bo.click("form .button")
    bo.get_by_role("heading", name="Waiting for Ana to confirm").wait_for()
    ana.get_by_text("reads like yours").wait_for()
    week = "const now = Date.now; Date.now = () => now() + 8 * 24 * 3600_000"
    ana.context.add_init_script(week)
    ana.reload()
    ana.get_by_role("button", name="Open the notebook").click()
    open_keyring(ana, ana.words)
    ana.get_by_text("The seven days of this invitation are over").wait_for()


def test_a_yes_that_does_not_open_says_so(house, ana, phone):
    bo = phone().new_page()
    bo.goto(make_link(ana, house))
    sign_up(bo, "Bo")
    bo.get_by_role("heading", name="Waiting for Ana to confirm").wait_for()

    def another(route):
        answer = route.fetch()
        page = answer.text()
        start = page.index('"confirm": "') + 20
        route.fulfill(response=answer, body=page[:start] + "AAAA" + page[start + 4 :])

    bo.route("**/pairing/", another)
    ana.get_by_role("button", name="Yes, confirm").click()
    open_keyring(ana, ana.words)
    ana.get_by_role("heading", name="You and Bo").wait_for()
    bo.get_by_role("heading", name="The other’s yes does not fit").wait_for()


def test_half_a_link_and_another_secret_say_so(house, ana, phone):
    address, _, secret = make_link(ana, house).partition("#")
    bo = phone().new_page()
    bo.goto(address)
    bo.get_by_role("heading", name="Half a link").wait_for()
    bo.goto("about:blank")
    bo.goto(f"{address}#{secret[::-1]}")
    bo.get_by_role("heading", name="This link does not fit").wait_for()


def test_nobody_joins_themselves(house, ana):
    ana.goto(make_link(ana, house))
    assert ana.get_by_role("heading", name="Your own invitation").is_visible()


def test_somebody_who_has_an_account_signs_in_and_comes_back_to_the_link(house, ana, phone):
    first = make_link(ana, house)
    bo = phone().new_page()
    bo.goto(first)
    words = sign_up(bo, "Bo")
    bo.wait_for_url(f"{house.url}/pairing/")
    ana.get_by_role("button", name="No, withdraw").click()
    bo.get_by_text("The invitation you answered was withdrawn").wait_for()
    second = make_link(ana, house)

    other = phone().new_page()
    other.goto(second)
    other.get_by_role("link", name="I have an account").click()
    other.fill("#user", "bo")
    other.fill("#passphrase", words)
    other.click("form .button")
    other.get_by_role("heading", name="Ana invites you").wait_for()
    other.get_by_role("button", name="Join").click()
    open_keyring(other, words)
    other.get_by_role("heading", name="Waiting for Ana to confirm").wait_for()
    ana.get_by_role("heading", name="Bo has answered").wait_for()
    # His first phone learns of it with his passphrase.
    bo.reload()
    bo.get_by_role("button", name="Open the notebook").click()
    open_keyring(bo, words)
    bo.get_by_role("heading", name="Waiting for Ana to confirm").wait_for()


def test_a_lost_line_while_joining_loses_nothing(house, ana, phone):
    link = make_link(ana, house)
    bo = phone().new_page()
    bo.goto(link)
    bo.route("**/join/**", lambda route: route.abort())
    words = sign_up(bo, "Bo")
    bo.get_by_text("There is no connection to the server").wait_for()
    bo.unroute("**/join/**")
    # The page was closed in between: the account is there, the link still holds.
    bo.goto("about:blank")
    bo.goto(link)
    bo.reload()
    bo.get_by_role("button", name="Open the notebook").click()
    open_keyring(bo, words)
    bo.get_by_role("heading", name="Ana invites you").wait_for()
    bo.get_by_role("button", name="Join").click()
    open_keyring(bo, words)
    bo.get_by_role("heading", name="Waiting for Ana to confirm").wait_for()


def test_a_lost_line_while_confirming_loses_nothing(house, ana, phone):
    bo = phone().new_page()
    bo.goto(make_link(ana, house))
    sign_up(bo, "Bo")
    ana.get_by_role("heading", name="Bo has answered").wait_for()
    ana.route("**/confirmation/", lambda route: route.abort())
    ana.get_by_role("button", name="Yes, confirm").click()
    open_keyring(ana, ana.words)
    ana.get_by_text("There is no connection to the server").wait_for()
    ana.unroute("**/confirmation/")
    ana.reload()
    ana.get_by_role("heading", name="Bo has answered").wait_for()
    ana.get_by_role("button", name="Yes, confirm").click()
    open_keyring(ana, ana.words)
    ana.get_by_role("heading", name="You and Bo").wait_for()
    bo.get_by_role("heading", name="You and Ana").wait_for()


def test_words_compared_once_can_be_compared_again(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    not_compared = page.get_by_role("link", name="Six words, not compared yet.")
    page.goto(f"{home.house.url}/pairing/")
    page.get_by_text("Six words, not compared yet").wait_for()
    page.goto(f"{home.house.url}/table/")
    not_compared.click()
    page.get_by_role("button", name="They are the same").click()
    page.get_by_text("Six words, compared").wait_for()
    page.get_by_role("button", name="Compare again").click()
    to_table = page.locator("main").get_by_role("link", name="To the table")
    assert to_table.is_visible()
    page.get_by_text("They differ").click()
    page.get_by_text("Lay nothing on this table").wait_for()
    assert not to_table.is_visible()
    page.get_by_role("button", name="They are the same").click()
    page.get_by_text("Six words, compared").wait_for()
    to_table.click()
    page.get_by_role("heading", name="Table").wait_for()
    page.wait_for_load_state("networkidle")
    assert not not_compared.is_visible()
    page.goto(f"{home.house.url}/pairing/")
    page.get_by_role("button", name="Compare again").click()
    page.get_by_text("They differ").click()
    page.get_by_role("button", name="New keys with Bo").click()
    page.get_by_role("heading", name="New keys with Bo").wait_for()


def test_somebody_else_is_invited_to_another_table(home, phone):
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/pairing/")
    page.get_by_role("heading", name="You and Bo").wait_for()
    assert not page.get_by_role("button", name="Make the link").is_visible()
    page.get_by_role("button", name="Another table").click()
    page.get_by_role("heading", name="One more table").wait_for()
    page.get_by_role("button", name="Make the link").click()
    page.get_by_role("heading", name="Send this link").wait_for()
    page.reload()
    table = page.get_by_role("heading", name="You and Bo")
    table.wait_for()
    sending = page.get_by_role("heading", name="Send this link")
    assert sending.bounding_box()["y"] < table.bounding_box()["y"], "what waits stands first"
    filled = page.locator("main .button:visible:not(.outline, .quiet)")
    assert filled.all_inner_texts() == ["Copy"]
    assert page.get_by_text("Only to the one you invite").is_visible()
    assert "your partner" not in page.locator("main").inner_text()
