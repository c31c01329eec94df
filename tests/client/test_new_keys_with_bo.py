"""New keys with Bo: both say yes again, and a new table takes the place of the old one."""

from dataclasses import replace
from uuid import uuid4

import pytest

from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal

DAY = "2026-11-22"
ANA, BO = "ana ana ana ana ana", "bo bo bo bo bo"


@pytest.fixture
def asked(pair):
    """Ana has shared a leaf, and asks Bo for new keys."""
    ana, bo = pair
    ana.share("Soup is on the stove.", DAY)
    return ana, bo, ana.couple(), ana.invite(renews=ana.couple())


def test_the_new_table_takes_the_place_of_the_old_one(asked):
    ana, bo, before, link = asked
    bo.join(link, BO)
    bo.share("Until both have said yes, all is as it was.", DAY, before)
    ana.confirm(ANA)
    bo.unlock(BO)
    for person in (ana, bo):
        assert [couple.state for couple in person.couples()] == ["left", "paired"]
        assert person.couple().key != before.key
        person.sync()
        assert len(person.leaves(before)) == 2 and not any(it.error for it in person.leaves())
    bo.share("With our new keys.", DAY)
    ana.sync()
    assert [it.text for it in ana.leaves(ana.couple())] == ["With our new keys."]


def test_nobody_writes_on_the_old_table_any_more(asked):
    ana, bo, before, link = asked
    bo.join(link, BO)
    ana.confirm(ANA)
    with pytest.raises(VaultError, match="not_paired"):
        ana.share("Too late.", DAY, ana.couple(before.id))
    # Bo's device has not heard of it yet; the server has.
    with pytest.raises(Refusal, match="You two have new keys") as refused:
        bo.share("Too late.", DAY, before)
    assert refused.value.reason == "renewed"
    mine = next(leaf for leaf in synced(ana).leaves(before) if leaf.author == ana.person)
    ana.take_back(mine.record)
    assert synced(bo).leaves(before) == []


def synced(client):
    client.sync()
    return client


def test_new_keys_are_for_the_partner_alone(asked, newcomer):
    *_, link = asked
    cleo = newcomer()
    cleo.sign_up("cleo", "Cleo", "cleo cleo cleo", invitation=link.split("/join/")[1][:36])
    with pytest.raises(Refusal, match="for somebody else"):
        cleo.join(link, "cleo cleo cleo")


def test_a_table_is_renewed_by_its_two_and_once(asked, newcomer):
    ana, bo, before, link = asked
    bo.join(link, BO)
    ana.confirm(ANA)
    with pytest.raises(Refusal, match="new keys already"):
        ana.invite(renews=before)
    bo.unlock(BO)
    cleo = newcomer()
    invitation = bo.invite().split("/join/")[1][:36]
    cleo.sign_up("cleo", "Cleo", "cleo cleo cleo", invitation=invitation)
    with pytest.raises(Refusal) as refused:
        cleo.invite(renews=before)
    assert refused.value.status == 404


def test_a_host_cannot_close_another_table_by_what_it_says(asked):
    """Only where the new partner is the old one does a new table take the old one's place."""
    ana, bo, before, link = asked
    bo.join(link, BO)
    with pytest.raises(VaultError, match="another_partner"):
        ana._instead(ana.ring, replace(before, id=uuid4(), partner=uuid4()), before.id)


@pytest.mark.parametrize("said", [None, str(uuid4())])
def test_which_table_is_renewed_is_no_word_of_the_hosts(asked, monkeypatch, said):
    ana, bo, _before, link = asked
    bo.join(link, BO)
    rows = ana._rows()
    monkeypatch.setattr(ana, "_rows", lambda: [row | {"renews": said} for row in rows])
    with pytest.raises(VaultError, match="another_partner"):
        ana.confirm(ANA)
