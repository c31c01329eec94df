"""Months, hopes and wishes with the Python client: written and read as the browser does it."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from drawleaf.client.errors import VaultError
from drawleaf.client.foundations import FOUNDATIONS, SAYS
from drawleaf.client.sentences import SENTENCES
from drawleaf.client.terminal.foundations import ANSWERS, LOOKS, OFTEN
from drawleaf.practices.foundations.content import foundations

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY = "2026-11-22"
HERE = Path(__file__).parents[1]
SCRIPTS = HERE / "static" / "foundations"
READ = """
import { text } from "node:stream/consumers";
import { answerTo } from "#foundations/answers.js";
import { hopesOf } from "#foundations/hopes.js";
import { monthsOf } from "#foundations/months.js";
const { items, wish, answer } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify({
  months: monthsOf(items).map(({ month, said }) => [month, said]),
  hopes: hopesOf(items).map(({ what }) => what),
  answer: wish && answerTo(wish, answer),
}));
"""


def read_by_the_browser(client, wish=None, answer=None) -> dict:
    items = [{"record": str(it.record), "revision": 1, "body": it.body} for it in client.records()]
    given = {"items": items, "wish": wish and leaf(wish), "answer": answer and leaf(answer)}
    said = subprocess.run(
        ["node", "--input-type=module", "-e", READ], cwd=HERE.parents[2],
        input=json.dumps(given), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(said.stdout)


def leaf(opened) -> dict:
    found = {"record": str(opened.record), "revision": opened.revision, "body": opened.body}
    return found | {"author": {"id": str(opened.author)}, "digest": opened.about[2]}


def spelled(script: str, type: str) -> list[str]:
    """The members of a record of this type in the order in which the browser writes them."""
    text = (SCRIPTS / script).read_text()
    (members,) = re.findall(rf'\{{ (kind: "notebook\.record", type: "{type}", [^}}]*) \}}', text)
    return [each.partition(":")[0] for each in members.split(", ")]


def test_a_month_is_spelled_as_the_browser_spells_it(two):
    ana, _ = two
    said = {"boundaries_line": " A no was just a no. ", "boundaries": 4, "consistency": 2}
    body = ana.keep_month(DAY, **said).body
    *fixed, words = spelled("writing.js", "foundations")
    assert words == "...words" and list(body)[: len(fixed)] == fixed
    assert list(body)[len(fixed) :] == ["consistency", "boundaries", "boundaries_line"]
    assert body["month"] == "2026-11" and body["boundaries_line"] == "A no was just a no."
    trust = spelled("views/trust.js", "trust")
    assert list(ana.hope("boundaries", "Quiet.", DAY).body) == trust[:-1]
    marked = ana.hope("boundaries", "A no that needs no reasons.", DAY, "no").body
    assert list(marked) == [*trust[:-1], "example"] and trust[-1] == "...named"


def test_both_read_the_same_months_and_hopes(two):
    ana, _ = two
    ana.keep_month("2026-10-31", consistency=5)
    ana.keep_month("2026-11-02", consistency=2, boundaries=4, boundaries_line="On the train.")
    ana.keep_month("2026-11-20", consistency=3, boundaries_line="On the train.")
    (november, _) = ana.months()
    assert november.said == {"consistency": 3, "boundaries_line": "On the train."}
    twin = {"month": "2026-11", "boundaries_line": "At home.", "transparency": 1, "consistency": 6}
    ana.keep(ana.add_entry("x", DAY).record, 2, "foundations", day="2026-11-25", **twin)
    for example in ("no", "no", ""):
        ana.hope("boundaries", "A no.", DAY, example)
    browsers = read_by_the_browser(ana)
    assert browsers["months"] == [[it.month, it.said] for it in ana.months()]
    assert browsers["months"][0][1]["boundaries_line"] == "On the train.\n\nAt home."
    assert browsers["hopes"] == [it.body["what"] for it in ana.hopes()] == ["A no.", "A no."]
    ana.keep_month("2026-11-30", consistency=4)
    assert [it.said for it in ana.months()] == [{"consistency": 4}, {"consistency": 5}]
    assert sum(it.body["type"] == "foundations" for it in ana.records()) == 2, "the twin is gone"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-13-01", {"consistency": 3}), ("2026-11", {"consistency": 3}),
        (DAY, {}), (DAY, {"consistency": 0}), (DAY, {"consistency": 6}), (DAY, {"boundaries": "4"}),
        (DAY, {"consistency": True}), (DAY, {"trust": 3}), (DAY, {"boundaries_line": 3}),
        (DAY, {"consistency": 3, "boundaries_line": " "}),
    ],
)  # fmt: skip
def test_what_is_no_month_is_refused_in_a_sentence(two, day, said):
    ana, _ = two
    with pytest.raises(VaultError) as refused:
        ana.keep_month(day, **said)
    assert SENTENCES[refused.value.reason].count(".") in (1, 2) and ana.months() == []


def test_a_wish_is_laid_and_answered_by_the_other_alone(two):
    ana, bo = two
    hope = ana.hope("consistency", "A yes on Sunday.", DAY)
    ana.offer_wish(hope.body["what"], DAY)
    for who in two:
        who.sync()
    (wish,) = bo.wishes()
    assert list(wish.words.body) == ["kind", "day", "text"] and not wish.answers
    for who, says in ((ana, "thanks"), (bo, "no")):
        with pytest.raises(VaultError, match="no_reply"):
            who.answer_wish(wish, says, DAY)
    with pytest.raises(VaultError, match="no_hope"):
        ana.hope("trust", "A yes.", DAY)
    bo.answer_wish(wish, "thanks", DAY)
    ana.sync()
    ((wish, (answer,)),) = [(it.words, it.answers) for it in ana.wishes()]
    assert read_by_the_browser(ana, wish, answer)["answer"] == "thanks"


def test_the_terminal_says_it_in_the_words_of_the_page():
    assert {name: each["month"] for name, each in foundations().items()} == LOOKS
    assert list(LOOKS) == list(FOUNDATIONS)
    page = "".join(it.read_text() for it in (HERE / "templates" / "foundations").glob("_*.html"))
    for number, often in enumerate(OFTEN, 1):
        assert f'data-for="month_{number}">{{% translate "{often}" %}}' in page
    assert tuple(ANSWERS) == SAYS
    for says, words in ANSWERS.items():
        assert f'data-says="{says}" hidden>{{% translate "{words}" %}}' in page
