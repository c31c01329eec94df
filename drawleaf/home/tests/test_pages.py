import pytest

from tests import cast

pytestmark = pytest.mark.django_db
PLACES = ["/", "/notebook/", "/talk/", "/table/", "/help/", "/settings/", "/pairing/", "/privacy/"]


@pytest.mark.parametrize("address", PLACES)
def test_every_place_opens_before_there_are_two(browser_of, ana, address):
    assert browser_of(ana).get(address).status_code == 200


def test_today_leads_to_the_table_once_there_is_one(browser_of, ana, bo):
    way = '<a class="link" href="/table/">To your table</a>'
    assert way not in browser_of(ana).get("/").content.decode()
    cast.couple(ana, bo)
    for who in (ana, bo):
        assert way in browser_of(who).get("/").content.decode()


def test_on_this_day_is_a_plain_link_whatever_stands_there(browser_of, ana):
    page = browser_of(ana).get("/").content.decode()
    assert '<a class="link" href="/notebook/#day">On this day</a>' in page
