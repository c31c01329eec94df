"""The cast: Ana and Bo are a couple, Cleo belongs to another, the host holds the database."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class House:
    """A production server of its own, with everything a host could look into."""

    port: int
    var: Path
    process: subprocess.Popen

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def first_code(self) -> str:
        return run(self.var, "-m", "django", "first_code").strip()

    @property
    def log(self) -> Path:
        return self.var / "server.log"

    def stop(self):
        self.process.terminate()
        self.process.wait(10)

    def kill(self):
        self.process.kill()
        self.process.wait(10)

    def start(self):
        self.process = serve(self.var, self.port)


def environment(var: Path) -> dict:
    return os.environ | {
        "DRAWLEAF_VAR": str(var),
        "DJANGO_SETTINGS_MODULE": "drawleaf.config.settings",
        "DATABASE_URL": f"sqlite:///{var / 'drawleaf.sqlite3'}",
    }


def run(var: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], env=environment(var), cwd=ROOT, check=True, capture_output=True
    )
    return done.stdout.decode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(var: Path, port: int) -> subprocess.Popen:
    """Start the production server and wait until it answers."""
    with (var / "server.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "drawleaf.config.serve", "--port", str(port)],
            env=environment(var),
            cwd=ROOT,
            stdout=log,
            stderr=log,
        )
    for _ in range(200):
        assert process.poll() is None, (var / "server.log").read_text()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1):
                return process
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("The server did not answer.")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory) -> bytes:
    """A migrated SQLite file, made once."""
    var = tmp_path_factory.mktemp("empty")
    run(var, "-m", "django", "migrate", "--verbosity=0")
    run(
        var,
        "-c",
        "import sqlite3,os; sqlite3.connect(os.environ['DRAWLEAF_VAR'] + "
        "'/drawleaf.sqlite3').execute('PRAGMA wal_checkpoint(TRUNCATE)')",
    )
    return (var / "drawleaf.sqlite3").read_bytes()


@pytest.fixture
def house(tmp_path, empty_database):
    var = tmp_path / "var"
    var.mkdir()
    (var / "drawleaf.sqlite3").write_bytes(empty_database)
    # Static files are read where bin/setup put them.
    (var / "static").symlink_to(ROOT / "var" / "static")
    port = free_port()
    house = House(port, var, serve(var, port))
    yield house
    house.stop()


CHROMIUM = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("DRAWLEAF_CHROMIUM"),
            args=CHROMIUM,
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium):
    """`phone()` is a new phone: a browser context of its own, 390 by 844."""
    contexts = []

    def new(**options):
        context = chromium.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, **options
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context

    yield new
    for context in contexts:
        context.close()
