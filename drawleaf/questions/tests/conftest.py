"""Ana and Bo with the Python client, and a question that Ana has laid before both."""

import pytest

from demo.couple import move_in
from drawleaf.people.signing_in import first_code
from drawleaf.questions.tests.writing import ASKS, DAY


@pytest.fixture
def two(newcomer, whole_server):
    newcomer()
    return move_in("http://localhost", first_code(), whole_server)


@pytest.fixture
def asked(two):
    ana, bo = two
    found = ana.ask("questions", ASKS, DAY)
    bo.sync()
    return found
