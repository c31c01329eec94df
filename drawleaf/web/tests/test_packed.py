import gzip

import pytest

pytestmark = pytest.mark.django_db


def ask(client, accepted):
    return client.get("/help/", headers={"accept-encoding": accepted} if accepted else {})


@pytest.mark.parametrize("accepted", ["gzip", "br, gzip;q=0.8", "gzip, deflate"])
def test_a_page_unpacks_to_what_it_is_unpacked(client, accepted):
    packed, plain = ask(client, accepted), ask(client, "")
    assert packed["Content-Encoding"] == "gzip" and "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.content) == plain.content
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "x-zipper"])
def test_who_takes_no_gzip_gets_none(client, accepted):
    assert "Content-Encoding" not in ask(client, accepted)


def test_its_length_is_partly_chance(client):
    lengths = {len(ask(client, "gzip").content) for _ in range(40)}
    assert len(lengths) > 10


def test_what_is_short_is_left_as_it_is(client):
    assert "Content-Encoding" not in client.get("/healthz", headers={"accept-encoding": "gzip"})
