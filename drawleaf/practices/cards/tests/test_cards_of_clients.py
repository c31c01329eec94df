"""The same by two people with the Python client: what opens, what counts, what nobody can fake."""

from dataclasses import replace

import pytest

from demo.couple import ANA
from demo.deck import SAFE, opened
from drawleaf.client import recovery
from drawleaf.client.cards import SPACE
from drawleaf.client.envelope import seal
from drawleaf.client.errors import VaultError
from drawleaf.client.keys import Key
from drawleaf.client.place import Place
from drawleaf.table.models import Leaf

pytestmark = [pytest.mark.django_db, pytest.mark.once]
BEFORE, DAY, NEXT, LATER = "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"


@pytest.fixture
def safe(two):
    opened(*two, two[0].make_safe_space(DAY), *SAFE)
    sync(two)
    return two


def sync(two):
    for client in two:
        client.sync()


def both_say_yes(two, day=DAY):
    for client in two:
        client.say_deeper(day)
    sync(two)


def test_a_light_card_is_drawn_laid_written_on_and_opened(two):
    ana, bo = two
    card = ana.draw_card(1, DAY, "play")
    assert (card.depth, card.theme) == (1, "play")
    id = ana.lay_card(card.asks, DAY)
    opened(ana, bo, id, {"text": "The tuba."}, {"text": "The triangle."})
    assert bo.question(id).text == card.text
    assert bo.read_question(bo.question(id)) == {"text": "The tuba."}
    bo.reply(bo.question(id), "I would come and listen.", DAY)
    ana.sync()
    assert [it.text for it in ana.replies(ana.question(id))] == ["I would come and listen."]


def test_none_comes_again_before_all_of_a_theme_were_laid_by_either(two):
    of_theme = [it for it in two[0].deck() if (it.depth, it.theme) == (2, "fears")]
    found = []
    for number in range(len(of_theme)):
        who = two[number % 2]
        found.append(who.draw_card(2, DAY, "fears").asks)
        who.lay_card(found[-1], DAY)
        sync(two)
    assert set(found) == {card.asks for card in of_theme}
    assert two[0].draw_card(2, DAY, "fears").asks in found


def test_the_safe_space_stands_in_both_own_words(safe):
    ana, bo = (client.safe_space() for client in safe)
    assert (ana.mine, ana.theirs) == SAFE
    assert (bo.theirs, bo.mine) == SAFE


def test_made_anew_the_last_counts_and_until_it_is_open_the_one_before(safe):
    ana, bo = safe
    first = ana.safe_space().words.record
    again = bo.make_safe_space(DAY)
    sync(safe)
    assert {client.safe_space().words.record for client in safe} == {first}
    opened(bo, ana, again, {"helps": "A walk."}, {"helps": "A bench."})
    sync(safe)
    assert {client.safe_space().words.record for client in safe} == {again}


def test_deeper_takes_a_yes_of_each_and_back_takes_one(safe):
    ana, bo = safe
    with pytest.raises(VaultError, match="not_deeper"):
        ana.draw_card(3, DAY)
    ana.say_deeper(DAY)
    sync(safe)
    assert not any(client.is_deeper(DAY) for client in safe)
    bo.say_deeper(DAY)
    sync(safe)
    assert all(client.is_deeper(day) for client in safe for day in (BEFORE, DAY, NEXT))
    assert not any(client.is_deeper(LATER) for client in safe), "it lapses by itself"
    card = ana.draw_card(3, DAY)
    bo.take_deeper_back()
    sync(safe)
    assert not any(client.is_deeper(DAY) for client in safe)
    ana.put_card_away(card.asks, DAY)
    bo.sync()
    assert bo.used_cards()[card.asks] == 1


def test_without_a_safe_space_that_stands_open_there_is_nothing_to_say_yes_to(two):
    ana, bo = two
    id = ana.make_safe_space(DAY)
    bo.sync()
    for client, words in zip(two, SAFE, strict=True):
        client.answer_question(client.question(id), words)
    ana.open_question(ana.question(id))
    sync(two)
    with pytest.raises(VaultError, match="no_safe_space"):
        ana.say_deeper(DAY)


def test_a_yes_is_not_carried_over_to_another_safe_space(safe):
    ana, bo = safe
    both_say_yes(safe)
    opened(bo, ana, bo.make_safe_space(NEXT), {"helps": "A walk."}, {"helps": "A bench."})
    sync(safe)
    assert not any(client.is_deeper(NEXT) for client in safe)


def test_a_host_who_is_bo_says_no_yes_for_ana(safe):
    """He has their key and every row, and lays one under her name: her own devices know."""
    ana, bo = safe
    bo.say_deeper(DAY)
    words = bo.safe_space().words
    couple = bo.couple()
    place = Place(couple.id, ana.person, ana.person, 1, "cards", "deeper")
    body = {"kind": "cards.deeper", "day": DAY, "about": words.about}
    forged = seal(body, place, Key(couple.key), replace(bo.device.hand, person=ana.person))
    lay_as_host(ana, place, forged.envelope)
    sync(safe)
    (act,) = (it for it in ana.of("cards.deeper") if it.author == ana.person)
    assert act.error == "not_mine"
    assert not ana.is_deeper(DAY)
    with pytest.raises(VaultError, match="not_deeper"):
        ana.draw_card(4, DAY)


def test_what_was_taken_back_a_host_does_not_bring_back(safe):
    ana = safe[0]
    both_say_yes(safe)
    mine = next(it for it in ana.of("cards.deeper") if it.author == ana.person)
    rows = Leaf._base_manager.filter(record=mine.record)
    envelope = bytes(rows.get().envelope)
    ana.take_deeper_back()
    sync(safe)
    rows.update(envelope=envelope, taken_back_at=None, position=10_000)
    sync(safe)
    assert not any(client.is_deeper(DAY) for client in safe)


def test_after_new_keys_it_is_agreed_on_anew(safe):
    ana = safe[0]
    both_say_yes(safe)
    ana.renew_keys("harbor lantern moss kettle maple", recovery.fresh(), present=ANA.passphrase)
    sync(safe)
    assert not ana.is_deeper(DAY), "her yes is under a key that others may know"


def test_something_is_told_answered_and_taken_back(two):
    ana, bo = two
    record = ana.tell("I was jealous.", DAY)
    bo.sync()
    (told,) = bo.tellings()
    bo.reply_to(told, "Thank you for telling me.", DAY)
    bo.lay("/cards/replies/", "cards.reply", DAY, {"about": [*told.words.about[:2], "x"]})
    ana.sync()
    (told,) = ana.tellings()
    assert (told.words.text, [it.text for it in told.replies]) == (
        "I was jealous.", ["Thank you for telling me."],
    )  # fmt: skip
    ana.take_back(record)
    sync(two)
    assert bo.tellings() == []


def test_what_goes_well_is_asked_like_a_card(two):
    ana, bo = two
    id = ana.ask_what_goes_well(DAY)
    bo.sync()
    assert bo.question(id).asks == "well@1/well"
    assert SPACE not in {it.body["asks"] for it in bo.of("question.words")}


def lay_as_host(ana, place, envelope):
    place_of = {"record": place.record, "collection": "cards", "field": "deeper"}
    last = {"position": 10_000, "first_position": 10_000}
    leaf = Leaf(couple_id=place.scope, author_id=ana.person, revision=1, **place_of, **last)
    leaf.envelope = envelope
    leaf.save(force_insert=True)
