"""How two people become a couple: through the client, by the same addresses as a browser."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from drawleaf.client.client import Client
from drawleaf.client.partners import read_link


@dataclass(frozen=True)
class Way:
    """How to sign in as somebody."""

    name: str
    user: str
    passphrase: str


ANA = Way("Ana", "ana", "kettle maple harbor lantern moss")
BO = Way("Bo", "bo", "pebble canal toaster willow plum")


def move_in(
    base_url: str, code: str, transport: httpx.BaseTransport | None = None
) -> tuple[Client, Client]:
    """Ana and Bo, a couple at a server where nobody lived; each with a device of their own."""
    ana, bo = (Client(base_url, transport) for _ in range(2))
    ana.sign_up(ANA.user, ANA.name, ANA.passphrase, code=code)
    pair(ana, ANA.passphrase, bo, BO)
    return ana, bo


def pair(inviter: Client, passphrase: str, invited: Client, way: Way) -> str:
    """Somebody who lives here invites somebody new, and confirms; the link that went between."""
    link = inviter.invite()
    invited.sign_up(way.user, way.name, way.passphrase, invitation=read_link(link)[0])
    invited.join(link, way.passphrase)
    inviter.confirm(passphrase)
    invited.unlock(way.passphrase)
    return link
