"""The folder where the terminal client keeps what this device remembers, for its owner only."""

from __future__ import annotations

import json
import os
from pathlib import Path

import httpx

from drawleaf.client.client import Client
from drawleaf.client.device import Device


class Home:
    """`state.json`, mode 600: address, session, and a Device. No passphrase and no root."""

    def __init__(self, folder: Path, transport: httpx.BaseTransport | None = None) -> None:
        self.file = folder / "state.json"
        self.transport = transport

    def open(self) -> Client | None:
        """Whoever is signed in here."""
        if not self.file.exists():
            return None
        kept = json.loads(self.file.read_text())
        client = Client(kept["url"], self.transport, Device.from_kept(kept["device"]))
        client.server.cookies = kept["cookies"]
        return client

    def new(self, url: str) -> Client:
        return Client(url, self.transport)

    def keep(self, client: Client) -> None:
        """Shut the notebook, and write down the rest."""
        client.lock()
        server = client.server
        kept = {"url": server.base_url, "cookies": server.cookies, "device": client.device.kept()}
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self.file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(kept, file)
        fresh.replace(self.file)

    def forget(self) -> None:
        self.file.unlink(missing_ok=True)
