"""The whole server behind a client's line, in this very process."""

import httpx
import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from demo.couple import move_in
from drawleaf.client.client import Client
from drawleaf.people.signing_in import first_code


@pytest.fixture(scope="session")
def whole_server():
    return httpx.WSGITransport(get_wsgi_application())


@pytest.fixture
def newcomer(db, whole_server):
    """`newcomer()`: a client nobody has signed in with, on a device of its own."""
    # A request must not close the connection in which the test's transaction lives.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield lambda device=None: Client("http://localhost", whole_server, device)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def two(newcomer, whole_server):
    """Ana and Bo, a couple already, with the Python client."""
    newcomer()
    return move_in("http://localhost", first_code(), whole_server)
