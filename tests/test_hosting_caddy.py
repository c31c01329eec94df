"""deploy/Caddyfile in front of a house, as on a server, but with Caddy's own authority."""

import os
import re
import shutil
import ssl
import subprocess
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest

from bench.house import ROOT, free_port
from drawleaf.client.client import Client
from tests.at_home import WORDS

pytestmark = [
    pytest.mark.once,
    pytest.mark.skipif(not shutil.which("caddy"), reason="there is no Caddy here"),
]
# A test has no domain, no port 443 and no place in the machine's list of authorities.
HERE = "\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n"


class Caddy:
    """In front of what listens at `port`, with everything it says in `log`."""

    def __init__(self, folder, port):
        self.url = f"https://localhost:{free_port()}"
        self.log, self.folder = folder / "caddy.log", folder
        told = (ROOT / "deploy" / "Caddyfile").read_text()
        told = told.replace("127.0.0.1:8000", f"127.0.0.1:{port}")
        told = re.sub(r"^leaf\.example \{$", f"{self.url} {{\n\ttls internal", told, flags=re.M)
        told = re.sub(r"^\{$", "{" + HERE, told, count=1, flags=re.M)
        (folder / "Caddyfile").write_text(told)

    def __enter__(self):
        homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(self.folder))
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                ["caddy", "run", "--config", self.folder / "Caddyfile"],
                env=os.environ | homes, stdout=log, stderr=log,
            )  # fmt: skip
        for _ in range(200):
            assert self.process.poll() is None, self.log.read_text()
            try:
                self.get("/healthz")
                return self
            except (OSError, httpx.TransportError):
                time.sleep(0.05)
        self.__exit__()
        raise TimeoutError(self.log.read_text())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    @property
    def line(self):
        """Trusts this Caddy, and nobody else."""
        root = next(self.folder.glob("**/root.crt"), None)
        return httpx.HTTPTransport(verify=ssl.create_default_context(cafile=root))

    def get(self, path, **headers):
        with httpx.Client(transport=self.line) as visitor:
            return visitor.get(self.url + path, headers=headers)


class Echo(BaseHTTPRequestHandler):
    """Keeps what it was asked."""

    def do_GET(self):
        self.server.seen.append(dict(self.headers))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def echo():
    server = HTTPServer(("127.0.0.1", 0), Echo)
    server.seen = []
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_somebody_moves_in_through_caddy(tmp_path, empty_house):
    house = empty_house.copy(tmp_path / "var")
    caddy = Caddy(tmp_path, house.port)
    house.more = {"DRAWLEAF_URL": caddy.url}
    with house, caddy:
        Client(caddy.url, caddy.line).sign_up("ana", "Ana", WORDS["ana"], code=house.first_code)
        ana = Client(caddy.url, caddy.line)
        ana.sign_in("ana", WORDS["ana"])
        ana.add_entry("The tap still drips.", "2026-11-22")
        page = caddy.get("/sign-in/")
        assert page.status_code == 200 and "server" not in page.headers
        assert "max-age=31536000" in page.headers["strict-transport-security"]
        assert "; Secure" in page.headers["set-cookie"]
        # Without HTTPS in front there is nothing but the way to HTTPS.
        inside = f"http://127.0.0.1:{house.port}/sign-in/"
        plain = httpx.get(inside, headers={"host": "localhost"})
        assert plain.status_code == 301 and plain.headers["location"].startswith("https://")


def test_nobody_outside_can_say_where_they_come_from(tmp_path, echo):
    claims = {
        "X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "http", "Forwarded": "for=192.0.2.7",
        "X-Forwarded-Host": "elsewhere.example", "X-Real-IP": "192.0.2.7",
    }  # fmt: skip
    with Caddy(tmp_path, echo.server_port) as caddy:
        caddy.get("/claim", **claims)
    seen = {name.lower(): value for name, value in echo.seen[-1].items()}
    assert seen["x-forwarded-for"] in ("127.0.0.1", "::1")
    assert seen["x-forwarded-proto"] == "https"
    assert not re.search(r"192\.0\.2\.7|elsewhere", str(echo.seen[-1]))


def test_a_fault_is_told_without_who_asked_for_what(tmp_path):
    with Caddy(tmp_path, free_port()) as caddy:
        assert caddy.get("/join/somebody", Cookie="session=hers").status_code == 502
    said = caddy.log.read_text()
    assert "connection refused" in said
    assert not re.search(r"/join/|hers|remote_ip", said)
