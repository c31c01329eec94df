"""Enrolling a passkey and coming in with it, as a browser would; what it is told where it fails."""

from django.test import Client

from tests import cast
from tests.soft_authenticator import Authenticator


def stranger():
    return Client(headers=cast.JSON)


def wrap():
    return cast.text(cast.envelope(bucket=4096))


def enrol(browser, key, **fields):
    asked = browser.post("/passkeys/challenge/").json()
    fields = {"proof": browser.proof, "credential": key.create(asked)} | fields
    return browser.post("/passkeys/", fields)


def enrolled(browser, **fields):
    key = Authenticator()
    assert enrol(browser, key, **fields).status_code == 201
    return key


def sign_in(key, browser=None, asked=None, **fields):
    browser = browser or stranger()
    asked = asked or browser.post("/sign-in/passkey/challenge/").json()
    return browser.post("/sign-in/passkey/", {"credential": key.get(asked)} | fields)


def no(answer):
    sentence = answer.json()["sentence"]
    assert sentence.count(".") == 2 and sentence.endswith("."), "what happened, and what to do"
    return answer.status_code, answer.json()["reason"]
