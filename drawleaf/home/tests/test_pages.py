import pytest

pytestmark = pytest.mark.django_db
PLACES = ["/", "/notebook/", "/talk/", "/table/", "/help/", "/settings/", "/pairing/", "/privacy/"]


@pytest.mark.parametrize("address", PLACES)
def test_every_place_opens(browser_of, ana, bo, table, address):
    assert browser_of(ana).get(address).status_code == 200


@pytest.mark.parametrize("address", PLACES)
def test_every_place_opens_before_there_are_two(browser_of, ana, address):
    assert browser_of(ana).get(address).status_code == 200
