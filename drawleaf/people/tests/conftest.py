"""Ana as her browsers come to the server: with her login secret, from any number of devices."""

import pytest
from django.test import Client

from tests import cast


@pytest.fixture
def login(db):
    """Ana's login secret; she is here."""
    secret = cast.login_secret()
    cast.person("ana", secret)
    return secret


@pytest.fixture
def signed_in(login):
    """`signed_in()` is a new browser of hers, on a device marked mine; `words` may be others."""

    def new(words=login):
        browser = Client(headers=cast.JSON)
        browser.post("/sign-in/", {"user": "ana", "login": words, "mine": "on"})
        return browser

    return new
