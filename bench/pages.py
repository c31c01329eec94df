"""Time of pages and of writing, over one line that stays open, as a browser's does."""

import socket
import time
import uuid
from statistics import median, quantiles
from urllib.parse import urlencode

SIGNED_IN = ("/", "/notebook/", "/talk/", "/table/")
SMALLEST = "/healthz"
ROUNDS, TURNS = 5, 60


class Line:
    def __init__(self, port: int, cookies: dict[str, str]):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port, self.cookies = port, cookies

    def ask(self, address: str, fields: dict | None = None) -> float:
        """Milliseconds to the last byte of a good answer."""
        body = urlencode(fields or {}).encode()
        head = [
            f"{'POST' if fields else 'GET'} {address} HTTP/1.1",
            f"Host: localhost:{self.port}",
            "Accept-Encoding: gzip",
            "Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        ]
        if fields:
            head += [
                f"Origin: http://localhost:{self.port}",
                f"X-CSRFToken: {self.cookies['csrftoken']}",
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body)}",
            ]
        begun = time.perf_counter()
        self.socket.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.socket.recv(65536)
        top, _, rest = answer.partition(b"\r\n\r\n")
        length = int(top.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        while len(rest) < length:
            rest += self.socket.recv(65536)
        took = (time.perf_counter() - begun) * 1000
        if not top.startswith(b"HTTP/1.1 200"):
            raise AssertionError(f"{address}: {top.splitlines()[0].decode()}")
        return took


def measure(house, ana) -> dict:
    line = Line(house.port, ana.server.cookies)
    rounds = [one_round(line) for _ in range(ROUNDS + 1)][1:]
    return {name: median(each[name] for each in rounds) for name in rounds[0]}


def one_round(line: Line) -> dict:
    """Pages and the smallest view by turns, so that both meet the same machine."""
    times: dict[str, list[float]] = {address: [] for address in SIGNED_IN}
    smallest = []
    for _ in range(TURNS):
        for address in SIGNED_IN:
            times[address].append(line.ask(address))
            smallest.append(line.ask(SMALLEST))
    pages, base = [each for found in times.values() for each in found], median(smallest)
    ratios = {
        f"ratio_{address.strip('/') or 'today'}": median(found) / base
        for address, found in times.items()
    }
    figures = {"p50_ms": median(pages), "p99_ms": quantiles(pages, n=100)[98]}
    return figures | {"ratio": median(pages) / base} | ratios


def measure_writing(house, ana) -> dict:
    """A record sent and acknowledged, which means: it would outlive a power cut."""
    line = Line(house.port, ana.server.cookies)
    sample = next(iter(ana.device.records.values()))["envelope"]
    rounds = []
    for _ in range(ROUNDS):
        times = []
        for _ in range(TURNS):
            fields = {"record": uuid.uuid4(), "revision": 1, "envelope": sample}
            times.append(line.ask("/notebook/records/", fields))
        rounds.append(median(times))
    return {"p50_ms": median(rounds)}
