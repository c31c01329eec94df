"""Passkeys, as the server takes them: what it asks, what it refuses, and in which words."""

import json
from urllib.parse import urlsplit

import pytest

from drawleaf.people.models import Device, KeyringPart, Passkey, Person
from tests import cast
from tests.passkeys import enrol, enrolled, no, sign_in, stranger, wrap
from tests.soft_authenticator import PRESENT, VERIFIED, Authenticator

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(ana, browser_of):
    return browser_of(ana)


def test_what_a_browser_is_asked_for(browser, ana):
    first = enrolled(browser)
    asked = browser.post("/passkeys/challenge/").json()
    assert asked["rp"] == {"id": "localhost", "name": "Drawleaf"}
    assert asked["user"] == {
        "id": cast.text(ana.pk.bytes), "name": "ana", "displayName": "Ana"
    }  # fmt: skip
    wanted = asked["authenticatorSelection"]
    assert (wanted["residentKey"], wanted["userVerification"]) == ("required", "required")
    assert asked["attestation"] == "none"
    assert [each["id"] for each in asked["excludeCredentials"]] == [cast.text(first.id)]
    asked = stranger().post("/sign-in/passkey/challenge/").json()
    assert asked["userVerification"] == "required" and not asked.get("allowCredentials")


def test_a_passkey_signs_in_and_its_wrap_comes_with_the_keyring(browser, ana):
    sealed = wrap()
    key = enrolled(browser, wrap=sealed)
    answer = sign_in(key, mine="on").json()
    assert answer["keyring"]["person"] == str(ana.pk)
    assert answer["keyring"]["envelopes"]["root-passkey-1"] == {"revision": 1, "envelope": sealed}
    (kept,) = answer["keyring"]["passkeys"]
    assert (kept["number"], kept["credential"]) == (1, cast.text(key.id))
    assert Device.objects.get(pk=Passkey.objects.get().device_id).is_mine


def test_without_a_wrap_it_signs_in_all_the_same(browser):
    key = enrolled(browser)
    there = stranger()
    assert "root-passkey-1" not in sign_in(key, there).json()["keyring"]["envelopes"]
    assert there.get("/keyring/").status_code == 200


def test_several_passkeys_each_with_its_own_number(browser):
    keys = [enrolled(browser, wrap=wrap()) for _ in range(3)]
    for key in keys:
        assert sign_in(key).status_code == 200
    kept = browser.get("/keyring/").json()
    assert [each["number"] for each in kept["passkeys"]] == [1, 2, 3]
    assert {"root-passkey-1", "root-passkey-2", "root-passkey-3"} < kept["envelopes"].keys()


def test_a_removed_one_is_gone_with_its_wrap_and_the_others_stay(browser):
    first, second = enrolled(browser, wrap=wrap()), enrolled(browser, wrap=wrap())
    last = Passkey.objects.get(number=2)
    address = f"/passkeys/{last.pk}/removal/"
    assert no(browser.post(address, {"proof": cast.login_secret()})) == (403, "wrong")
    kept = browser.post(address, {"proof": browser.proof}).json()
    assert [each["number"] for each in kept["passkeys"]] == [1]
    assert "root-passkey-2" not in kept["envelopes"] and "root-passkey-1" in kept["envelopes"]
    assert no(sign_in(second)) == (403, "passkey_unknown")
    assert sign_in(first).status_code == 200
    enrolled(browser, wrap=wrap())
    numbers = [each["number"] for each in browser.get("/keyring/").json()["passkeys"]]
    assert numbers == [1, 3], "a number is never given twice"


def test_nobody_removes_anothers(browser, bo, browser_of):
    enrolled(browser, wrap=wrap())
    address, other = f"/passkeys/{Passkey.objects.get().pk}/removal/", browser_of(bo)
    assert other.post(address, {"proof": other.proof}).status_code == 404
    assert Passkey.objects.count() == 1


def test_a_session_alone_adds_none(browser):
    key = Authenticator()
    assert no(enrol(browser, key, proof=cast.login_secret())) == (403, "wrong")
    assert not Passkey.objects.exists() and not KeyringPart.objects.filter(field="root-passkey-1")


LIES = {
    "without checking who holds it": ({"flags": PRESENT}, "passkey_unverified"),
    "without anybody there": ({"flags": VERIFIED}, "passkey_wrong"),
    "for another address": ({"origin": "http://localhost:1"}, "passkey_place"),
    "for another site": ({"rp_id": "example.org"}, "passkey_place"),
}


@pytest.mark.parametrize("lie", LIES)
def test_none_is_enrolled(browser, lie):
    key, (bent, reason) = Authenticator(), LIES[lie]
    vars(key).update(bent)
    assert no(enrol(browser, key)) == (403, reason)
    assert not Passkey.objects.exists()


@pytest.mark.parametrize("lie", LIES)
def test_nobody_comes_in(browser, lie):
    key, (bent, reason) = enrolled(browser), LIES[lie]
    vars(key).update(bent)
    there = stranger()
    assert no(sign_in(key, there)) == (403, reason)
    assert there.get("/keyring/").status_code == 401


@pytest.mark.parametrize(
    "given", ["http://localhost:80", "http://LocalHost", "http://LOCALHOST:80"]
)
def test_the_address_may_be_written_otherwise_than_browsers_do(browser, settings, given):
    settings.ADDRESS = urlsplit(given)
    assert sign_in(enrolled(browser)).status_code == 200


def test_another_port_is_another_address(browser, settings):
    settings.ADDRESS = urlsplit("http://localhost:8080")
    assert no(enrol(browser, Authenticator())) == (403, "passkey_place")
    key = Authenticator(origin="http://localhost:8080")
    assert enrol(browser, key).status_code == 201


def test_the_longest_name_that_a_passkey_may_have_signs_in(browser):
    key = Authenticator()
    key.id = bytes(1023)
    assert enrol(browser, key).status_code == 201
    assert sign_in(key).status_code == 200


def test_an_answer_counts_once(browser):
    key, there = enrolled(browser), stranger()
    asked = there.post("/sign-in/passkey/challenge/").json()
    answer = {"credential": key.get(asked)}
    elsewhere = stranger()
    unasked = elsewhere.post("/sign-in/passkey/", answer)
    assert no(unasked) == (403, "passkey_late")
    assert "answered already" in unasked.json()["sentence"]
    elsewhere.post("/sign-in/passkey/challenge/")
    assert no(elsewhere.post("/sign-in/passkey/", answer)) == (403, "passkey_late")
    key.count += 5
    refused = there.post("/sign-in/passkey/", {"credential": Authenticator().get(asked)})
    assert no(refused) == (403, "passkey_unknown")
    assert no(sign_in(key, there, asked)) == (403, "passkey_late"), "it was asked once"
    assert sign_in(key, there).status_code == 200


def test_a_new_passkey_answers_once_too(browser):
    asked = browser.post("/passkeys/challenge/").json()
    fields = {"proof": browser.proof, "credential": Authenticator().create(asked)}
    assert browser.post("/passkeys/", fields).status_code == 201
    fields["credential"] = Authenticator().create(asked)
    assert no(browser.post("/passkeys/", fields)) == (403, "passkey_late")


def test_a_counter_that_goes_back_or_stays_is_a_copy(browser):
    key = enrolled(browser)
    for _ in range(3):
        assert sign_in(key).status_code == 200
    for count in (0, 2):
        key.count = count
        assert no(sign_in(key)) == (403, "passkey_copied")
    key.count = 3
    assert sign_in(key).status_code == 200


def test_one_that_never_counts_is_no_copy(browser):
    key = enrolled(browser)
    for _ in range(2):
        key.count = -1
        assert sign_in(key).status_code == 200


def test_an_unknown_one_does_not_come_in(browser):
    assert no(sign_in(Authenticator())) == (403, "passkey_unknown")


def test_one_made_for_somebody_else_does_not_come_in(browser, bo):
    key = enrolled(browser)
    key.person = bo.pk.bytes
    assert no(sign_in(key)) == (403, "passkey_other")
    key.person = b""
    assert no(sign_in(key)) == (403, "passkey_other")


def test_another_key_under_a_known_name_does_not_come_in(browser, ana):
    false, key = Authenticator(), enrolled(browser)
    false.id, false.person = key.id, ana.pk.bytes
    assert no(sign_in(false)) == (403, "passkey_wrong")


def test_the_same_passkey_is_not_kept_twice_by_anybody(browser, bo, browser_of):
    key = enrolled(browser)
    refused = enrol(browser, key)
    assert no(refused) == (409, "known") and "here already" in refused.json()["sentence"]
    assert no(enrol(browser_of(bo), key)) == (409, "known")
    assert [each.person.name for each in Passkey.objects.all()] == ["ana"]


@pytest.mark.parametrize("answer", ["x", "{}", "[]", '{"id": 1}', "null"])
def test_what_is_no_answer_is_refused(browser, answer):
    browser.post("/passkeys/challenge/")
    fields = {"proof": browser.proof, "credential": answer}
    assert no(browser.post("/passkeys/", fields)) == (403, "passkey_wrong")
    there = stranger()
    there.post("/sign-in/passkey/challenge/")
    assert no(there.post("/sign-in/passkey/", {"credential": answer})) == (403, "passkey_wrong")


def test_parts_of_an_answer_that_are_no_bytes_are_refused(browser):
    there, key = stranger(), enrolled(browser)
    whole = json.loads(key.get(there.post("/sign-in/passkey/challenge/").json()))
    for part in whole["response"]:
        there.post("/sign-in/passkey/challenge/")
        bent = whole | {"response": whole["response"] | {part: "AAAA"}}
        refused = there.post("/sign-in/passkey/", {"credential": json.dumps(bent)})
        assert no(refused)[0] == 403


def test_new_keys_end_every_passkey(browser):
    key = enrolled(browser, wrap=wrap())
    new = {"kdf": 1, "kid": cast.text(b"new keys"), "generation": 2, "keys": wrap()}
    new |= {"proof": browser.proof, "login": cast.login_secret(), "revision": 2, "envelope": wrap()}
    new |= {"recovery_login": cast.login_secret(), "recovery_revision": 1, "recovery": wrap()}
    assert browser.post("/keyring/renewal/", new).status_code == 200
    assert no(sign_in(key)) == (403, "passkey_unknown")
    assert Person.objects.get(name="ana").passkeys_made == 1
