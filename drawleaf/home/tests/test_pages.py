import pytest

pytestmark = pytest.mark.django_db
PLACES = ["/", "/notebook/", "/talk/", "/table/", "/help/", "/settings/", "/pairing/", "/privacy/"]


@pytest.mark.parametrize("address", PLACES)
def test_every_place_opens(browser_of, ana, bo, table, address):
    assert browser_of(ana).get(address).status_code == 200


@pytest.mark.parametrize("address", PLACES)
def test_every_place_opens_before_there_are_two(browser_of, ana, address):
    assert browser_of(ana).get(address).status_code == 200


def test_on_this_day_is_a_plain_link_whatever_stands_there(browser_of, ana):
    page = browser_of(ana).get("/").content.decode()
    assert '<a class="link" href="/notebook/#day">On this day</a>' in page
