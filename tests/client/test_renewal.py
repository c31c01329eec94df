"""New keys through the client: for one who may be known, with nothing lost wherever it stops."""

from uuid import uuid4

import pytest

from drawleaf.client import recovery
from drawleaf.client.bytes import b64u
from drawleaf.client.envelope import seal
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.client.place import Place
from tests.client.conftest import again

DAY = "2026-11-22"
OLD, NEW = "ana ana ana ana ana", "new new new new new"


@pytest.fixture
def renewed(pair):
    """Ana has written, shared, and taken new keys."""
    ana, bo = pair
    ana.entry = ana.add_entry("Bo made tea.", DAY)
    ana.share("Thank you for the tea.", DAY)
    ana.before = ana.server.get("/keyring/"), dict(ana.device.records)
    ana.code = recovery.fresh()
    ana.renew_keys(NEW, ana.code, present=OLD)
    return ana, bo


def states(client):
    return [key.state for key in client.ring.own]


def test_everything_opens_with_the_new_words_and_nothing_with_the_old(renewed, newcomer):
    ana, _ = renewed
    assert states(ana) == ["current", "retired"]
    assert [it.text for it in ana.entries()] == ["Bo made tea."]
    with pytest.raises(Refusal):
        again(newcomer)
    for phone in (again(newcomer, words=NEW), by_code(newcomer, ana.code)):
        phone.sync()
        assert [(it.text, it.error) for it in phone.entries()] == [("Bo made tea.", "")]
        assert states(phone) == ["current", "retired"]


def test_a_link_whose_secret_may_be_copied_ends(pair, newcomer):
    ana, bo = pair
    link = ana.invite(renews=ana.couple())
    bo.join(link, "bo bo bo bo bo")
    ana.renew_keys(NEW, recovery.fresh(), present=OLD)
    assert ana.answer() is None and ana._invitations() == []
    assert [row["state"] for row in ana._rows() if row["state"] != "confirmed"] == ["withdrawn"]
    assert [couple.state for couple in ana.couples()] == ["paired"]


def by_code(newcomer, code):
    phone = newcomer()
    phone.recover("ana", code)
    return phone


def test_what_was_shared_before_is_marked_and_the_partner_sees_nothing(renewed):
    ana, bo = renewed
    ana.share("And for the soup.", DAY)
    for reader in (ana, bo):
        reader.sync()
    marked = {leaf.text: leaf.error for leaf in ana.leaves()}
    assert marked == {"Thank you for the tea.": "from_before", "And for the soup.": ""}
    assert {leaf.error for leaf in bo.leaves()} == {""}
    bo.share("You are welcome.", DAY)


def test_what_comes_under_the_old_key_is_refused_or_marked(renewed):
    ana, _ = renewed
    record, row = next(item for item in ana.before[1].items() if item[0] == str(ana.entry.record))
    with pytest.raises(Refusal, match="not your present one") as refused:
        ana.server.post("/notebook/records/", **row | {"record": ana.person, "revision": 1})
    assert refused.value.reason == "unknown_key"
    ana.device.records[record] = row
    ana.device.own_seen.clear()
    assert [(it.text, it.error) for it in ana.entries()] == [("Bo made tea.", "from_before")]


def test_the_keyring_from_before_is_refused(renewed):
    ana, _ = renewed
    old, get = ana.before[0], ana.server.get
    ana.server.get = lambda where, **query: old if where == "/keyring/" else get(where, **query)
    with pytest.raises(VaultError, match="older_keys"):
        ana.unlock(OLD)
    with pytest.raises(VaultError, match="wrong_passphrase"):
        ana.unlock(NEW)


def test_a_code_gives_new_keys_too(renewed, newcomer):
    ana, _ = renewed
    phone, third = by_code(newcomer, ana.code), "third third third third third"
    phone.renew_keys(third, recovery.fresh(), code=ana.code)
    assert states(phone) == ["current", "retired", "retired"]
    assert [it.text for it in again(newcomer, words=third).entries()] == ["Bo made tea."]
    assert {leaf.error for leaf in phone.leaves()} == {"from_before"}


def test_another_device_goes_on_where_the_first_was_stopped(pair, newcomer, monkeypatch):
    ana, _ = pair
    entries = [ana.add_entry(f"Line {number}.", DAY) for number in range(3)]
    phone = again(newcomer)
    monkeypatch.setattr(ana, "reseal", stopped)
    ana.renew_keys(NEW, recovery.fresh(), present=OLD)
    assert states(ana) == ["current", "retiring"]
    with pytest.raises(Refusal):
        phone.edit(entries[0], "Line nought.")
    phone.sign_in("ana", NEW)
    phone.edit(phone.entries()[0], "Line nought.")
    assert states(phone) == ["current", "retired"]
    ana.unlock(NEW)
    assert states(ana) == ["current", "retired"]
    ana.sync()
    assert {it.text for it in ana.entries()} == {"Line nought.", "Line 1.", "Line 2."}


def stopped():
    raise Refusal(0, {})


def test_what_was_seen_is_remembered_across_new_keys(pair, newcomer):
    ana, _ = pair
    entry = ana.add_entry("Tea.", DAY)
    phone = again(newcomer)
    older = phone.device.records[str(entry.record)]
    ana.edit(entry, "Bo made tea.")
    phone.sync()
    assert [it.text for it in phone.entries()] == ["Bo made tea."]
    phone.lock()
    ana.renew_keys(NEW, recovery.fresh(), present=OLD)
    phone.sign_in("ana", NEW)
    phone.sync()
    phone.device.records[str(entry.record)] = older
    assert [it.error for it in phone.entries()] == ["from_before"]
    later = {"notebook": [ana.device.records[str(entry.record)]], "table": [], "cursor": ""}
    phone.device.take(later)
    assert [(it.text, it.error) for it in phone.entries()] == [("Bo made tea.", "")]
    assert next(iter(phone.device.own_seen.values())).revision == 3


def forged(client, record=None, revision=1):
    """A row under the key that retires, as a host makes it who knows that key."""
    record, old = record or uuid4(), client.ring.own[1]
    place = client._place(record, revision)
    body = {"kind": place.kind, "type": "entry", "day": DAY, "text": "I give up."}
    envelope = b64u(seal(body, place, old).envelope)
    return {"record": str(record), "revision": revision, "envelope": envelope}


@pytest.fixture
def retiring(pair, monkeypatch):
    """Ana has new keys, and the old one still retires."""
    ana, _ = pair
    ana.entry = ana.add_entry("Bo made tea.", DAY)
    with monkeypatch.context() as broken:
        broken.setattr(ana, "reseal", stopped)
        ana.renew_keys(NEW, recovery.fresh(), present=OLD)
    assert states(ana) == ["current", "retiring"]
    return ana


def test_under_a_key_that_retires_only_what_was_seen_is_believed(retiring):
    ana = retiring
    new = forged(ana)
    for row in (new, forged(ana, ana.entry.record, 2)):
        ana.device.records[row["record"]] = row
    assert {it.error for it in ana.entries()} == {"from_before"}
    assert ana.reseal() == 2
    assert ana.device.records[new["record"]] == new
    ana.unlock(NEW)
    assert states(ana) == ["current", "retiring"]


def test_a_key_is_not_retired_while_something_is_kept_back(retiring):
    ana = retiring
    row = ana.device.records.pop(str(ana.entry.record))
    ana.unlock(NEW)
    assert states(ana) == ["current", "retiring"]
    ana.device.records[row["record"]] = row
    ana.unlock(NEW)
    assert states(ana) == ["current", "retired"]
    assert [(it.text, it.error) for it in ana.entries()] == [("Bo made tea.", "")]


def answered_and_stopped(ana, monkeypatch):
    """A question to which she has kept an answer, under a key that has just begun to retire."""
    asked = ana.ask("questions", "apart@1/kitchen", DAY)
    ana.answer_question(ana.question(asked), {"text": "The lamp."})
    with monkeypatch.context() as broken:
        broken.setattr(ana, "reseal", stopped)
        ana.renew_keys(NEW, recovery.fresh(), present=OLD)
    return asked


def test_nor_while_an_answer_that_waits_is_kept_back(pair, monkeypatch):
    ana, _ = pair
    asked = answered_and_stopped(ana, monkeypatch)
    row = ana.device.reveal.pop(f"{asked} waiting")
    ana.unlock(NEW)
    assert states(ana) == ["current", "retiring"]
    ana.device.reveal[f"{asked} waiting"] = row
    ana.unlock(NEW)
    assert states(ana) == ["current", "retired"]
    assert ana.my_answer(ana.question(asked)) == {"text": "The lamp."}


def test_what_waits_is_believed_as_it_was_seen_alone(pair, monkeypatch):
    ana, _ = pair
    asked = answered_and_stopped(ana, monkeypatch)
    genuine, place = ana.device.reveal[f"{asked} waiting"], f"{asked} waiting"
    body = ana.device.open(genuine["envelope"], half(ana, asked, 1), ana.ring.own).body
    words = body | {"revision": 7, "answer": '{"text":"I give up."}'}
    envelope = b64u(seal(words, half(ana, asked, 7), ana.ring.own[1]).envelope)
    forged = ana.device.reveal[place] = genuine | {"revision": 7, "envelope": envelope}
    monkeypatch.setattr(ana, "sync", lambda: None)
    assert ana.reseal() == 1 and ana.device.reveal[place] == forged
    question = ana.question(asked)
    question.given["waiting"] = forged
    with pytest.raises(VaultError, match="from_before"):
        ana.my_answer(question)
    ana.device.reveal[place] = genuine
    assert ana.reseal() == 0


def half(client, asked, revision):
    return Place(client.person, client.person, asked, revision, "reveal", "waiting")


def test_what_was_answered_on_another_device_comes_along(pair, newcomer):
    ana, _ = pair
    ana.add_entry("Bo made tea.", DAY)
    assert len(ana.entries()) == 1
    phone = again(newcomer)
    asked = phone.ask("questions", "apart@1/kitchen", DAY)
    phone.answer_question(phone.question(asked), {"text": "The lamp."})
    ana.renew_keys(NEW, recovery.fresh(), present=OLD)
    assert states(ana) == ["current", "retired"]
    assert ana.my_answer(ana.question(asked)) == {"text": "The lamp."}


def test_what_was_sealed_anew_counts_though_the_server_will_not_hear(retiring, monkeypatch):
    ana = retiring
    post = ana.server.post
    monkeypatch.setattr(
        ana.server, "post", lambda at, **it: stopped() if "/keys/" in at else post(at, **it)
    )
    old = ana.device.records[str(ana.entry.record)]
    ana.unlock(NEW)
    assert states(ana) == ["current", "retiring"]
    ana.device.own_seen.clear()
    ana.device.knows = False
    ana.device.records[old["record"]] = old
    assert [it.error for it in ana.entries()] == ["from_before"]


def test_while_one_key_retires_there_are_no_further_new_keys(ana):
    retiring = ana.ring.renewed()
    assert [key.state for key in retiring.own] == ["current", "retiring"]
    with pytest.raises(VaultError):
        retiring.renewed()
    assert retiring.with_retired().renewed().retiring
