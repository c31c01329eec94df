"""Writes `vectors/`: what the browser and the Python client must both reproduce.

`python -m tests.make_vectors`; the same files on every run.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.vectors import envelopes, passkeys, plain, published, reveal, rings
from tests.vectors.fixed import Case

FOLDER = Path(__file__).parent.parent / "vectors"
Topic = tuple[str, Callable[[], list[Case]]]
TOPICS: dict[str, Topic] = {
    "bytes": ("base64url and length prefixes; null means refused.", plain.bytes_),
    "body": ("JSON in its one spelling; all else is malformed.", plain.body),
    "passphrase": ("From passphrase to login and wrap.", plain.passphrase_),
    "recovery": ("The recovery code, spelled, typed and mistyped.", plain.recovery_),
    "passkey": ("Passkeys: the wrapping key, and the root under it.", passkeys.passkey_),
    "key": ("Key ids and tag keys.", plain.key),
    "tick": ("The record of a day's mark on a ritual.", plain.tick),
    "envelope": ("Sealing, sizes, openings by Ana and what must come of them.", envelopes.envelope),
    "keyring": ("Wraps of the root, and keyrings good and malformed.", rings.keyring_),
    "pairing": ("One pairing whole, with both sides' secrets; then refusals.", rings.pairing_),
    "reveal": ("Both, or neither: questions, commitments, one whole, its refusals.", reveal.reveal),
    "published": ("Known answers of others, typed from the sources named.", published.cases),
}


def spelled(topic: str) -> str:
    """One case a line, so that a change reads as a change."""
    about, cases = TOPICS[topic]
    lines = ",\n".join(json.dumps(case) for case in cases())
    return f'{{"about": {json.dumps(about)}, "cases": [\n{lines}\n]}}\n'


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for topic in TOPICS:
        (FOLDER / f"{topic}.json").write_text(spelled(topic))
        print(topic)
