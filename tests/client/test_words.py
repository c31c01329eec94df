"""Writing, becoming a couple, sharing, reading: Ana and Bo through their clients."""

import pytest

from drawleaf.client.bytes import b64u
from drawleaf.client.envelope import seal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.client.keys import Key
from drawleaf.client.place import Place
from tests.client.conftest import again

DAY = "2026-11-22"


def test_words_come_back_on_another_device(ana, newcomer):
    ana.add_entry("Bo made tea.", DAY)
    ana.add_entry("*Rain.*", "2026-11-21")
    phone = again(newcomer)
    assert [(it.day, it.text) for it in phone.entries()] == [
        ("2026-11-21", "*Rain.*"),
        (DAY, "Bo made tea."),
    ]
    assert [it.text for it in phone.search("TEA")] == ["Bo made tea."]


def test_edited_and_deleted(ana, newcomer):
    entry = ana.edit(ana.add_entry("Tea.", DAY), "Bo made tea.")
    gone = ana.add_entry("Not this.", DAY)
    ana.delete(gone)
    assert [it.text for it in ana.entries()] == ["Bo made tea."]
    phone = again(newcomer)
    assert [(it.record, it.revision) for it in phone.entries()] == [(entry.record, 2)]


def test_two_devices_change_the_same_entry_and_both_versions_are_kept(ana, newcomer):
    entry = ana.add_entry("Tea.", DAY)
    phone = again(newcomer)
    ana.edit(entry, "Bo made tea.")
    with pytest.raises(Refusal) as refused:
        phone.edit(entry, "Tea at four.")
    assert refused.value.reason == "changed"
    assert refused.value.body["current"]["revision"] == 2
    phone.sync()
    assert [it.text for it in phone.entries()] == ["Bo made tea."]


def test_two_become_a_couple_and_see_the_same_words(pair):
    ana, bo = pair
    assert ana.pairing_words() == bo.pairing_words()
    assert [couple.state for couple in ana.couples() + bo.couples()] == ["paired", "paired"]
    assert (ana.couple().name, bo.couple().name) == ("Bo", "Ana")
    ana.sync()
    assert not [it for it in ana.records() if it.body.get("type") == "invitation"]


def test_who_answered_is_seen_before_confirming(ana, bo, link):
    assert ana.answer() is None
    assert bo.invitation(link).name == "Ana"
    bo.join(link, "bo bo bo bo bo")
    answered = ana.answer()
    assert answered and (answered.name, answered.person) == ("Bo", bo.person)


def test_before_the_yes_nobody_writes(ana, bo, link):
    bo.join(link, "bo bo bo bo bo")
    bo.unlock("bo bo bo bo bo")
    with pytest.raises(VaultError, match="not_paired"):
        bo.share("Hello.", DAY)


def test_a_link_is_for_one_and_only_whole(ana, bo, link):
    with pytest.raises(VaultError, match="malformed"):
        bo.join(link.split("#")[0], "bo bo bo bo bo")
    with pytest.raises(VaultError, match="unknown_key"):
        bo.join(link[:-4] + "AAAA", "bo bo bo bo bo")
    with pytest.raises(Refusal, match="open invitation"):
        ana.invite()
    ana.withdraw()
    with pytest.raises(Refusal):
        bo.join(link, "bo bo bo bo bo")
    assert ana.invite() != link


def test_a_leaf_is_laid_read_and_taken_back(pair):
    ana, bo = pair
    record = ana.share("*I had not asked.* Thank you.", DAY)
    for reader in (ana, bo):
        reader.sync()
        leaf = reader.leaves()[0]
        assert (leaf.text, leaf.day, leaf.name, leaf.error) == (
            "*I had not asked.* Thank you.",
            DAY,
            "Ana",
            "",
        )
    bo.share("You are welcome.", DAY)
    ana.sync()
    assert {leaf.name for leaf in ana.leaves()} == {"Ana", "Bo"}
    with pytest.raises(Refusal):
        bo.take_back(record)
    ana.take_back(record)
    bo.sync()
    assert [leaf.name for leaf in bo.leaves()] == ["Bo"]


def test_the_table_stays_open_when_the_notebook_is_shut(pair):
    ana, bo = pair
    bo.share("Soup is on the stove.", DAY)
    ana.lock()
    ana.sync()
    assert ana.leaves()[0].text == "Soup is on the stove."
    with pytest.raises(VaultError, match="shut"):
        ana.entries()


def test_what_a_device_remembers_survives_a_file(pair, newcomer):
    ana, bo = pair
    bo.share("Soup is on the stove.", DAY)
    ana.sync()
    entry = ana.add_entry("Bo made tea.", DAY)
    older = ana.device.records[str(entry.record)]
    ana.edit(entry, "Bo made soup.")
    ana.lock()
    kept = type(ana.device).from_kept(ana.device.kept())
    assert kept == ana.device
    later = newcomer(kept)
    assert later.leaves()[0].text == "Soup is on the stove."
    later.sign_in("ana", "ana ana ana ana ana")
    later.device.records[str(entry.record)] = older
    assert [it.error for it in later.entries()] == ["stale"]


def test_words_put_into_anas_mouth_are_marked(pair):
    """Bo has the couple's key; with a host's help he can write under her name, not her seal."""
    ana, bo = pair
    person, bo.device.hand = bo.device.hand, type(bo.device.hand)(ana.person, bytes(32))
    couple = bo.couple()
    place = Place(couple.id, ana.person, ana.person, 1, "leaf", "passage")
    body = {"kind": place.kind, "day": DAY, "text": "I give up."}
    forged = b64u(seal(body, place, Key(couple.key), bo.device.hand).envelope)
    bo.device.hand = person
    row = {"couple": str(couple.id), "joint": None, "author": str(ana.person)}
    row |= {"record": str(ana.person), "revision": 1, "collection": "leaf", "field": "passage"}
    for reader in (ana, bo):
        reader.device.take({"notebook": [], "table": [row | {"envelope": forged}], "cursor": ""})
    assert [(leaf.error, leaf.text) for leaf in ana.leaves()] == [("not_mine", "I give up.")]
    assert [leaf.error for leaf in bo.leaves()] == [""]


def test_a_damaged_row_shows_its_place_and_breaks_nothing(ana):
    ana.add_entry("Bo made tea.", DAY)
    other = ana.add_entry("Rain.", DAY)
    row = ana.device.records[str(other.record)]
    for envelope, error in (
        (row["envelope"][:-4] + "AAAA", "damaged"),
        ("not base64url", "malformed"),
        ("", "bad_size"),
    ):
        ana.device.records[str(other.record)] = row | {"envelope": envelope}
        read = sorted((it.text, it.error) for it in ana.entries())
        assert read == [("", error), ("Bo made tea.", "")]


def test_an_older_copy_is_noticed(ana):
    entry = ana.add_entry("Tea.", DAY)
    old = ana.device.records[str(entry.record)]
    ana.edit(entry, "Bo made tea.")
    ana.device.records[str(entry.record)] = old
    assert [it.error for it in ana.entries()] == ["stale"]


SPOILED = [
    {"envelope": None},
    {"record": None},
    {"record": "x"},
    {"revision": 10**400},
    {"revision": "1"},
]


@pytest.mark.parametrize("spoiled", SPOILED)
def test_what_is_no_row_is_not_taken_in(pair, spoiled):
    ana, bo = pair
    mine = ana.add_entry("Bo made tea.", DAY)
    leaf = bo.share("Soup is on the stove.", DAY)
    ana.sync()
    row = dict(ana.device.records[str(mine.record)])
    [there] = ana.device.leaves.values()
    rows = {"notebook": [row | spoiled, None], "table": [there | spoiled, 7]}
    if spoiled == {"envelope": None}:
        rows["table"] = []  # the place of one that was taken back
    ana.device.take(rows | {"cursor": ana.device.cursor})
    assert [it.text for it in ana.entries()] == ["Bo made tea."]
    assert [(it.record, it.text) for it in ana.leaves()] == [(leaf, "Soup is on the stove.")]


def test_a_passage_is_laid_down_once(pair):
    ana, bo = pair
    record = bo.share("I promise.", DAY)
    ana.sync()
    [key] = ana.device.leaves
    row, couple = ana.device.leaves[key], bo.couple()
    place = Place(couple.id, bo.person, record, 2, "leaf", "passage")
    body = {"kind": place.kind, "day": DAY, "text": "I never did."}
    second = seal(body, place, Key(couple.key), bo.device.hand).envelope
    ana.device.leaves[key] = row | {"revision": 2, "envelope": b64u(second)}
    assert [(it.text, it.error) for it in ana.leaves()] == [("", "malformed")]
