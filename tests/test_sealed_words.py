"""What lies on the table, as a page shows it: whole, forged, damaged, hostile, hidden."""

import json
import sqlite3
from base64 import urlsafe_b64decode
from pathlib import Path
from uuid import uuid4

import pytest

from drawleaf.client.envelope import seal
from drawleaf.client.keys import Key
from drawleaf.client.place import Place
from tests.at_home import sign_in, unlock

pytestmark = pytest.mark.browser
TODAY = "2026-11-22"
HOSTILE = Path(__file__).parents[1] / "drawleaf/web/tests/js/hostile.json"
SHIFTS = """() => {
  window.shift = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shift += entry.value;
  });
  observer.observe({ type: "layout-shift", buffered: true });
}"""


@pytest.fixture
def ana(anas_phone):
    return anas_phone


def host(home, sql: str, *values):
    """The host's own hand in the database."""
    with sqlite3.connect(home.house.var / "drawleaf.sqlite3") as database:
        assert database.execute(sql, values).rowcount == 1


def table(page, home, path: str = "/table/"):
    page.goto(home.house.url + path)
    page.wait_for_selector("sealed-text[opened]")
    page.wait_for_function("() => !document.querySelector('sealed-text:not([opened])')")
    page.wait_for_timeout(500)  # what has been seen is written down a moment later


def words(page) -> list[str]:
    return page.locator("sealed-text").all_inner_texts()


def put_under_ana(home, text: str):
    """Bo seals words with the couple's key in Ana's name; the host files them as hers."""
    record = home.bo.share("in Bo's own name", TODAY)
    couple = home.bo.couple()
    place = Place(couple.id, home.ana.person, record, 1, "leaf", "passage")
    hand = home.bo.device.hand
    forging = type(hand)(**{**vars(hand), "person": home.ana.person})
    body = {"kind": "leaf.passage", "day": TODAY, "text": text}
    envelope = seal(body, place, Key(couple.key), forging).envelope
    host(
        home,
        "UPDATE table_leaf SET author_id = ?, envelope = ? WHERE record = ?",
        home.ana.person.hex,
        envelope,
        record.hex,
    )


def test_words_under_ones_name_without_ones_seal_are_marked(home, ana):
    home.ana.share("Her own words.", TODAY)
    put_under_ana(home, "I never wrote this.")
    table(ana, home)
    assert words(ana) == ["I never wrote this.", "Her own words."]
    marks = ana.locator("[data-leaf-trouble]").all_inner_texts()
    assert marks == ["This carries your name, but not your seal.", ""]
    table(ana, home)
    assert ana.locator("[data-leaf-trouble]").first.inner_text() == marks[0]


def test_a_leaf_taken_back_and_put_there_again_by_the_host_is_marked(home, ana):
    record = home.ana.share("Her own words.", TODAY)
    table(ana, home, f"/table/leaves/{record}/")
    envelope = ana.locator("sealed-text").get_attribute("data-envelope")
    ana.get_by_text("Take it back", exact=True).click()
    ana.get_by_role("button", name="Take it back from the table").click()
    ana.get_by_text("No passage lies here.").wait_for()
    host(
        home,
        "UPDATE table_leaf SET taken_back_at = NULL, envelope = ? WHERE record = ?",
        urlsafe_b64decode(envelope + "=" * (-len(envelope) % 4)),
        record.hex,
    )
    table(ana, home)
    assert words(ana) == ["This is older than you have seen."]


def test_no_name_makes_words_look_like_ones_own(home, ana):
    home.ana.share("Her own words.", TODAY)
    home.bo.share("His words.", TODAY)
    put_under_ana(home, "I never wrote this.")
    table(ana, home)
    edges = ana.evaluate(
        """() => [...document.querySelectorAll("article[data-leaf]")].map((leaf) => {
        const { content, borderInlineStartWidth, borderInlineEndWidth } =
          getComputedStyle(leaf, "::after");
        if (content === "none") return "none";
        const widths = [borderInlineStartWidth, borderInlineEndWidth].join(" ");
        return { "4px 0px": "start", "0px 4px": "end" }[widths] ?? widths;
        })"""
    )
    assert edges == ["none", "end", "start"]
    heard = ana.locator("[data-leaf-whose]").all_text_contents()
    assert heard == ["", "Not your words, but the other’s:", "Your own words, under your seal:"]


def test_what_does_not_open_says_so_in_its_place(home, ana):
    damaged, moved, changed, kept = (home.bo.share(text, TODAY) for text in "abcd")
    table(ana, home)
    sealed = "SELECT envelope FROM table_leaf WHERE record = "
    host(
        home,
        "UPDATE table_leaf SET envelope = CAST(substr(envelope, 1, 200) || zeroblob(93) AS BLOB) "
        "WHERE record = ?",
        damaged.hex,
    )
    host(
        home,
        f"UPDATE table_leaf SET envelope = ({sealed} ?) WHERE record = ?",
        kept.hex,
        moved.hex,
    )
    place = Place(home.bo.couple().id, home.bo.person, changed, 1, "leaf", "passage")
    body = {"kind": "leaf.passage", "day": TODAY, "text": "other words"}
    other = seal(body, place, Key(home.bo.couple().key), home.bo.device.hand).envelope
    host(home, "UPDATE table_leaf SET envelope = ? WHERE record = ?", other, changed.hex)
    table(ana, home)
    assert words(ana) == [
        "d",
        "This has been changed since you read it.",
        "This is damaged and does not open. The rest is as it was.",
        "This is damaged and does not open. The rest is as it was.",
    ]


def test_what_the_host_puts_back_into_the_notebook_is_marked_there(home, ana):
    """Ana's own words of yesterday, sealed by herself, where she has written on since."""
    home.ana.add_entry("as it was", TODAY)
    home.ana.sync()
    [entry] = home.ana.entries()
    before = envelope_of(home, entry.record)
    home.ana.edit(entry, "as it is now")
    ana.goto(f"{home.house.url}/notebook/")
    ana.get_by_role("link", name="as it is now").wait_for()
    put_back = (
        "UPDATE notebook_record SET revision = 1, envelope = ?, "
        "position = (SELECT feed_position + 1 FROM people_person WHERE id = ?) WHERE record = ?"
    )
    host(home, put_back, before, home.ana.person.hex, entry.record.hex)
    host(
        home,
        "UPDATE people_person SET feed_position = feed_position + 1 WHERE id = ?",
        home.ana.person.hex,
    )
    ana.reload()
    ana.get_by_role("link", name="as it is now").click()
    ana.get_by_text("This is older than you have seen.").first.wait_for()


def envelope_of(home, record) -> bytes:
    with sqlite3.connect(home.house.var / "drawleaf.sqlite3") as database:
        sealed = "SELECT envelope FROM notebook_record WHERE record = ?"
        return database.execute(sealed, [record.hex]).fetchone()[0]


def test_hostile_words_stay_words(home, ana):
    ana.on("dialog", lambda dialog: pytest.fail(dialog.message))
    sent = []
    ana.on("request", lambda request: sent.append(request.url))
    corpus = [each["text"] for each in json.loads(HOSTILE.read_text()) if "times" not in each]
    for text in corpus:
        if "\x00" not in text and text.isprintable() or "<" in text:
            home.bo.share(text, TODAY)
    table(ana, home)
    tags = ana.evaluate(
        "() => [...document.querySelectorAll('sealed-text *')].map((node) => node.localName)"
    )
    allowed = set("p h2 h3 h4 ul ol li blockquote pre code em strong br".split())
    assert len(tags) > 20 and set(tags) <= allowed
    assert all(url.startswith(home.house.url) for url in sent)


def test_opened_words_leave_the_page_when_it_is_hidden_and_come_back(home, ana):
    for number in range(3):
        home.bo.share(f"Sealed words number {number}. " * 9, TODAY)
    ana.add_init_script(f"({SHIFTS})()")
    table(ana, home)
    height = ana.evaluate("document.documentElement.scrollHeight")
    for state in ("hidden", "visible"):
        ana.evaluate(
            """(state) => {
            const is = (name, value) =>
              Object.defineProperty(document, name, { configurable: true, get: () => value });
            is("visibilityState", state);
            is("hidden", state === "hidden");
            document.dispatchEvent(new Event("visibilitychange"));
            window.during = document.querySelector("main").textContent;
            }""",
            state,
        )
        if state == "hidden":
            assert "Sealed words" not in ana.evaluate("window.during")
            assert ana.evaluate("document.documentElement.scrollHeight") == height
    ana.wait_for_function("() => !document.querySelector('sealed-text:not([opened])')")
    assert "Sealed words" in words(ana)[0]
    assert ana.evaluate("window.shift") == 0


def test_words_are_gone_from_a_page_that_is_left_and_back_with_it(home, ana):
    home.bo.share("Sealed words", TODAY)
    table(ana, home)
    ana.evaluate(
        """() => addEventListener("pagehide", () => {
        sessionStorage.setItem("left", document.querySelector("main").textContent);
        })"""
    )
    ana.goto(f"{home.house.url}/help/")
    assert "Sealed words" not in ana.evaluate("sessionStorage.getItem('left')")
    ana.go_back(wait_until="commit")
    ana.wait_for_selector("sealed-text[opened]")
    assert words(ana) == ["Sealed words"]


def test_the_table_stays_open_on_a_device_marked_mine_and_shuts_on_any_other(home, ana, phone):
    home.bo.share("Sealed words", TODAY)
    other = sign_in(phone(), home.house, "ana")
    for page in (ana, other):
        table(page, home)
        page.click("header [data-close]")
        page.wait_for_selector("html[data-notebook=shut]", state="attached")
        assert "Sealed words" not in page.evaluate("document.querySelector('main').textContent")
        page.click("#cover button")
    ana.wait_for_selector("sealed-text[opened]")
    assert words(ana) == ["Sealed words"]
    other.get_by_text("Your table is shut on this device.").wait_for()
    other.locator("main").get_by_role("button", name="Open").click()
    other.get_by_role("heading", name="Open your table").wait_for()
    other.get_by_text("This device is not marked as only yours, so it asks each time.").wait_for()
    other.fill("#unlock-passphrase", "not it")
    other.locator("#unlock").get_by_role("button", name="Look").click()
    assert other.get_attribute("#unlock-passphrase", "type") == "text"
    unlock(other, "ana")
    assert other.get_attribute("#unlock-passphrase", "type") == "password"
    other.locator("sealed-text", has_text="Sealed words").wait_for()
    assert not other.get_by_text("Your table is shut on this device.").is_visible()


def test_a_leaf_of_nobody_known_breaks_nothing(home, ana):
    home.bo.share("Sealed words", TODAY)
    record = home.bo.share("from a stranger", TODAY)
    host(
        home, "UPDATE table_leaf SET revision = 2, record = ? WHERE record = ?", uuid4().hex,
        record.hex,
    )  # fmt: skip
    table(ana, home)
    assert words(ana)[1] == "Sealed words"
    assert "damaged" in words(ana)[0]
