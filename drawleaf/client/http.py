"""The line to a server: its addresses, a cookie, and refusals with their sentence."""

from __future__ import annotations

import json
from contextlib import suppress
from html.parser import HTMLParser
from typing import Any

import httpx

Answer = dict[str, Any]
NOTHING_TO_SAY = 204


class Refusal(Exception):
    """The server said no: its one sentence, and the reason in one word. Status 0: no line."""

    def __init__(self, status: int, body: Answer) -> None:
        self.status, self.body = status, body
        self.reason = str(body.get("reason", "no_line" if status == 0 else "else"))
        super().__init__(body.get("sentence", f"The server answered {status}."))


class Server:
    """One session with one server. `transport` lets tests answer in the same process."""

    def __init__(self, base_url: str, transport: httpx.BaseTransport | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        headers = {"Accept": "application/json", "Origin": self.base_url, "Referer": self.base_url}
        self.line = httpx.Client(
            base_url=self.base_url, headers=headers, transport=transport, timeout=20
        )

    def get(self, address: str, **query: str) -> Answer:
        return self._read(self._send("GET", address, params=query))

    def post(self, address: str, **fields: Any) -> Answer:
        """POST `fields` as a form; None is left out."""
        if self.token() is None:
            self._send("GET", "/sign-in/", follow_redirects=True)
        filled = {name: str(value) for name, value in fields.items() if value is not None}
        headers = {"X-CSRFToken": self.token() or ""}
        return self._read(self._send("POST", address, data=filled, headers=headers))

    def page(self, address: str) -> Page:
        response = self._send("GET", address)
        if response.is_error or response.is_redirect:
            raise Refusal(response.status_code, _json(response) or {})
        return Page(response.text)

    @property
    def cookies(self) -> dict[str, str]:
        return dict(self.line.cookies)

    @cookies.setter
    def cookies(self, given: dict[str, str]) -> None:
        self.line.cookies.update(given)

    def token(self) -> str | None:
        return self.line.cookies.get("csrftoken")

    def _send(self, method: str, address: str, **more: Any) -> httpx.Response:
        try:
            response = self.line.request(method, address, **more)
        except httpx.TransportError as error:
            raise Refusal(0, {"sentence": "The server does not answer."}) from error
        # What was kept in a file lies here without a domain, and gives way to what has come.
        for name in response.cookies:
            with suppress(KeyError):
                self.line.cookies.delete(name, domain="", path="/")
        return response

    def _read(self, response: httpx.Response) -> Answer:
        if response.is_error or response.is_redirect:
            raise Refusal(response.status_code, _json(response) or {})
        answer = {} if response.status_code == NOTHING_TO_SAY else _json(response)
        if answer is None:
            # A hotspot's page says 200, too, and what was sent has reached nobody.
            sentence = "Something other than the server answers, perhaps a page of this network."
            raise Refusal(0, {"sentence": sentence})
        return answer


class Page(HTMLParser):
    """What a page carries for its script: data attributes, and JSON by the id of its element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.data: dict[str, str] = {}
        self.json: dict[str, Any] = {}
        self._reading: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._reading = given.get("id") if given.get("type") == "application/json" else None
        self.data |= {name[5:]: value or "" for name, value in attrs if name.startswith("data-")}

    def handle_data(self, data: str) -> None:
        if self._reading:
            self.json[self._reading] = json.loads(data)
            self._reading = None


def _json(response: httpx.Response) -> Answer | None:
    try:
        body = response.json()
    except ValueError:
        return None
    return body if isinstance(body, dict) else None
