"""A whole house in one file, kept while the two are writing, and brought back elsewhere."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest
from django.apps import apps

from bench.house import ROOT, House, environment
from drawleaf.client.client import Client
from drawleaf.config import backup
from drawleaf.config.backup import LEFT_OUT
from drawleaf.config.restore import FURTHER
from tests.at_home import WORDS

pytestmark = pytest.mark.once
DAY = "2026-11-22"
ENVELOPES = """
import django; django.setup()
import hashlib, json
from django.apps import apps
from drawleaf.envelopes.fields import EnvelopeField
found = {}
for model in apps.get_models():
    for field in model._meta.local_concrete_fields:
        if isinstance(field, EnvelopeField):
            for key, sealed in model._base_manager.values_list("pk", field.name):
                digest = sealed is not None and hashlib.sha256(sealed).hexdigest()
                found[f"{model.__name__} {key} {field.name}"] = digest
print(json.dumps(found))
"""


def drawleaf(var: Path, *words: object, code: int = 0) -> str:
    """What a command of the host's says; `code` is how it must end."""
    done = subprocess.run(
        [sys.executable, "-m", "drawleaf", *map(str, words)],
        env=environment(var), cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def envelopes(var: Path) -> dict[str, str]:
    return json.loads(House(var).run("-c", ENVELOPES))


def elsewhere(file: Path, var: Path) -> House:
    """A house of its own, restored from this file."""
    drawleaf(var, "restore", file)
    return House(var)


def keep_writing(client: Client, name: str, written: list[str], enough: Event):
    """Writes until told to stop; what the server has said yes to stands in `written`."""
    page = 0
    while not enough.is_set():
        words = f"{name}, page {page}"
        client.add_entry(words, DAY)
        if page % 3 == 0:
            client.share(words, DAY)
        written.append(words)
        page += 1


def wait_for(condition, seconds=60):
    until = monotonic() + seconds
    while not condition():
        assert monotonic() < until
        sleep(0.05)


def read_everything(house: House) -> set[str]:
    """Both sign in on a new device, and everything of theirs opens."""
    found = set()
    for user, words in WORDS.items():
        client = Client(house.url)
        client.sign_in(user, words)
        client.sync()
        things = [*client.entries(), *client.leaves()]
        assert not any(thing.error for thing in things)
        found |= {thing.text for thing in things}
    return found


def words_of_a_device_that_had_read_on(client: Client, house: House) -> list[str]:
    """What it finds after another device of the same person has written at the restored house."""
    had_read_on = Client(house.url, None, client.device)
    had_read_on.sign_in("bo", WORDS["bo"])
    another = Client(house.url)
    another.sign_in("bo", WORDS["bo"])
    another.add_entry("After the fire.", DAY)
    had_read_on.sync()
    return [entry.text for entry in had_read_on.entries()]


def test_a_running_house_comes_back_whole_on_an_empty_machine(home, tmp_path):
    house, enough, written = home.house, Event(), []
    clients = [home.ana, home.bo]
    for user in WORDS:
        clients.append(Client(house.url))
        clients[-1].sign_in(user, WORDS[user])
    with ThreadPoolExecutor(len(clients)) as pool:
        writers = [
            pool.submit(keep_writing, client, f"Device {at}", written, enough)
            for at, client in enumerate(clients)
        ]
        try:
            wait_for(lambda: len(written) >= 100)
            before = set(written)
            drawleaf(house.var, "backup", tmp_path / "while-writing")
            meanwhile = len(written) - len(before)
        finally:
            enough.set()
        for writer in writers:
            writer.result()
    assert meanwhile > 0
    drawleaf(house.var, "backup", tmp_path / "at-rest")
    expected = envelopes(house.var)
    home.bo.sync()

    with elsewhere(tmp_path / "while-writing", tmp_path / "middle") as middle:
        kept = envelopes(middle.var)
        assert kept.items() <= expected.items()
        assert before <= read_everything(middle) <= set(written)
        assert "After the fire." in words_of_a_device_that_had_read_on(home.bo, middle)
    with elsewhere(tmp_path / "at-rest", tmp_path / "restored") as restored:
        assert envelopes(restored.var) == expected
        assert read_everything(restored) == set(written)
        for name in ("drawleaf.sqlite3", "secrets/site_salt_key", "secrets/secret_key"):
            assert stat.S_IMODE((restored.var / name).stat().st_mode) == 0o600
    print(
        f"\n{len(expected)} envelopes compared; {len(kept)} in a backup made while "
        f"{meanwhile} pages were written by {len(clients)} devices"
    )


def test_a_backup_signs_nobody_in(home, tmp_path):
    """Whoever finds the file must not find a way into the house that is open."""
    house = home.house
    with closing(sqlite3.connect(house.var / "drawleaf.sqlite3")) as database:
        keys = [key for (key,) in database.execute("SELECT session_key FROM django_session")]
        held = {key for (key,) in database.execute("SELECT session_key FROM people_device")}
    assert len(keys) >= 2 and held <= set(keys)
    drawleaf(house.var, "backup", tmp_path / "kept")
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "kept") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert set(parts) == {"drawleaf.sqlite3", "secrets/site_salt_key", "manifest.json"}
    assert b"people_person" in parts["drawleaf.sqlite3"]
    signs = (house.var / "secrets" / "secret_key").read_text().strip()
    told = b"".join(parts.values())
    assert not [key for key in [signs, *keys] if key.encode() in told]
    assert secrets_after_restoring(tmp_path)["secret_key"] != signs


def secrets_after_restoring(tmp_path) -> dict[str, str]:
    var = tmp_path / "restored"
    drawleaf(var, "restore", tmp_path / "kept")
    assert not (var / "secrets" / "secret_key").exists()
    House(var).run("-c", "import django; django.setup()")
    return {each.name: each.read_text().strip() for each in (var / "secrets").iterdir()}


def test_nothing_raw_leaves_the_house(house, tmp_path, monkeypatch):
    """Where the backup goes may be a stick, or somebody's cloud: only what is ready goes there."""
    made, copy, stick = [], backup.copy_database, tmp_path / "stick"
    stick.mkdir()

    def copy_database(source, to):
        copy(source, to)
        made.append((to.parent.parent, stat.S_IMODE(to.parent.stat().st_mode), to.parent))
        assert [each.name for each in stick.iterdir()] == ["kept"]

    monkeypatch.setattr(backup, "VAR", house.var)
    at_home = {"drawleaf.sqlite3": house.var / "drawleaf.sqlite3"}
    at_home |= {"secrets/site_salt_key": house.var / "secrets" / "site_salt_key"}
    monkeypatch.setattr(backup, "PARTS", at_home)
    monkeypatch.setattr(backup, "IS_SQLITE", True)
    monkeypatch.setattr(backup, "copy_database", copy_database)
    monkeypatch.setattr(os, "umask", lambda _mask: None)  # of this process, not of a command's
    backup.main(stick / "kept")
    ((folder, mode, gone),) = made
    assert (folder, mode) == (house.var, 0o700) and not gone.exists()


def test_no_number_is_given_twice(home, tmp_path):
    """A device knows a passkey's wrap by its number; the backup does not know of the latest."""
    house = home.house
    drawleaf(house.var, "backup", tmp_path / "kept")
    drawleaf(tmp_path / "restored", "restore", tmp_path / "kept")
    counts = "SELECT passkeys_made, feed_position FROM people_person ORDER BY id"
    found = []
    for var in (house.var, tmp_path / "restored"):
        with closing(sqlite3.connect(var / "drawleaf.sqlite3")) as database:
            found.append(database.execute(counts).fetchall())
    assert found[1] == [tuple(count + FURTHER for count in counts) for counts in found[0]]


def test_each_database_table_is_kept_or_left_out_on_purpose():
    """Whoever adds one decides whether it may travel, and for how long."""
    kept = {
        "auth_group", "auth_group_permissions", "auth_permission", "django_content_type",
        "notebook_record", "people_couple", "people_invitation", "people_keyringpart",
        "people_passkey", "people_person", "table_joint", "table_leaf",
        "table_renewal", "rituals_ritual", "promises_promise", "goals_goal",
        "questions_question", "checkin_checkin",
    }  # fmt: skip
    models = apps.get_models(include_auto_created=True)
    assert {model._meta.db_table for model in models} - kept <= set(LEFT_OUT)


def test_nothing_is_overwritten(home, tmp_path):
    house = home.house
    kept = tmp_path / "kept"
    drawleaf(house.var, "backup", kept)
    before = kept.read_bytes(), envelopes(house.var)
    assert "overwrites nothing" in drawleaf(house.var, "backup", kept, code=1)
    assert "lives in" in drawleaf(house.var, "restore", kept, code=1)
    assert (kept.read_bytes(), envelopes(house.var)) == before
    for left in ("secrets", "drawleaf.sqlite3", "drawleaf.sqlite3-wal"):
        (tmp_path / left / left).mkdir(parents=True)
        assert "lives in" in drawleaf(tmp_path / left, "restore", kept, code=1)
        assert [each.name for each in (tmp_path / left).iterdir()] == [left]
    assert "nothing to keep" in drawleaf(tmp_path / "nowhere", "backup", tmp_path / "new", code=1)
    assert not (tmp_path / "new").exists() and not (tmp_path / "nowhere").exists()


def test_what_did_not_arrive_whole_is_not_moved_into(house, tmp_path):
    kept, var = tmp_path / "kept", tmp_path / "restored"
    drawleaf(house.var, "backup", kept)
    whole = kept.read_bytes()
    with zipfile.ZipFile(kept) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    listed = json.loads(parts["manifest.json"])
    assert listed["parts"]["drawleaf.sqlite3"] == sha256(parts["drawleaf.sqlite3"]).hexdigest()

    def packed(**other):
        with zipfile.ZipFile(kept, "w") as archive:
            for name, data in (parts | other).items():
                if data is not None:
                    archive.writestr(name, data)
        return kept.read_bytes()

    other_key = {"secrets/site_salt_key": b"another"}
    newer = {"manifest.json": json.dumps(listed | {"format": 2})}
    listed["parts"]["../../outside"] = sha256(b"x").hexdigest()
    outside = {"manifest.json": json.dumps(listed), "../../outside": b"x"}
    for broken in (
        b"", whole[:-100], packed(**other_key), packed(**newer), packed(**outside),
        packed(**{"drawleaf.sqlite3": None}),
    ):  # fmt: skip
        kept.write_bytes(broken)
        assert "did not arrive whole" in drawleaf(var, "restore", kept, code=1)
        assert not list(var.iterdir())
    assert "There is no" in drawleaf(var, "restore", tmp_path / "missing", code=1)
    kept.write_bytes(whole)
    assert "Everything is back" in drawleaf(var, "restore", kept)
