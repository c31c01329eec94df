"""Ana and Bo, each with a client of their own, against the whole server in one process."""

import pytest

from drawleaf.people.signing_in import first_code


@pytest.fixture
def ana(newcomer):
    ana = newcomer()
    ana.sign_up("ana", "Ana", "ana ana ana ana ana", code=first_code())
    return ana


@pytest.fixture
def link(ana):
    return ana.invite()


@pytest.fixture
def bo(newcomer, link):
    bo = newcomer()
    invitation = link.split("/join/")[1][:36]
    bo.sign_up("bo", "Bo", "bo bo bo bo bo", invitation=invitation)
    return bo


@pytest.fixture
def pair(ana, bo, link):
    bo.join(link, "bo bo bo bo bo")
    ana.confirm("ana ana ana ana ana")
    bo.unlock("bo bo bo bo bo")
    return ana, bo


def again(newcomer, user="ana", words="ana ana ana ana ana"):
    """The same person on another device."""
    client = newcomer()
    client.sign_in(user, words)
    client.sync()
    return client
