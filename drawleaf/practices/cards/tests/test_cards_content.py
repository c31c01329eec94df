"""Two hundred cards, each walked; and each rule shown a card that breaks it."""

from collections import Counter

import pytest

from drawleaf.practices.cards.tests.faults import deck, faults

pytestmark = pytest.mark.once


def test_two_hundred_cards_and_nothing_wrong_with_any():
    cards = deck()
    assert len(cards) == 200
    assert not list(faults(cards))


def test_what_may_weigh_lies_in_the_deeper_half_and_is_known():
    heavy = Counter(card["depth"] for card in deck().values() if card.get("heavy"))
    assert set(heavy) == {3, 4}
    assert 5 <= heavy[3] <= 15 and 15 <= heavy[4] <= 30


BAD = [
    ("What makes you uneasy in a lift", "ends nowhere"),
    ("Sing the loudest song you know, right now!", "exclaims"),
    ("What should you have said long ago?", "knows better"),
    ("What don't you like about standing in a queue?", "is not set well"),
    ("Were you ever beaten, and who knew of it?", "is about old violence"),
    ("Which evening of your childhood comes back to you?", "is about early years"),
    ("Which sexual wish have you never told anybody?", "is about the bedroom"),
    ("What did your ex do that nobody has done since?", "is about those before"),
    ("Where were you when it rained so, and with whom?", "is about whereabouts"),
    ("What is on your phone that nobody may read?", "is about phones"),
    ("Which password would you give to nobody?", "is about phones"),
    ("What are your plans for the coming summer?", "is about plans"),
    ("Name the sum: how much would make you feel safe?", "is about money"),
    ("How good a listener are you, out of ten?", "is about comparing"),
    ("Describe somebody whom she would have liked.", "is about gender"),
    ("Which word of your kids do you repeat most?", "is about household"),
    ("Which illness do you fear when the night is long?", "is about health"),
    ("Say what your partner gets wrong every single day.", "is about the other’s faults"),
    ("When would you have liked a hug and got none?", "is about touch"),
    ("If you could fly for a day, what would you see first?", "is everybody’s"),
    ("Are you brave?", "is too short or too long"),
    ("Think of a river and a road, and of all that " * 3 + "came?", "is too short or too long"),
    ("You wait. It rains. Nobody comes to fetch you.", "has more than two sentences"),
]


@pytest.mark.parametrize(("asks", "fault"), BAD)
def test_a_bad_card_is_found(asks, fault):
    cards = deck()
    cards["light-07"]["asks"] = asks
    assert f"light-07 {fault}" in list(faults(cards))


@pytest.mark.parametrize(
    "again",
    [
        deck()["light-01"]["asks"],
        "A brass band hands you an instrument as it comes by. For which one do you hope?",
        "You are handed instruments by a passing brass band. Which do you pick?",
    ],
)
def test_a_card_that_comes_twice_is_found_however_it_is_turned(again):
    cards = deck()
    cards["rare-50"]["asks"] = again
    assert "light-01 and rare-50 are alike" in list(faults(cards))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"heavy": True}, "near-10 is heavy where nothing may be"),
        ({"depth": 3}, "near-10 lies in another depth"),
        ({"depth": 3}, "49 cards in depth 2"),
        ({"theme": "love"}, "near-10 has what no card has"),
        ({"score": 3}, "near-10 has what no card has"),
    ],
)
def test_a_card_in_the_wrong_place_is_found(change, fault):
    cards = deck()
    cards["near-10"] |= change
    assert fault in list(faults(cards))


def test_a_deck_that_leans_to_one_side_is_found():
    cards = deck()
    for name in list(cards)[:50]:
        cards[name] |= {"theme": "play", "asks": f"What of this: {cards[name]['asks']}"}
    found = list(faults(cards))
    assert "50 of play in depth 1" in found and "0 of fears in depth 1" in found
    assert any("begin with what" in fault for fault in found)
