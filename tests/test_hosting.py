"""Drawleaf as one file, installed on a machine that has nothing of it; and its own HTTPS."""

import os
import re
import socket
import ssl
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from bench.house import ROOT, free_port
from drawleaf.config.trial import certificate

pytestmark = pytest.mark.once
UV = ROOT / "var" / "uv" / "bin" / "uv"
PYTHON = ROOT / "var" / "venv" / "bin" / "python"
ELSEWHERE = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("DRAWLEAF_", "DJANGO_", "DATABASE_URL", "PYTHON"))
} | {"UV_SYSTEM_CERTS": "1"}


def call(*command: str | Path):
    subprocess.run(command, cwd=ROOT, env=ELSEWHERE, check=True, capture_output=True)


def opened(process: subprocess.Popen) -> str:
    """The address it has printed."""
    for line in process.stdout:
        if found := re.match(r"Drawleaf is open at (\S+)", line):
            return found[1]
    raise AssertionError("It never said that it is open.")


@pytest.fixture
def started(tmp_path):
    """`started(command)`: the process, with a folder of its own, ended with the test."""
    processes = []

    def start(*command: str | Path) -> subprocess.Popen:
        env = ELSEWHERE | {"DRAWLEAF_VAR": str(tmp_path / "var")}
        process = subprocess.Popen(
            command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, text=True
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.terminate()
        process.communicate(timeout=10)


def test_a_wheel_is_all_that_a_server_needs(tmp_path, started):
    begun = time.monotonic()
    call(ROOT / "bin" / "build", "--out-dir", tmp_path / "dist")
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    built = time.monotonic()
    call(UV, "venv", "--quiet", "--no-project", "--python", PYTHON, tmp_path / "venv")
    call(UV, "pip", "install", "--quiet", "--python", tmp_path / "venv", wheel)
    installed = time.monotonic()
    port = str(free_port())
    address = opened(started(tmp_path / "venv" / "bin" / "drawleaf", "serve", "--port", port))
    assert read(f"{address}/healthz") == "ok"
    page = read(f"{address}/sign-in/")
    (script,) = re.findall(r'src="(/static/[^"]+\.js)"', page)
    (style, *_) = re.findall(r'href="(/static/[^"]+\.css)"', page)
    assert "passphrase" in read(address + script) and read(address + style)
    (licences,) = (tmp_path / "venv").glob("**/drawleaf/static/web/licences.txt")
    assert {"hash-wasm", "idb", "uqr"} <= set(re.findall(r"^== (.+)$", licences.read_text(), re.M))
    assert (tmp_path / "var" / "drawleaf.sqlite3").stat().st_mode & 0o777 == 0o600
    print(
        f"\nA wheel of {wheel.stat().st_size / 1e6:.1f} MB: built in {built - begun:.0f} s, "
        f"installed in {installed - built:.0f} s, open after {time.monotonic() - installed:.1f} s"
    )


def read(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        assert answer.status == 200
        return answer.read().decode()


def test_a_house_can_be_tried_under_a_name_with_https(tmp_path, started):
    """Browsers will warn; who trusts this one certificate finds it sound."""
    port = free_port()
    command = [PYTHON, ROOT / "bin" / "run", "--port", str(port), "--https", "leaf.test"]
    assert opened(started(*command)) == f"https://leaf.test:{port}"
    file = tmp_path / "var" / "trial.pem"
    assert file.stat().st_mode & 0o777 == 0o600
    said = ask(port, "leaf.test", file)
    assert said.startswith("HTTP/1.1 200") and "; Secure" in said
    assert "HTTP/1.1 400" in ask(port, "leaf.test", file, host="elsewhere.test")
    with pytest.raises(ssl.SSLCertVerificationError):
        ask(port, "leaf.test", None)
    with pytest.raises(ssl.SSLCertVerificationError, match="elsewhere"):
        ask(port, "elsewhere.test", file)


def ask(port: int, name: str, trusted: Path | None, host: str = "") -> str:
    context = ssl.create_default_context(cafile=trusted)
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        context.wrap_socket(plain, server_hostname=name) as line,
    ):
        host = f"{host or name}:{port}"
        line.sendall(
            f"GET /sign-up/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
        )
        return b"".join(iter(lambda: line.recv(65536), b"")).decode()


def test_each_start_has_a_certificate_of_its_own(tmp_path):
    first = certificate("leaf.test", tmp_path).read_bytes()
    second = certificate("leaf.test", tmp_path).read_bytes()
    assert first != second and second.count(b"PRIVATE KEY") == 2
