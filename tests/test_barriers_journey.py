"""Looking inward in a browser: stopped, gone on with, read, deleted; and told to nobody."""

import re
from datetime import date, datetime, timedelta

import pytest

from tests.at_home import said, sign_in, unlock, write
from tests.canaries import Flock, places
from tests.inward import FEAR, answer, asked, family, result

pytestmark = pytest.mark.browser
MYSELF, HURT, TALK, OUTSIDE = (
    "Showing myself", "What still hurts", "How I talk, and keep silent", "What comes from outside",
)  # fmt: skip
BOS = [
    "/", "/notebook/", "/talk/", "/table/", "/help/", "/feed/", "/feed/?after=1", "/keyring/",
    "/settings/", "/pairing/", "/rituals/", "/promises/", "/goals/", "/rituals/touch/",
]  # fmt: skip
NEW_EACH_TIME = re.compile(rb'(csrfmiddlewaretoken" value=")[^"]*')


@pytest.fixture
def ana(anas_phone):
    return anas_phone


def received(home) -> list:
    """Status, headers and body of all that Bo can open."""
    found = []
    for address in BOS:
        # Packed, a page is as long as the form token makes it.
        answered = home.bo.server.line.get(address, headers={"Accept-Encoding": "identity"})
        headers = [
            it for it in answered.headers.items() if it[0] not in {"date", "set-cookie", "server"}
        ]
        body = NEW_EACH_TIME.sub(rb"\1", answered.content)
        found.append((address, answered.status_code, headers, body))
    return found


def kept(home) -> list[dict]:
    """The explorations in Ana's notebook, as another device of hers opens them."""
    home.ana.sync()
    return [it.body for it in home.ana.records() if it.body.get("type") == "exploration"]


def test_stopped_gone_on_with_another_day_read_and_deleted_and_bo_receives_the_same(
    home, ana, phone
):
    flock = Flock()
    home.bo.server.line.get("/")  # whoever has been here has the form token
    before = received(home)
    family(ana, home.house.url, MYSELF)
    assert asked(ana) == "I would rather manage by myself than be any trouble to somebody."
    answer(ana, "very", "rather", f"{flock.new()} and the catch", "no", "")
    stopped_at = asked(ana)
    ana.get_by_role("button", name="Stop here for today").click()
    said(ana, "Kept. It goes on where you stopped.")
    assert ana.get_by_role("link", name=MYSELF).get_by_text("Half answered").is_visible()
    assert received(home) == before
    (half,) = kept(home)
    assert half["next"] == "joke" and len(half["answers"]) == 3

    other = phone()
    tomorrow = datetime.now() + timedelta(days=1)
    other.clock.install(time=tomorrow)
    page = sign_in(other, home.house, "ana")
    family(page, home.house.url, MYSELF)
    assert asked(page) == stopped_at
    answer(page, "no", "no", "no", f"{flock.new()} now and then", "no", "", "no")
    text = result(page)
    assert f"{tomorrow.day} {tomorrow:%B}" in text
    assert "It sounds as if asking is the hard part" in text
    assert "so small that a no would not hurt" in text
    assert FEAR not in text
    assert all(word in text for word in flock.words)
    for hers in (*flock.words, f"{tomorrow.day} {tomorrow:%B}"):
        text = text.replace(hers, "")
    assert not re.search(r"[0-9%]", text)
    assert len(kept(home)) == 1, "the half one has become this one"
    assert received(home) == before
    page.get_by_text("What you answered", exact=True).click()
    assert page.locator("#view [data-answered] li").count() == 8
    assert flock.found_in(places(home.house)) == set()

    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Delete it").click()
    said(page, "Deleted.")
    assert kept(home) == []
    assert received(home) == before
    assert page.faults == []


def test_a_sitting_is_one_request_like_any_entry(home, ana):
    sent = []
    ana.on("request", lambda it: it.method == "POST" and sent.append(it.url))
    family(ana, home.house.url, OUTSIDE)
    asks = []
    ana.on("request", lambda it: asks.append(it.url))
    answer(ana, *["no"] * 11)
    assert not asks, "no answer sends anything by itself"
    answer(ana, "little")
    assert "Nothing of this seems to weigh much just now." in result(ana)
    assert [each.removeprefix(home.house.url) for each in sent] == ["/notebook/records/"]


def test_where_there_may_be_fear_it_points_to_help_for_one_alone(home, ana):
    family(ana, home.house.url, TALK)
    answer(ana, *["very"] * 11)
    assert asked(ana) == "I weigh each word, for fear of how it will be taken."
    answer(ana, "little")
    text = result(ana)
    assert FEAR in text and "Help for you alone" in text
    assert "both of you" not in text and "a counsellor" not in text
    assert "Saying it aloud where nobody hears it" in text
    asks = []
    ana.on("request", lambda it: asks.append(it.url))
    ana.locator("#view").get_by_role("link", name="Open Help").click()
    ana.locator("dialog.page[open]", has_text="If you are afraid").wait_for()
    assert not asks, "nobody learns that she looked"
    ana.keyboard.press("Escape")

    # In mind in the other families too.
    family(ana, home.house.url, MYSELF)
    answer(ana, "very", *["no"] * 11)
    text = result(ana)
    assert "It sounds as if asking is the hard part" in text
    assert FEAR not in text and "cup of tea" not in text and "will read; and" in text


def test_half_answered_outlives_close_and_lies_sealed_until_then(home, ana):
    family(ana, home.house.url, HURT)
    answer(ana, "rather", "no")
    ana.fill("#explore-words", "the garden gate")
    ana.locator("header [data-close]").tap()
    ana.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert "garden" not in ana.content() and ana.locator("#view [data-question]").count() == 0
    ana.click("#cover button")
    ana.locator("#view").get_by_role("button", name="Open").click()
    unlock(ana, "ana")
    ana.locator("#view [data-question]").wait_for()
    assert ana.input_value("#explore-words") == "the garden gate"
    ana.locator("#view [data-before]").click()
    assert ana.locator("#view [data-answer=no][aria-pressed=true]").count() == 1
    assert kept(home) == [], "it is on this device alone until she stops"
    ana.locator("#view [data-answer=no]").click()
    assert ana.locator("#view [aria-pressed=true]").count() == 0, "the same again takes it away"
    assert ana.locator("#view [data-go]").inner_text() == "Leave it open"


def test_two_quick_taps_answer_one_sentence(home, ana):
    family(ana, home.house.url, MYSELF)
    ana.locator("#view [data-answer=very]").dblclick()
    assert ana.locator("#view [data-way]").inner_text() == "A little way in."
    assert ana.locator("#view [aria-pressed=true]").count() == 0
    ana.locator("#view [data-before]").click()
    assert ana.locator("#view [data-answer=very][aria-pressed=true]").count() == 1
    answer(ana, "and", *["little"] * 10)
    ana.locator("#view [data-answer=little]").dblclick()
    result(ana)
    assert len(kept(home)[0]["answers"]) == 12


def test_done_anew_it_stands_beside_the_earlier_one(home, ana):
    family(ana, home.house.url, HURT)
    answer(ana, *["no"] * 12)
    result(ana)
    ana.get_by_role("link", name="Do it again").click()
    answer(ana, "very", *["no"] * 11)
    text = result(ana)
    assert "It sounds as if something is not over inside" in text
    ana.get_by_role("link", name="An old hurt: a letter").wait_for()
    ana.get_by_role("link", name="Back to all four").click()
    ana.get_by_role("heading", name="Earlier").wait_for()
    ana.locator("[data-earlier] a", has_text=HURT).click()
    assert "Nothing of this seems to weigh" in result(ana)
    assert len(kept(home)) == 2
    ana.get_by_role("link", name="Do it again").click()
    answer(ana, "no")
    ana.get_by_role("button", name="Stop here for today").click()
    ana.get_by_text("Half answered").wait_for()
    assert ana.locator("[data-earlier] li").count() == 2, "all that was finished is still there"


def test_two_phones_that_go_on_with_the_same_half_lose_nothing(home, ana, phone):
    family(ana, home.house.url, OUTSIDE)
    answer(ana, "no", "no")
    ana.get_by_role("button", name="Stop here for today").click()
    said(ana, "Kept.")
    other = sign_in(phone(), home.house, "ana")
    for page in (ana, other):
        family(page, home.house.url, OUTSIDE)
    for page, word in ((ana, "rather"), (other, "very")):
        answer(page, *[word] * 10)
        result(page)
    found = [body["answers"].get("down") for body in kept(home) if "next" not in body]
    assert sorted(found) == ["rather", "very"]
    assert other.faults == []


def test_a_letter_is_written_and_not_sent(home, ana):
    flock = Flock()
    home.bo.server.line.get("/")
    before = received(home)
    ana.goto(f"{home.house.url}/notebook/#inward")
    ana.get_by_role("link", name="An old hurt").click()
    ana.get_by_text("Ways to go on").click()
    ana.get_by_role("button", name="What it did to me:").click()
    ana.keyboard.type(f"I went quiet. {flock.new()}.")
    ana.get_by_role("button", name="What I would have needed:").click()
    ana.locator("header [data-close]").tap()
    ana.wait_for_selector("html[data-notebook=shut]", state="attached")
    assert "I went" not in ana.content()
    ana.click("#cover button")
    ana.locator("#view").get_by_role("button", name="Open").click()
    unlock(ana, "ana")
    text = f"What it did to me: I went quiet. {flock.words[0]}.\n\nWhat I would have needed: "
    ana.locator("#letter-words").wait_for()
    assert ana.input_value("#letter-words") == text
    ana.locator("#letter-words").press("Control+End")
    ana.keyboard.type("A question.")
    ana.get_by_role("button", name="Keep").click()
    said(ana, "Kept.")
    assert home.texts(home.ana) == [f"# A letter that is not sent\n\n{text}A question."]
    assert received(home) == before
    assert flock.found_in(places(home.house)) == set()

    ana.get_by_role("link", name="Lay a passage of it").click()
    ana.get_by_role("checkbox", name="I went quiet.").click()
    assert ana.locator("[data-leaf-words]").inner_text() == "What it did to me: I went quiet."
    ana.goto(f"{home.house.url}/notebook/")
    row = ana.get_by_role("link", name="A letter that is not sent")
    assert "What it did to me" in row.inner_text()
    ana.goto(f"{home.house.url}/notebook/#search")
    ana.fill("#search-words", "needed question")
    said(ana, "One entry")
    ana.go_back()
    row.click()
    ana.get_by_role("link", name="Share a passage").wait_for()
    record = ana.url.partition("#entry/")[2]
    ana.goto(f"{home.house.url}/notebook/#unsent/{record}")
    ana.get_by_role("button", name="Delete it").click()
    ana.locator("dialog[open]").get_by_role("button", name="Delete it").click()
    said(ana, "Deleted.")
    assert home.texts(home.ana) == []
    assert received(home) == before
    home.ana.share("One thing of it.", date.today().isoformat())
    assert received(home) != before, "and the comparison sees what is shared"


def test_what_is_deleted_or_unknown_says_so(home, ana):
    write(ana, home.house, "Something")
    for place in ("explored", "unsent"):
        ana.goto(f"{home.house.url}/notebook/#{place}/6f1c0fd2-41d2-4b25-9d0a-0f4f4cbcb0ac")
        ana.get_by_text("This is not here any more.").wait_for()
        assert not ana.get_by_role("button", name="Delete").is_visible()
    ana.goto(f"{home.house.url}/notebook/#explore/constructor")
    ana.get_by_role("link", name=MYSELF).wait_for()


def test_nothing_answered_is_nothing_to_keep(home, ana):
    family(ana, home.house.url, MYSELF)
    for _ in range(11):
        answer(ana, "")
    ana.get_by_role("button", name="Leave it open").click()
    said(ana, "Nothing is answered yet")
    ana.get_by_role("button", name="Stop here for today").click()
    ana.get_by_role("link", name=MYSELF).wait_for()
    assert kept(home) == []
