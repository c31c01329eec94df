"""The same by two people with the Python client: what is agreed, and what a host cannot forge."""

from datetime import timedelta

import pytest

from demo.couple import ANA
from drawleaf.client.http import Refusal
from drawleaf.client.rituals import beside_mark
from drawleaf.web import clock

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY = "2026-11-28"


@pytest.fixture
def ritual(two):
    ana, bo = two
    ritual = ana.offer_ritual(
        "Supper, screens away", DAY, sort="meal", after="after laying the table"
    )
    bo.sync()
    bo.agree_to_ritual(ritual, DAY)
    return ritual


def test_both_read_what_they_agreed_to(two, ritual):
    for client in two:
        client.sync()
        (found,) = client.rituals()
        assert found.name == "Supper, screens away"
        assert found.yes and found.yes.name == "Bo"


def test_a_day_is_marked_by_either_and_unmarked_by_its_author(two, ritual):
    ana, bo = two
    ana.sync()
    ana.tick(ritual, "2026-11-27")
    bo.tick(ritual, DAY)
    ana.sync()
    assert ana.ticked(ritual) == {"2026-11-27", DAY}
    ana.tick(ritual, "2026-11-27", done=False)
    bo.sync()
    assert bo.ticked(ritual) == {DAY}


def test_the_same_day_from_two_devices_is_one_mark(two, ritual, newcomer):
    ana, _ = two
    other = newcomer()
    other.sign_in("ana", ANA.passphrase)
    ana.sync()
    other.sync()
    ana.tick(ritual, DAY)
    other.sync()
    other.tick(ritual, DAY)
    ana.sync()
    assert len(ana.of("ritual.tick", ritual)) == 1


def test_words_beside_a_mark_are_answered(two, ritual):
    ana, bo = two
    bo.tick(ritual, DAY, what="You rang my mother first.", mattered="I did not have to ask.")
    ana.sync()
    (tick,) = ana.of("ritual.tick", ritual)
    assert tick.body["what"] == "You rang my mother first."
    ana.answer_tick(tick, "It was easy.", DAY)
    bo.sync()
    (answer,) = bo.of("ritual.answer", ritual)
    assert answer.body["about"] == tick.about and answer.text == "It was easy."


def test_marked_again_a_day_keeps_the_words_beside_its_mark(two, ritual):
    _, bo = two
    bo.tick(ritual, DAY, what="You rang my mother first.", mattered="I did not have to ask.")
    bo.sync()
    bo.tick(ritual, DAY)
    bo.sync()
    bo.tick(ritual, DAY, mattered="Nobody had to ask.")
    assert beside(bo, ritual) == {
        "what": "You rang my mother first.",
        "mattered": "Nobody had to ask.",
    }


def test_a_mark_taken_away_takes_its_words_and_brings_none_back(two, ritual):
    _, bo = two
    bo.tick(ritual, DAY, what="You rang my mother first.")
    for done in (False, True):
        bo.sync()
        bo.tick(ritual, DAY, done=done)
        assert beside(bo, ritual) == {}


def test_what_the_other_said_beside_their_mark_is_not_said_by_me(two, ritual):
    ana, bo = two
    bo.tick(ritual, DAY, what="You rang my mother first.")
    ana.sync()
    ana.tick(ritual, DAY)
    ana.sync()
    assert beside_mark(ana.my_mark(ritual, DAY)) == {}


def beside(client, ritual):
    client.sync()
    (tick,) = client.of("ritual.tick", ritual)
    return beside_mark(tick)


def test_a_yes_to_other_words_is_none(two):
    ana, bo = two
    first = ana.offer_ritual("A walk", DAY)
    second = ana.offer_ritual("A walk, every day", DAY)
    bo.sync()
    (words,) = bo.of("ritual.words", first)
    bo.lay(f"/rituals/{second}/agreement/", "ritual.yes", DAY, {"about": words.about})
    ana.sync()
    assert {found.name: found.yes for found in ana.rituals()}["A walk, every day"] is None


@pytest.fixture
def in_weeks(monkeypatch):
    """`in_weeks(7)`: the server's clock shows the day so many weeks after the ritual began."""
    began = clock.now()
    return lambda weeks: monkeypatch.setattr(
        clock, "now", lambda: began + timedelta(weeks=weeks, hours=1)
    )


def test_it_goes_on_where_both_renew_and_not_by_one(two, ritual, in_weeks):
    ana, bo = two
    with pytest.raises(Refusal, match="is over"):
        ana.renew_ritual(ritual)  # too early
    in_weeks(7)
    ana.renew_ritual(ritual)
    bo.renew_ritual(ritual)
    in_weeks(15)
    bo.renew_ritual(ritual)
    in_weeks(17)
    with pytest.raises(Refusal, match="is over"):
        ana.renew_ritual(ritual)


def test_it_rests_as_both_read_and_is_ended_by_either(two, ritual, in_weeks):
    ana, bo = two
    ana.sync()
    ana.rest_ritual(ritual, DAY, until="2026-12-06")
    bo.sync()
    (rest,) = bo.of("ritual.rest", ritual)
    assert rest.body["until"] == "2026-12-06"
    bo.end_ritual(ritual)
    in_weeks(7)
    with pytest.raises(Refusal, match="is over"):
        ana.renew_ritual(ritual)
