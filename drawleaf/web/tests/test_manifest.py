"""What a phone's home screen shows of this place."""

import pytest

from drawleaf.web.manifest import NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_home_screen_says_nothing_of_what_this_is(client, name):
    answer = client.get(f"/manifest/{name}.webmanifest")
    told = answer.json()
    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert told["name"] == told["short_name"] == NAMES[name]
    assert "drawleaf" not in answer.text.lower()


def test_another_name_is_the_same_app(client):
    told = [client.get(f"/manifest/{name}.webmanifest").json() for name in NAMES]
    assert {each["id"] for each in told} == {each["start_url"] for each in told} == {"/"}


def test_a_name_that_is_none_of_them_is_not_taken(client):
    assert client.get("/manifest/Ana-and-Bo.webmanifest").status_code == 404
