"""What the client does with its keyring where somebody means ill."""

import pytest

from drawleaf.client.errors import VaultError
from drawleaf.client.http import Refusal
from drawleaf.people.signing_in import first_code


@pytest.fixture
def ana(newcomer):
    ana = newcomer()
    ana.sign_up("ana", "Ana", "ana ana ana ana ana", code=first_code())
    return ana


def test_a_new_code_ends_the_one_before_and_outlives_a_new_passphrase(ana, newcomer):
    words = "ana ana ana ana ana"
    old = ana.recovery_code(words)
    new = ana.recovery_code(words)
    ana.new_passphrase("five other words", present=words)
    with pytest.raises(Refusal):
        newcomer().recover("ana", old)
    newcomer().recover("ana", new)
    ana.recover("ana", new)
    ana.unlock("five other words")


def test_nobody_joins_somebody_of_their_own_name(ana, newcomer):
    link = ana.invite()
    other = newcomer()
    other.sign_up("bo", "ana ", "bo bo bo bo bo", invitation=link.split("/join/")[1][:36])
    with pytest.raises(VaultError, match="bad_name"):
        other.join(link, "bo bo bo bo bo")
