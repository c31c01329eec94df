"""Passphrases, codes, keyrings and dead lines: Ana and Bo through their clients."""

import httpx
import pytest

from drawleaf.client.client import Client
from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal, Server
from tests.client.conftest import again

DAY = "2026-11-22"


def test_a_wrong_passphrase_opens_nothing(ana, newcomer):
    with pytest.raises(Refusal, match="do not fit together"):
        again(newcomer, words="not these")
    with pytest.raises(VaultError, match="wrong_passphrase"):
        ana.unlock("not these")


def test_a_new_passphrase_ends_the_others(ana, newcomer):
    ana.add_entry("Bo made tea.", DAY)
    phone = again(newcomer)
    ana.new_passphrase("new new new new new", present="ana ana ana ana ana")
    with pytest.raises(Refusal) as refused:
        phone.sync()
    assert refused.value.reason == "signed_out"
    with pytest.raises(Refusal):
        phone.sign_in("ana", "ana ana ana ana ana")
    assert again(newcomer, words="new new new new new").entries()[0].text == "Bo made tea."
    ana.sync()
    ana.unlock("new new new new new")


def test_the_recovery_code_opens_and_gives_a_new_passphrase(ana, newcomer):
    ana.add_entry("Bo made tea.", DAY)
    first = ana.recovery_code("ana ana ana ana ana")
    code = ana.recovery_code("ana ana ana ana ana")
    lost = newcomer()
    with pytest.raises(Refusal):
        lost.recover("ana", first)
    with pytest.raises(VaultError, match="bad_code"):
        lost.recover("ana", code[:-1])
    lost.recover("ana", code.lower())
    lost.sync()
    assert lost.entries()[0].text == "Bo made tea."
    lost.new_passphrase("new new new new new", code=code)
    again(newcomer, words="new new new new new")


def test_an_older_keyring_is_refused(ana, newcomer, link, bo):
    old = ana.server.get("/keyring/")
    bo.join(link, "bo bo bo bo bo")
    ana.confirm("ana ana ana ana ana")
    ana.server.get = lambda address, **query: (
        old if address == "/keyring/" else type(ana.server).get(ana.server, address, **query)
    )
    with pytest.raises(VaultError, match="older_keys"):
        ana.unlock("ana ana ana ana ana")


def test_sign_out_leaves_nothing(ana):
    ana.add_entry("Bo made tea.", DAY)
    ana.sign_out()
    assert ana.device == type(ana.device)()
    with pytest.raises(Refusal):
        ana.sync()


def no_line(request):
    raise httpx.ConnectError("gone")


def test_the_notebook_opens_without_a_server_after_its_keys_have_changed(pair):
    ana, bo = pair
    ana.new_passphrase("new new new new new", present="ana ana ana ana ana")
    ana.server = Server("http://localhost", httpx.MockTransport(no_line))
    bo.server = ana.server
    ana.unlock("new new new new new")
    bo.unlock("bo bo bo bo bo")
    assert ana.ring.couples[0].state == bo.ring.couples[0].state == "paired"


def test_no_line_is_said_in_one_sentence():
    nobody = Client("http://localhost:1")
    with pytest.raises(Refusal, match="does not answer") as refused:
        nobody.sign_in("ana", "ana ana ana ana ana")
    assert refused.value.reason == "no_line"
