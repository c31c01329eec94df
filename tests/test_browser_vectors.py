"""The vault in a real browser: every vector, Argon2id in its worker, keys that outlive a page."""

import subprocess
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "drawleaf/web/static/web"
PAGE = b"""<!doctype html><title>Vectors</title>
<body data-argon2-worker="/argon2.js"><script type="module" src="/page.js"></script>"""
STRICT = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types drawleaf"
)
WASM = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"

pytestmark = [pytest.mark.browser, pytest.mark.once]


class Blank(BaseHTTPRequestHandler):
    """One page, its script, its worker, each under the policy it has in Drawleaf."""

    def __init__(self, folder, *args):
        self.folder = folder
        super().__init__(*args)

    def do_GET(self):
        if self.path.endswith(".js"):
            kind, body = "text/javascript", (self.folder / self.path[1:]).read_bytes()
        else:
            kind, body = "text/html", PAGE
        # There is no keyring at this server: /keyring/ is a page, as when one is signed out.
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", WASM if self.path == "/argon2.js" else STRICT)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vectors")
    entries = {
        "page": (ROOT / "drawleaf/web/tests/js/browser-vectors.js", "esm"),
        "argon2": (STATIC / "workers/argon2.js", "iife"),
    }
    for name, (entry, form) in entries.items():
        subprocess.run(
            [ROOT / "node_modules/.bin/esbuild", entry, "--bundle", f"--format={form}",
             "--log-level=error", f"--outfile={folder / name}.js"],
            cwd=ROOT, check=True,
        )  # fmt: skip
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Blank, folder))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(phone, address):
    """A blank page on a new phone that says what it refuses."""
    page = phone().new_page()
    page.complaints = []
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(address)
    page.wait_for_function("() => !!globalThis.checkVectors")
    return page


def again(page):
    page.reload()
    page.wait_for_function("() => !!globalThis.checkVectors")


def test_every_vector_comes_out_the_same_in_the_browser(page):
    assert page.evaluate("supported()")
    result = page.evaluate("checkVectors()")
    print(sum(result["cases"].values()), "vectors:", result["cases"])
    assert result["wrong"] == []
    assert set(result["cases"]) == {path.stem for path in (ROOT / "vectors").iterdir()}
    assert page.complaints == []


def test_keys_of_a_device_marked_mine_outlive_the_page_and_cannot_be_read(page):
    row = page.evaluate("signUp(true)")
    again(page)
    unreadable = {"type": "CryptoKey", "extractable": False, "read": "InvalidAccessError"}
    assert page.evaluate("kept()") == unreadable
    assert page.evaluate("row => text(row)", row) == "oat"
    page.evaluate("lock()")
    again(page)
    assert page.evaluate("locks()") == {"notebook": False, "table": True}
    assert page.evaluate("unlock('rye')") == "wrong_passphrase"
    assert page.evaluate("unlock('oat')") == "open"
    assert page.evaluate("row => text(row)", row) == "oat"
    assert page.complaints == []


def test_any_other_device_keeps_nothing_once_its_last_tab_is_closed(page, address):
    page.evaluate("signUp(false)")
    again(page)
    assert page.evaluate("locks()") == {"notebook": True, "table": True}
    assert page.evaluate("kept()") == "sealed under the tab key"
    other = page.context.new_page()
    other.goto(address)
    other.wait_for_function("() => !!globalThis.checkVectors")
    assert other.evaluate("locks()") == {"notebook": True, "table": True}
    page.close()
    again(other)
    assert other.evaluate("locks()") == {"notebook": True, "table": True}
    other.close()
    last = other.context.new_page()
    last.goto(address)
    last.wait_for_function("() => !!globalThis.checkVectors")
    assert last.evaluate("locks()") == {"notebook": False, "table": False}


def test_shutting_one_tab_shuts_the_other(page, address):
    page.evaluate("signUp(true)")
    other = page.context.new_page()
    other.goto(address)
    other.wait_for_function("() => !!globalThis.checkVectors")
    assert other.evaluate("locks()")["notebook"]
    page.evaluate("lock()")
    other.wait_for_function("() => locks().then(({ notebook }) => !notebook)")
    page.evaluate("wipe()")
    assert other.evaluate("locks()") == {"notebook": False, "table": False}
