"""Their page by two people with the Python client, and what a host can make of it: nothing."""

import pytest

from demo.couple import ANA, BO, Way, pair
from drawleaf.client.client import Client
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.people.models import Couple, Person
from drawleaf.table.models import Leaf

pytestmark = [pytest.mark.django_db, pytest.mark.once]
DAY, NEXT = "2026-11-28", "2026-11-29"
CLEO = Way("Cleo", "cleo", "violin crater sandal orbit thimble")


def read(*clients):
    for client in clients:
        client.sync()


def on_page(client) -> list[tuple[str, str, str, int, str]]:
    client.sync()
    return [(it.name, it.day, it.text, it.revision, it.error) for it in client.our_page()]


def test_both_read_who_wrote_what_on_which_day(two):
    ana, bo = two
    bo.add_to_our_page("So it is.", NEXT)
    ana.add_to_our_page("The heron is *back*.", DAY)
    for who in two:
        assert on_page(who) == [
            ("Ana", DAY, "The heron is *back*.", 1, ""),
            ("Bo", NEXT, "So it is.", 1, ""),
        ]
    assert ana.leaves() == [], "no passage"


def test_changed_it_keeps_its_day_and_is_another_revision(two):
    ana, bo = two
    ana.add_to_our_page("The heron.", DAY)
    for text in ("The heron is back.", "The heron is back, with another."):
        ana.sync()
        ana.change_on_our_page(ana.our_page()[0], text)
    assert on_page(bo) == [("Ana", DAY, "The heron is back, with another.", 3, "")]


def test_only_its_author_changes_it_or_takes_it_back(two):
    ana, bo = two
    record = ana.add_to_our_page("The heron.", DAY)
    read(bo)
    (theirs,) = bo.our_page()
    for act in (lambda: bo.change_on_our_page(theirs, "Mine."), lambda: bo.take_back(record)):
        with pytest.raises(Refusal):
            act()
    ana.take_back(record)
    assert on_page(ana) == on_page(bo) == []


def test_each_table_has_its_own_and_nobody_elses(two, whole_server):
    ana, bo = two
    cleo = Client("http://localhost", whole_server)
    pair(ana, ANA.passphrase, cleo, CLEO)
    read(ana, bo, cleo)
    with_bo, with_cleo = (
        next(each for each in ana.couples() if each.name == name) for name in ("Bo", "Cleo")
    )
    ana.add_to_our_page("For Bo.", DAY, with_bo)
    ana.add_to_our_page("For Cleo.", DAY, with_cleo)
    read(ana, bo, cleo)
    texts = [[it.text for it in ana.our_page(each)] for each in (with_bo, with_cleo)]
    assert texts == [["For Bo."], ["For Cleo."]]
    assert [it.text for it in bo.our_page()] == ["For Bo."]
    assert [it.text for it in cleo.our_page()] == ["For Cleo."]


def test_after_new_keys_the_page_before_is_read_and_not_written(two):
    ana, bo = two
    ana.add_to_our_page("Before.", DAY)
    read(ana, bo)
    before = ana.couple()
    bo.join(ana.invite(renews=before), BO.passphrase)
    ana.confirm(ANA.passphrase)
    bo.unlock(BO.passphrase)
    ana.add_to_our_page("After.", NEXT)
    read(ana, bo)
    for who in two:
        assert [it.text for it in who.our_page()] == ["After."]
        assert [it.text for it in who.our_page(before)] == ["Before."]
        with pytest.raises(VaultError, match="not_paired"):
            who.add_to_our_page("Too late.", NEXT, who.couple(before.id))


def test_words_put_under_anothers_name_or_day_or_brought_back_are_marked(two):
    ana, bo = two
    record = ana.add_to_our_page("The heron.", DAY)
    read(ana, bo)
    assert [it.error for it in bo.our_page()] == [""]
    leaves = Leaf._base_manager.filter(record=record)
    first = leaves.get().envelope
    ana.change_on_our_page(ana.our_page()[0], "The heron is back.")
    assert on_page(bo)[0][2:] == ("The heron is back.", 2, "")

    def host_gives(**change):
        last = (leaves.get().position or 0) + 1
        leaves.update(position=last, **change)
        Couple.objects.update(feed_position=last)
        return on_page(bo)

    assert host_gives(envelope=first, revision=1)[0][-1] == "stale"
    other = Person.objects.get(name="bo")
    assert not [name for name, *_, error in host_gives(author=other) if name == "Bo" and not error]
