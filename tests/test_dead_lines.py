"""A full disk, a killed server, a lost line: one sentence, and nothing acknowledged is lost."""

import resource
import socket
import threading
import uuid

import httpx
import pytest

from tests import cast

pytestmark = pytest.mark.once
KEY_ID = b"12345678"


class Writer:
    """A browser that writes and keeps a ledger of what the server said it had."""

    def __init__(self, house):
        self.http = httpx.Client(base_url=house.url, headers=cast.JSON, timeout=10)
        self.acknowledged: dict[str, str] = {}
        self.http.get("/sign-up/")
        answer = self.post("/sign-up/", **cast.sign_up_fields(code=house.first_code))
        assert answer.status_code == 201, answer.text

    def post(self, address, **fields):
        token = self.http.cookies.get("csrftoken", "")
        headers = {"X-CSRFToken": token, "Origin": str(self.http.base_url).rstrip("/")}
        return self.http.post(address, data=fields, headers=headers)

    def write(self, bucket=1024):
        record, sealed = str(uuid.uuid4()), cast.text(cast.envelope(KEY_ID, bucket))
        answer = self.post("/notebook/records/", record=record, revision="1", envelope=sealed)
        if answer.status_code == 200:
            self.acknowledged[record] = sealed
        return answer

    def kept(self) -> dict[str, str]:
        found, cursor, more = {}, "", True
        while more:
            page = self.http.get("/feed/", params={"after": cursor}).json()
            found |= {row["record"]: row["envelope"] for row in page["notebook"]}
            cursor, more = page["cursor"], page["more"]
        return found


@pytest.fixture
def writer(house):
    return Writer(house)


def test_a_full_disk_says_so_and_loses_nothing(house, writer):
    assert writer.write().status_code == 200
    size = max(path.stat().st_size for path in house.var.glob("drawleaf.sqlite3*"))
    _, most = resource.prlimit(house.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(house.process.pid, resource.RLIMIT_FSIZE, (size + 100_000, most))
    refused = next(
        answer for answer in (writer.write(65536) for _ in range(100)) if answer.status_code != 200
    )
    assert (refused.status_code, refused.json()["reason"]) == (503, "not_kept")
    assert refused.json()["sentence"].count(".") == 2
    assert writer.kept() == writer.acknowledged
    resource.prlimit(house.process.pid, resource.RLIMIT_FSIZE, (most, most))
    assert writer.write().status_code == 200
    assert writer.kept() == writer.acknowledged


def test_a_killed_server_loses_nothing_it_acknowledged(house, writer):
    for _ in range(5):
        for _ in range(5):
            writer.write()
        killing = threading.Timer(0.15, house.kill)
        killing.start()
        with pytest.raises(httpx.HTTPError):
            for _ in range(10_000):
                writer.write()
        killing.join()
        house.start()
        kept = writer.kept()
        assert writer.acknowledged.items() <= kept.items()
        # What was written and never answered may be there; the outbox sends it again.
        assert len(kept) <= len(writer.acknowledged) + 5
    assert len(writer.acknowledged) >= 25


def test_a_lost_line_can_simply_try_again(house, writer):
    record, sealed = str(uuid.uuid4()), cast.text(cast.envelope(KEY_ID))
    body = f"record={record}&revision=1&envelope={sealed}".encode()
    token = writer.http.cookies["csrftoken"]
    cookies = "; ".join(f"{name}={value}" for name, value in writer.http.cookies.items())
    head = (
        f"POST /notebook/records/ HTTP/1.1\r\nHost: localhost:{house.port}\r\n"
        f"Cookie: {cookies}\r\nX-CSRFToken: {token}\r\nOrigin: {house.url}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    for sent in (head + body[:100], head + body):  # torn in the middle; whole, but nobody listens
        with socket.create_connection(("127.0.0.1", house.port)) as line:
            line.sendall(sent)
    for _ in range(2):
        answer = writer.post("/notebook/records/", record=record, revision="1", envelope=sealed)
        assert answer.json() == {"revision": 1}
    assert writer.kept() == {record: sealed}
