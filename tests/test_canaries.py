"""Whole lives, by client and by browser, a canary in every word; the host finds none of them.

Each run also plants some on purpose in every place searched, and must find those.
"""

import base64
import sqlite3

import pytest

from demo.couple import Way, pair
from demo.deck import opened
from drawleaf.client.client import Client
from tests import apart
from tests.asked import answer_apart, live_a_week
from tests.at_home import write
from tests.canaries import Flock, forms, places
from tests.entering import make_code, make_link, open_keyring, sign_out, sign_up

pytestmark = pytest.mark.once
DAY = "2026-11-22"
ENCODED = {
    "raw": str.encode,
    "utf-16": lambda word: word.encode("utf-16-le"),
    "base64": lambda word: base64.b64encode(word.encode()),
}


def live(house, flock):
    """Everything the two can do, in words that are canaries. The link's secret is one too."""
    words = {name: f"{name} {flock.new()} in five words" for name in ("ana", "bo", "new")}
    ana, bo = Client(house.url), Client(house.url)
    ana.sign_up("ana", "Ana", words["ana"], code=house.first_code)
    link = pair(ana, words["ana"], bo, Way("Bo", "bo", words["bo"]))
    flock.words += [link.partition("#")[2], " ".join(ana.pairing_words())]
    ana.compared(ana.couple())
    for size in (1, 50, 2000):
        entry = ana.add_entry(f"{flock.new()} " * size, DAY)
        ana.edit(entry, f"*{flock.new()}*")
    ana.delete(ana.add_entry(flock.new(), DAY))
    bo.add_entry(flock.new(), DAY)
    kept = ana.share(flock.new(), DAY)
    ana.take_back(ana.share(flock.new(), DAY))
    for who in (ana, bo):
        who.sync()
        assert [leaf.record for leaf in who.leaves() if not leaf.error] == [kept]
    assert ana.search(flock.words[-4]) == []
    live_together(flock, ana, bo)
    live_a_week(flock, ana, bo)
    answer_apart(flock, ana, bo)
    flock.words.append(ana.recovery_code(words["ana"]))
    ana.new_passphrase(words["new"], present=words["ana"])
    bo.sign_out()
    bo.sign_in("bo", words["bo"])
    bo.sync()
    assert len(bo.entries()) == 1
    return ana


def live_together(flock, ana, bo):
    """What two do again and again: its name, its hour, what is written beside it, its rest."""
    ritual = ana.offer_ritual(flock.new(), DAY, after=flock.new(), when=flock.new())
    bo.sync()
    bo.agree_to_ritual(ritual, DAY)
    bo.tick(ritual, DAY, what=flock.new(), mattered=flock.new())
    ana.sync()
    (tick,) = ana.of("ritual.tick", ritual)
    ana.answer_tick(tick, flock.new(), DAY)
    ana.rest_ritual(ritual, DAY, until=flock.new())
    bo.add_to_our_page(flock.new(), DAY)
    ana.take_back(ana.add_to_our_page(flock.new(), DAY))
    bo.sync()
    ana.sync()
    (added,) = bo.our_page()
    bo.change_on_our_page(added, f"{flock.new()}\n\n{flock.new()}")
    ana.make_promise(DAY, what=flock.new(), by=flock.new(), often=flock.new())
    ana.promise_myself(DAY, when=flock.new(), then=flock.new())
    ana.small_repair(flock.new(), flock.new(), flock.new(), DAY)
    ana.keep_month(DAY, boundaries_line=flock.new())
    ana.hope("boundaries", flock.new(), DAY)
    ana.offer_wish(flock.new(), DAY)
    ana.keep_exploration("stress", DAY, {}, {"left": flock.new()})
    ana.write_letter(flock.new(), DAY)
    safe = {"helps": flock.new(), "stop": flock.new()}
    opened(ana, bo, ana.make_safe_space(DAY), safe, {"quoted": flock.new()})
    ana.reply(ana.question(ana.safe_space().words.record), flock.new(), DAY)
    bo.tell(flock.new(), DAY)
    ana.sync()
    ana.reply_to(ana.tellings()[0], flock.new(), DAY)
    goal = ana.begin_goal(flock.new(), DAY, why=flock.new(), currency=flock.new())
    bo.sync()
    (promise,) = bo.promises()
    bo.thank_for_promise(promise, flock.new(), DAY)
    ana.settle_promise(promise, "kept", DAY)
    bo.bring(goal, flock.new(), DAY)
    bo.take_step(goal, flock.new(), DAY)
    bo.lay(f"/goals/{goal}/leaves/", "goal.contribution", DAY, {"amount": flock.new()})
    bo.say_hard(goal, flock.new(), DAY)
    bo.celebrate(goal, flock.new(), DAY)


def plant(house, ana, word):
    """Where words could end up if somebody forgot: each place, in each encoding."""
    for encode in ENCODED.values():
        database = sqlite3.connect(house.var / "drawleaf.sqlite3")
        with database:
            database.execute(
                "UPDATE people_person SET display_name = display_name || ?",
                (encode(word).decode("latin-1"),),
            )
        database.close()
        with house.log.open("ab") as log:
            log.write(encode(word) + b"\n")
    session = f"s['forgotten'] = {[encode(word).decode('latin-1') for encode in ENCODED.values()]}"
    house.run(
        "-c",
        "import django; django.setup()\n"
        "from django.contrib.sessions.backends.db import SessionStore\n"
        f"s = SessionStore(); {session}; s.save()",
    )
    ana.server.page(f"/sign-in/salt/?user={word}")


def test_the_host_finds_no_word(house):
    flock = Flock()
    live(house, flock)
    searched = places(house)
    assert flock.found_in(searched) == set()
    print(f"{len(flock.words)} canaries, {len(searched)} places,", end=" ")
    print(f"{sum(map(len, searched.values())) >> 20} MiB: none found")


def become_two(house, flock, ana, bo):
    """In two browsers. Ana takes the words she is given, Bo brings some of his own."""
    ana.goto(f"{house.url}/sign-up/")
    ana.words = sign_up(ana, "Ana", house.first_code)
    ana.wait_for_url(f"{house.url}/")
    link = make_link(ana, house)
    bo.goto(link)
    bo.get_by_role("button", name="My own").click()
    bo.fill("#enrol-name", "Bo")
    bo.fill("#enrol-user", "bo")
    bo.fill("#known", flock.new())
    bo.words = f"{flock.new()} in five words"
    bo.fill("#new-passphrase", bo.words)
    bo.get_by_text("Strong enough").wait_for()
    bo.get_by_role("button", name="Begin").click()
    ana.get_by_role("heading", name="Bo has answered").wait_for()
    ana.get_by_role("button", name="Yes, confirm").click()
    open_keyring(ana, ana.words)
    for page in (ana, bo):
        page.locator(".spoken").wait_for()
    flock.words += [ana.words, link.partition("#")[2], ana.locator(".spoken").inner_text()]
    ana.goto(f"{house.url}/settings/")
    flock.words.append(make_code(ana))


def write_and_share(house, flock, ana):
    """A line, an entry changed and looked for, a draft, one deleted; a passage of one is laid."""
    ana.goto(f"{house.url}/")
    ana.fill("#line", flock.new())
    ana.get_by_role("button", name="Keep").click()
    ana.locator(".say", has_text="Kept.").first.wait_for()
    write(ana, house, flock.new())
    ana.get_by_role("button", name="Delete").click()
    ana.get_by_role("button", name="Delete it").click()
    ana.locator(".say", has_text="Deleted.").first.wait_for()
    passage, rest = flock.new(), flock.new()
    write(ana, house, rest)
    entry = ana.url.partition("#entry/")[2]
    ana.get_by_role("link", name="Change").click()
    ana.fill("#entry-words", f"{passage}. {rest} {flock.new()}.")
    ana.get_by_role("button", name="Keep").click()
    ana.locator("main [data-words]", has_text=passage).wait_for()
    ana.goto(f"{house.url}/notebook/#search")
    ana.fill("#search-words", rest)
    ana.locator("[data-results] mark").wait_for()
    ana.fill("#search-words", flock.new())
    ana.locator(".say", has_text="Nothing").wait_for()
    ana.goto(f"{house.url}/notebook/#write")
    ana.fill("#entry-words", flock.new())
    ana.goto(f"{house.url}/notebook/#share/{entry}")
    ana.locator(".sentence").first.click()
    ana.get_by_role("button", name="Lay it on the table").click()
    ana.wait_for_url("**/table/leaves/**")
    return passage


def do_again(house, flock, ana, bo):
    """A ritual offered, agreed, marked with words; what each likes; dots beside a line.

    And on the page of the two something added, and half written.
    """
    bo.goto(f"{house.url}/table/page/")
    bo.fill("#addition", flock.new())
    bo.get_by_role("button", name="Add to our page").click()
    bo.locator("[data-months] li", has_text=flock.words[-1]).wait_for()
    bo.fill("#addition", flock.new())
    ana.goto(f"{house.url}/rituals/new/#gratitude")
    name = flock.new()
    form = ana.locator("form:visible")
    form.get_by_label("What you call it").fill(name)
    form.get_by_label("After what?").fill(flock.new())
    form.get_by_label("When it may stand on Today").select_option("day")
    ana.get_by_role("button", name="Offer it").click()
    ana.get_by_role("heading", name=name).wait_for()
    bo.goto(f"{house.url}/rituals/")
    bo.get_by_role("button", name="Yes, let us").click()
    bo.get_by_role("heading", name=name).wait_for()
    ana.goto(f"{house.url}/")
    ana.get_by_role("button", name=name).click()
    ana.get_by_label("What you did").fill(flock.new())
    ana.locator("form.ask").get_by_role("button", name="Keep").click()
    ana.locator(".say", has_text="Marked.").first.wait_for()
    ana.goto(f"{house.url}/rituals/touch/")
    ana.get_by_label("What I like").fill(flock.new())
    ana.get_by_role("button", name="Lay it on the table").click()
    ana.get_by_role("button", name="Take it back").wait_for()


def write_apart(house, flock, ana, bo):
    """A question kept, changed, opened and replied to; another half written, and one that waits."""
    address = apart.lay_before_both(ana, f"{house.url}/questions/")
    apart.keep(ana, address, flock.new())
    ana.get_by_role("button", name="Change it").click()
    ana.locator("[data-answer] textarea").fill(flock.new())
    ana.get_by_role("button", name="Keep").click()
    ana.locator("[data-mine]", has_text=flock.words[-1]).wait_for()
    apart.keep(bo, address, flock.new())
    for page in (ana, bo):
        apart.press_open(page, address)
        page.get_by_text("You have pressed Open.").or_(page.get_by_text("Open for both")).wait_for()
    ana.goto(address)
    ana.get_by_text(flock.words[-1]).wait_for()
    apart.reply(bo, address, flock.new())
    other = apart.lay_before_both(bo, f"{house.url}/questions/")
    apart.keep(ana, other, flock.new())
    apart.fill(bo, other, flock.new())
    bo.wait_for_timeout(700)


@pytest.mark.browser
def test_the_host_finds_no_word_of_what_two_browsers_lived(house, phone):
    flock = Flock()
    ana, bo = phone().new_page(), phone().new_page()
    become_two(house, flock, ana, bo)
    passage = write_and_share(house, flock, ana)
    bo.goto(f"{house.url}/table/")
    bo.locator("sealed-text", has_text=passage).wait_for()
    do_again(house, flock, ana, bo)
    write_apart(house, flock, ana, bo)
    assert flock.found_in(places(house)) == set()
    ana.goto(f"{house.url}/table/")
    ana.locator("[data-card]").click()
    ana.get_by_text("Take it back", exact=True).click()
    ana.get_by_role("button", name="Take it back from the table").click()
    ana.get_by_text("No passage lies here.").wait_for()
    for page in (ana, bo):
        page.goto(f"{house.url}/settings/")
        sign_out(page)
    searched = places(house)
    assert flock.found_in(searched) == set()
    print(f"{len(flock.words)} canaries, {len(searched)} places: none found")


def test_what_is_planted_is_found(house):
    ana = Client(house.url)
    ana.sign_up("ana", "Ana", "ana ana ana ana ana", code=house.first_code)
    flock = Flock()
    plant(house, ana, flock.new())
    found = {(place, encoding) for _, place, encoding in flock.found_in(places(house))}
    for place in ("drawleaf.sqlite3-wal", "rows", "sessions", "server's output"):
        for encoding in ENCODED:
            assert (place, encoding) in found, (place, encoding)
    assert ("server's memory", "raw") in found
    with sqlite3.connect(house.var / "drawleaf.sqlite3") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found = {(place, encoding) for _, place, encoding in flock.found_in(places(house))}
    assert {("drawleaf.sqlite3", encoding) for encoding in ENCODED} <= found


@pytest.mark.parametrize("encoding", ["raw", "utf-16", "hex", "base64"])
def test_each_form_is_known_at_every_alignment(encoding):
    word = Flock().new()
    whole = {
        "raw": str.encode,
        "utf-16": lambda text: text.encode("utf-16-be"),
        "hex": lambda text: text.encode().hex().encode(),
        "base64": lambda text: base64.urlsafe_b64encode(text.encode()),
    }[encoding]
    for before in ("", "a", "ab", "abc"):
        hidden = whole(before + word + "after")
        assert any(needle in hidden for needle in forms(word)[encoding])
