"""One file that brings a house back: the database as it stands this moment, and its salt key.

The server may be running. Nobody's session goes along, nor the key that vouches for them: whoever
holds the file is signed in as nobody. What it holds is listed with SHA-256, so that restoring
knows whether it arrived whole.
"""

import argparse
import hashlib
import json
import os
import sqlite3
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from .places import DATABASE, IS_SQLITE, SECRETS, VAR

FORMAT = 1
MANIFEST = "manifest.json"
PARTS = {
    "drawleaf.sqlite3": Path(DATABASE["NAME"]),
    "secrets/site_salt_key": SECRETS / "site_salt_key",
}
# A session's key would open the running server; addresses are kept for a day, and not in here.
LEFT_OUT = {
    "django_session": "DELETE FROM django_session",
    "people_device": "UPDATE people_device SET session_key = 'ended ' || id",
    "people_attempt": "DELETE FROM people_attempt",
}


def main(file: Path):
    """Writes `file`, mode 600. Raises SystemExit with a sentence where it cannot."""
    if not IS_SQLITE:
        salt_key = PARTS["secrets/site_salt_key"]
        sys.exit(f"Here PostgreSQL keeps the words: use pg_dump, and keep {salt_key} beside it.")
    for part in PARTS.values():
        if not part.exists():
            sys.exit(f"There is nothing to keep in {VAR}: {part.name} is missing.")
    os.umask(0o077)
    try:
        made = os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
    except FileExistsError:
        sys.exit(f"{file} is there already, and a backup overwrites nothing. Use another name.")
    except OSError as error:
        sys.exit(f"{file} cannot be written: {error.strerror}.")
    try:
        with made, beside_the_house() as folder:
            copy = Path(folder) / "drawleaf.sqlite3"
            copy_database(PARTS["drawleaf.sqlite3"], copy)
            pack(made, PARTS | {"drawleaf.sqlite3": copy})
            made.flush()
            os.fsync(made.fileno())
    except BaseException:
        file.unlink()
        raise
    print(f"Kept in {file}, {file.stat().st_size / 1e6:.1f} MB. Nobody is signed in, in there.")


def beside_the_house():
    """A folder of mode 700. The copy holds sessions at first; they must not reach another disk."""
    return tempfile.TemporaryDirectory(dir=VAR, prefix="backup-")


def copy_database(source: Path, copy: Path):
    """The whole as of one moment; those who write meanwhile need not wait."""
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(copy)) as there:
        here.backup(there)
        there.execute("PRAGMA secure_delete = ON")
        known = {name for (name,) in there.execute("SELECT name FROM sqlite_master")}
        for table, leave_out in LEFT_OUT.items():
            if table in known:
                there.execute(leave_out)
        there.commit()
        there.execute("VACUUM")


def pack(made, parts: dict[str, Path]):
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in parts.items():
            archive.write(path, name)
        listed = {"format": FORMAT, "parts": {name: digest(path) for name, path in parts.items()}}
        archive.writestr(MANIFEST, json.dumps(listed, indent=1))


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    words = argparse.ArgumentParser(
        prog="drawleaf backup", description="Keeps a whole house in one file, while it is open."
    )
    words.add_argument("file", type=Path)
    main(words.parse_args().file)
