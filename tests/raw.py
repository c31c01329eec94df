"""A line to the server on which every byte is chosen."""

import socket


class Line:
    def __init__(self, house, timeout=30):
        self.house = house
        self.socket = socket.create_connection(("127.0.0.1", house.port), timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, text: str | bytes):
        self.socket.sendall(text.encode("latin-1") if isinstance(text, str) else text)
        return self

    def ask(self, method: str, path: str, *headers: str, host="localhost", body="") -> "Said":
        """One whole request; its answer."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", *headers, "Connection: close"]
        self.send("\r\n".join(lines) + "\r\n\r\n" + body)
        return self.answer()

    def answer(self) -> "Said":
        """All that comes until the server closes the line."""
        heard = b""
        while True:
            try:
                part = self.socket.recv(65536)
            except ConnectionResetError:
                part = b""
            if not part:
                return Said(heard)
            heard += part

    def is_closed(self, within: float) -> bool:
        """Whether the server closes it in this time, without a word."""
        self.socket.settimeout(within)
        try:
            return self.socket.recv(1) == b""
        except TimeoutError:
            return False
        except ConnectionResetError:
            return True


class Said:
    """An answer: `status` is 0 where there was none."""

    def __init__(self, heard: bytes):
        head, _empty, self.body = heard.partition(b"\r\n\r\n")
        self.head = head.decode("latin-1")
        first, *rest = self.head.split("\r\n")
        self.status = int(first.split()[1]) if first else 0
        self.headers = [tuple(line.split(": ", 1)) for line in rest]

    def header(self, name: str) -> str | None:
        found = [value for each, value in self.headers if each.lower() == name.lower()]
        return ", ".join(found) if found else None


def ask(house, method: str, path: str, *headers: str, **more) -> Said:
    with Line(house) as line:
        return line.ask(method, path, *headers, **more)
