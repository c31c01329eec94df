"""Requests that no browser of ours would send, at the production server."""

import re

import pytest

from bench.house import House
from tests.addresses import DOORS, READING, WRITING, routes
from tests.raw import Line, ask

pytestmark = pytest.mark.once
OPEN = ("/healthz", "/help/", "/privacy/", "/sign-up/", "/recover/", "/offline/", "/worker.js")
FORM = "Content-Type: application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def house(tmp_path_factory, empty_house):
    """One for all of them: whatever they send, it answers the next as if nothing had been."""
    with empty_house.copy(tmp_path_factory.mktemp("attacked") / "var") as house:
        yield house
        assert ask(house, "GET", "/healthz").body.endswith(b"ok")
        log = house.log.read_text()
        assert "Traceback" not in log and "ERROR" not in log


@pytest.fixture(scope="module")
def secure_house(tmp_path_factory, empty_house):
    class Secure(House):
        more = {"DRAWLEAF_URL": "https://leaf.example"}

    copied = empty_house.copy(tmp_path_factory.mktemp("secure") / "var")
    with Secure(copied.var) as house:
        yield house


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "evil.example:80", ""])
def test_a_name_that_is_not_this_servers_is_not_answered(house, host):
    said = ask(house, "GET", "/sign-in/", host=host)
    assert said.status == 400 and b"evil" not in said.body


def test_no_claimed_host_gets_into_an_answer(house):
    said = ask(house, "GET", "/sign-in/", "X-Forwarded-Host: evil.example", "X-Host: evil.example",
               "Forwarded: host=evil.example", "X-Original-URL: /settings/")  # fmt: skip
    assert "evil" not in said.head and b"evil" not in said.body
    said = ask(house, "GET", "http://evil.example/")
    assert said.status in (302, 400, 404) and "evil" not in said.head


@pytest.mark.parametrize(
    "headers",
    [
        ("Host: evil.example",),
        ("Content-Length: 5", "Content-Length: 6"),
        ("Content-Length: 5, 6",),
        ("Content-Length: -1",),
        ("Content-Length: +5",),
        ("Content-Length: 5x",),
        ("Content-Length : 5",),
        ("Transfer-Encoding: gzip, chunked",),
        ("Transfer-Encoding: identity",),
        ("Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
        ("Transfer-Encoding:\x0bchunked",),
        ("X: a\x00b",),
        ("no colon",),
    ],
    ids=lambda headers: headers[0][:30],
)
def test_a_head_that_can_be_read_in_two_ways_is_not_read(house, headers):
    with Line(house, timeout=5) as line:
        said = line.ask("POST", "/sign-in/", FORM, *headers, body="user=")
    assert said.status in (400, 501)


def test_a_head_has_its_size(house):
    with Line(house) as line:
        line.send("GET /help/ HTTP/1.1\r\nHost: localhost\r\nX: " + "a" * 300_000)
        assert line.answer().status in (400, 0)


def test_a_second_request_cannot_hide_in_a_body(house):
    hidden = "0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with Line(house) as line:
        length = f"Content-Length: {len(hidden)}"
        said = line.ask("POST", "/help/", length, "Transfer-Encoding: chunked", body=hidden)
    assert (
        not said.body.endswith(b"ok")
        and said.head.count("HTTP/1.1") + said.body.count(b"HTTP/1.1 200") <= 1
    )


@pytest.mark.parametrize("name", ["X_Forwarded_Proto", "X_FORWARDED_PROTO", "X-Forwarded_Proto"])
def test_nobody_slips_in_what_only_a_proxy_says(secure_house, name):
    said = ask(secure_house, "GET", "/help/", f"{name}: https", host="leaf.example")
    assert (said.status, said.header("Location")) == (301, "https://leaf.example/help/")
    said = ask(secure_house, "GET", "/help/", "X-Forwarded-Proto: https", host="leaf.example")
    assert said.status == 200 and "max-age=31536000" in said.header("Strict-Transport-Security")


def test_cookies_over_https_are_for_https_only(secure_house):
    https = "X-Forwarded-Proto: https"
    said = ask(secure_house, "POST", "/sign-in/passkey/challenge/", https, host="leaf.example")
    assert said.status == 403
    said = ask(secure_house, "GET", "/sign-up/", https, host="leaf.example")
    cookie = said.header("Set-Cookie")
    assert cookie.startswith("csrftoken=") and "; Secure" in cookie and "SameSite=Lax" in cookie


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "PATCH", "CONNECT", "BREW"])
@pytest.mark.parametrize("path", ["/sign-in/", "/notebook/records/", "/healthz", "/nothing/"])
def test_only_get_head_options_and_post_do_anything(house, method, path):
    said = ask(house, method, path, "X-Mine: echo", "Content-Length: 0")
    assert said.status in (302, 400, 403, 404, 405, 501) or path == "/healthz"
    assert b"X-Mine" not in said.body


def test_head_is_get_without_its_words(house):
    for path in (*OPEN, "/", "/settings/", "/sign-in/", "/nothing/"):
        get, head = ask(house, "GET", path), ask(house, "HEAD", path)
        assert (head.status, head.body) == (get.status, b"")
        assert head.header("Cache-Control") == get.header("Cache-Control")


def test_what_is_private_is_kept_by_nobody_on_the_way(house):
    for path in (*OPEN[:-1], "/", "/notebook/", "/feed/", "/settings/", "/sign-in/", "/nothing/"):
        said = ask(house, "GET", path)
        assert said.header("Cache-Control") == "no-store", path
        assert said.header("X-Frame-Options") == "DENY"
        assert "frame-ancestors 'none'" in said.header("Content-Security-Policy")
        assert said.header("Server") is None and said.header("X-Powered-By") is None


@pytest.mark.parametrize("name", sorted(WRITING.keys() - READING.keys() - DOORS.keys()))
def test_what_is_written_is_not_read(house, name):
    """Signed out, by GET, with JSON, as a file: nothing is done, and the server stays calm."""
    route = next("/" + str(each.pattern) for each in routes() if each.name == name)
    path = re.sub("<uuid:[a-z]+>", "00000000-0000-4000-8000-000000000000", route)
    path = path.replace("<slug:practice>", "questions")
    assert ask(house, "GET", path).status in (302, 405)
    for kind in ("application/json", "text/plain", "multipart/form-data; boundary=x", "a/b", ""):
        body = '{"record": "x"}'
        length = f"Content-Length: {len(body)}"
        assert ask(house, "POST", path, f"Content-Type: {kind}", length, body=body).status == 403


@pytest.mark.parametrize(
    "kind",
    ["application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x",
     "application/x-www-form-urlencoded; charset=utf-16", "x", "a/b; charset =utf-7", "",
     "application/x-www-form-urlencoded; charset=utf-16\r\nContent-Type: text/plain"],
)  # fmt: skip
def test_a_body_of_an_unknown_kind_is_no_form(house, kind):
    """With a token that fits, so that it is read."""
    token = ask(house, "GET", "/sign-up/").header("Set-Cookie").split(";")[0].partition("=")[2]
    body = "user=ana&login=x&\x00=\xff"
    said = ask(
        house, "POST", "/sign-in/", f"Content-Type: {kind}", f"Content-Length: {len(body)}",
        f"Cookie: csrftoken={token}", f"X-CSRFToken: {token}", "Accept: application/json",
        body=body,
    )  # fmt: skip
    assert said.status in (400, 415)


@pytest.mark.parametrize(
    "path",
    ["/static/../drawleaf/config/settings.py", "/static/%2e%2e/secrets/secret_key",
     "/static/..%2f..%2fsecrets%2fsecret_key", "/static/....//secrets/secret_key",
     "/static/%00", "/static//etc/passwd", "/static/web/", "/static/staticfiles.json/..",
     "/static/..%5c..%5csecrets", "/../var/drawleaf.sqlite3", "/%2e%2e/%2e%2e/etc/passwd"],
)  # fmt: skip
def test_files_that_are_no_pages_stay_where_they_are(house, path):
    said = ask(house, "GET", path)
    assert said.status in (302, 400, 404)
    assert b"SECRET" not in said.body and b"root:" not in said.body


@pytest.mark.parametrize("path", ["/%ff", "/%00", "/a%0d%0aX-Mine:%20yes", "//evil.example", "/%"])
def test_an_odd_address_leads_nowhere(house, path):
    said = ask(house, "GET", path)
    assert said.status in (302, 400, 404) and said.header("X-Mine") is None
    assert not (said.header("Location") or "").startswith(("//", "http://evil"))
