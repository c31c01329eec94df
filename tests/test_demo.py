"""The demo's year is written like anybody's, and reads as it should."""

import datetime

from demo import ana, bo, inward, week
from demo.couple import ANA, BO
from demo.story import fill
from drawleaf.people.signing_in import first_code
from drawleaf.practices.foundations.content import foundations


def all_of(reader):
    """What the two have in common, by kind."""
    kinds = {f"{row['collection']}.{row['field']}" for row in reader.device.leaves.values()}
    some = {"ritual.tick", "promise.outcome", "promise.small-repair", "goal.contribution"}
    some |= {"question.words", "question.reply", "cards.drawn", "cards.telling", "checkin.yes"}
    some |= {"foundations.wish", "foundations.wish-answer"}
    assert some | {"page.addition"} <= kinds
    # Halves of a reveal are under another seal: they are read as a question.
    return [reader.of(kind) for kind in sorted(kinds) if not kind.startswith("reveal.")]


def test_a_year_of_ana_and_bo(newcomer, whole_server):
    today = datetime.date(2028, 2, 29)
    assert fill("http://localhost", first_code(), whole_server, today) == (ANA, BO)
    readers = [newcomer(), newcomer()]
    for reader, way, pages in zip(readers, (ANA, BO), (ana.PAGES, bo.PAGES), strict=True):
        reader.sign_in(way.user, way.passphrase)
        reader.sync()
        assert len(reader.entries()) == len(pages)
        assert not any(it.error for it in [*reader.entries(), *reader.leaves()])
        assert reader.safe_space().mine["helps"]
        opened = [reader.read_question(reader.question(each)) for each in reader.opened_weeks()]
        assert len(opened) == len(week.WEEKS) and all("appreciation" in each for each in opened)
        assert len(reader.weeks()) == 1
        months = reader.months()
        assert len(months) == 12 and (months[0].month, months[-1].month) == ("2028-02", "2027-03")
        assert [len(it.answers) for it in reader.wishes()] == [1]
        (explored,) = reader.explorations()
        assert explored.body["answers"] and explored.body["words"] and "next" not in explored.body
    assert readers[0].entries()[0].day == "2027-02-28"
    for mine, ours in zip(*(all_of(reader) for reader in readers), strict=True):
        assert mine == ours and not any(leaf.error for leaf in mine)
    assert readers[0].leaves() == readers[1].leaves()
    assert {leaf.name for leaf in readers[0].leaves()} == {"Ana", "Bo"}
    added = readers[0].our_page()
    assert [it.day for it in added] == sorted(it.day for it in added) and len(added) > 20
    assert 0 < sum(it.revision > 1 for it in added) < 4
    assert 25 <= len(ana.PAGES + bo.PAGES) <= 40


def test_what_they_hope_for_by_example_stands_in_its_words():
    examples = {name: each["examples"] for name, each in foundations().items()}
    assert examples["consistency"]["thursday"] == inward.THURSDAY
    assert examples["boundaries"]["no"] == inward.NO
