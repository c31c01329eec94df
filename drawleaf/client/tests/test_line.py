"""What counts as the server's answer, and what does not."""

from __future__ import annotations

import httpx
import pytest

from drawleaf.client.client import Client
from drawleaf.client.http import Refusal, Server

PAGE = httpx.Response(200, html="<title>Welcome to the train</title>")
OTHERS = [PAGE, httpx.Response(200), httpx.Response(200, json=["a", "list"])]


def server(answer):
    return Server("http://localhost", httpx.MockTransport(lambda request: answer))


@pytest.mark.parametrize("answer", OTHERS)
def test_a_page_of_the_network_is_not_taken_for_the_server(answer):
    for ask in (server(answer).post, server(answer).get):
        with pytest.raises(Refusal, match="Something other than the server") as refused:
            ask("/table/leaves/")
        assert (refused.value.status, refused.value.reason) == (0, "no_line")


def test_the_server_may_say_that_there_is_nothing_to_say():
    assert server(httpx.Response(204)).post("/sign-out/") == {}
    assert server(httpx.Response(200, json={"next": "/"})).post("/table/leaves/") == {"next": "/"}


@pytest.mark.django_db
@pytest.mark.once
def test_behind_such_a_page_nothing_is_held_for_laid(two):
    ana, bo = two
    seen = len(ana.device.kept()["seen"])
    away = Client("http://localhost", httpx.MockTransport(lambda request: PAGE), ana.device)
    with pytest.raises(Refusal, match="Something other"):
        away.share("Thank you for the tea.", "2026-11-28", ana.couple())
    assert len(ana.device.kept()["seen"]) == seen
    bo.sync()
    assert bo.leaves() == []
