"""The server dies in mid-sentence, again and again: nothing acknowledged is lost, nothing twice."""

import os
import uuid
from urllib.parse import urlsplit

import pytest

from bench.house import House
from drawleaf.config.places import IS_SQLITE
from tests.at_home import moved_in
from tests.ledger import Writer, compare, kill_while_writing

KILLS = 200 if IS_SQLITE else 40
CHECK = (
    "import sqlite3, sys; print(*sqlite3.connect(sys.argv[1]).execute('PRAGMA integrity_check'))"
)


@pytest.fixture
def house(tmp_path):
    """On the database that these tests are run on, with one of its own there."""
    if IS_SQLITE:
        with House(tmp_path) as house:
            yield house
        return
    import psycopg

    where = urlsplit(os.environ["DATABASE_URL"])
    name = f"kills_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(where._replace(path="/postgres").geturl(), autocommit=True) as line:
        line.execute(f'CREATE DATABASE "{name}"')

        class Hosted(House):
            more = {"DATABASE_URL": where._replace(path=f"/{name}").geturl()}

        try:
            with Hosted(tmp_path) as house:
                yield house
        finally:
            line.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_what_was_acknowledged_outlives_every_kill(house, tmp_path):
    moved_in(house)
    writers = [Writer.at(house, user, seed) for seed, user in enumerate(["ana", "bo"] * 2)]
    kill_while_writing(house, writers, KILLS, seed=27)
    acts, broken = sum(each.acts for each in writers), sum(each.line.broken for each in writers)
    print(f"\n{KILLS} kills, {acts} acts acknowledged, {broken} cut off before their answer")
    assert broken > KILLS / 10, "or nobody was writing when the server died"
    compare(house, writers)
    if IS_SQLITE:
        assert house.run("-c", CHECK, str(tmp_path / "drawleaf.sqlite3")) == "('ok',)\n"
