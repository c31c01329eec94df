"""Brings a house back from a backup, into a folder where there is none yet."""

import argparse
import json
import os
import shutil
import sqlite3
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from .backup import FORMAT, MANIFEST, PARTS, digest
from .places import IS_SQLITE, SECRETS, VAR

DATABASE = PARTS["drawleaf.sqlite3"]
# SQLite would add what a house that is gone has left in it.
LOG = DATABASE.with_name(f"{DATABASE.name}-wal")
# Further than any device can have read, or anybody counted, since the backup was made.
FURTHER = 1_000_000_000
COUNTED = [
    ("people_person", "feed_position"),
    ("people_couple", "feed_position"),
    ("people_person", "passkeys_made"),
]
BROKEN = "is no backup of Drawleaf, or did not arrive whole. Nothing was changed."


def main(file: Path):
    """Raises SystemExit with a sentence where it cannot; then all is as it was."""
    if not IS_SQLITE:
        sys.exit("A backup goes back into an SQLite file: leave DATABASE_URL out.")
    os.umask(0o077)
    VAR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=VAR, prefix="restore-") as folder:
        try:
            unpack(file, Path(folder))
        except FileNotFoundError:
            sys.exit(f"There is no {file}.")
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            sys.exit(f"{file} {BROKEN}")
        # Looked at last, so that what is there by now stays.
        if any(place.exists() for place in (SECRETS, DATABASE, LOG)):
            sys.exit(f"Somebody lives in {VAR} already. Name an empty folder in DRAWLEAF_VAR.")
        count_on(Path(folder) / "drawleaf.sqlite3")
        # The secrets first: a database without its salt key is a house nobody can enter.
        for name in sorted(PARTS, reverse=True):
            PARTS[name].parent.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(folder) / name, PARTS[name])
    print(f"Everything is back in {VAR}. Each of you signs in again with their passphrase.")


def count_on(database: Path):
    """What is written from now on must come after all that a device has read already, or that
    device would never ask for it; and a passkey's number that a device knows names no other."""
    with closing(sqlite3.connect(database)) as restored, restored:
        for table, count in COUNTED:
            restored.execute(
                f"UPDATE {table} SET {count} = {count} + ?",  # noqa: S608
                [FURTHER],
            )


def unpack(file: Path, folder: Path):
    """Every part, checked, into `folder`. Raises ValueError for anything that is not as listed."""
    with zipfile.ZipFile(file) as archive:
        listed = json.loads(archive.read(MANIFEST))
        if listed["format"] != FORMAT:
            raise ValueError("another format")
        if set(listed["parts"]) != set(PARTS):
            raise ValueError("other parts")
        for name, expected in listed["parts"].items():
            part = folder / name
            part.parent.mkdir(exist_ok=True)
            with archive.open(name) as packed, part.open("xb") as unpacked:
                shutil.copyfileobj(packed, unpacked)
                unpacked.flush()
                os.fsync(unpacked.fileno())
            if digest(part) != expected:
                raise ValueError(name)


if __name__ == "__main__":
    words = argparse.ArgumentParser(
        prog="drawleaf restore", description="Brings a house back from a backup."
    )
    words.add_argument("file", type=Path)
    main(words.parse_args().file)
