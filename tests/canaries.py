"""Looking for words where none may be: in everything that a host can hold in their hands."""

import base64
import sqlite3
from dataclasses import dataclass, field
from uuid import uuid4

from bench.house import House

SESSIONS = """
import django; django.setup()
from django.contrib.sessions.models import Session
def flat(value):
    if isinstance(value, dict): value = [*value, *value.values()]
    return "\\n".join(map(flat, value)) if isinstance(value, list) else str(value)
for each in Session.objects.all(): print(flat(each.get_decoded()))
"""


@dataclass
class Flock:
    """Canaries: words of our own making, each of which no chance would bring about."""

    words: list[str] = field(default_factory=list)

    def new(self) -> str:
        self.words.append(f"canary{uuid4().hex}")
        return self.words[-1]

    def found_in(self, places: dict[str, bytes]) -> set[tuple[str, str, str]]:
        """(canary, place, encoding) for every canary that is anywhere."""
        return {
            (word, place, encoding)
            for word in self.words
            for encoding, needles in forms(word).items()
            for place, content in places.items()
            if any(needle in content for needle in needles)
        }


def forms(word: str) -> dict[str, list[bytes]]:
    """Raw, UTF-16, hex, and base64 at each of its three alignments."""
    raw = word.encode()
    return {
        "raw": [raw],
        "utf-16": [word.encode("utf-16-le"), word.encode("utf-16-be")],
        "hex": [raw.hex().encode(), raw.hex().upper().encode()],
        "base64": [base64.b64encode(b"x" * at + raw)[4 * (at > 0) : -4] for at in range(3)],
    }


def places(house: House) -> dict[str, bytes]:
    """Database file, its log, its rows, session rows, and all the server ever said."""
    database = house.var / "drawleaf.sqlite3"
    found = {path.name: path.read_bytes() for path in house.var.glob("drawleaf.sqlite3*")}
    found["rows"] = b"\n".join(cells(database))
    found["sessions"] = house.run("-c", SESSIONS).encode()
    found["server's output"] = house.log.read_bytes()
    found["server's memory"] = memory(house.process.pid)
    return found


def cells(database):
    """Every value of every row, as SQLite gives it to whoever asks."""
    with sqlite3.connect(database) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                yield from (
                    value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
                    for value in row
                )


def memory(pid: int) -> bytes:
    """All that the process can write to, as a core of it would hold."""
    found = []
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb") as pages:
        for line in maps:
            span, rights, _, _, _, *name = line.split()
            start, end = (int(part, 16) for part in span.split("-"))
            if rights.startswith("rw") and not "".join(name).startswith(("[v", "/dev")):
                try:
                    pages.seek(start)
                    found.append(pages.read(end - start))
                except OSError:
                    continue
    return b"".join(found)
