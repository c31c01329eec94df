"""Houses to live in and phones to live with; who lives there stands in `cast` and `at_home`."""

import pytest

from bench.house import House
from demo.couple import BO
from demo.phone import open_chromium, phones_of
from tests.at_home import AtHome, moved_in, sign_in


@pytest.fixture(scope="session")
def empty_house(tmp_path_factory) -> House:
    """Nobody lives here yet. Each test goes on from a copy."""
    with House(tmp_path_factory.mktemp("empty")) as house:
        return house


@pytest.fixture(scope="session")
def couples_house(tmp_path_factory) -> AtHome:
    """Ana and Bo have become a couple, once for all tests that begin there."""
    with House(tmp_path_factory.mktemp("couples")) as house:
        return moved_in(house)


@pytest.fixture
def house(tmp_path, empty_house):
    """A production server of its own, with everything a host could look into."""
    with empty_house.copy(tmp_path / "var") as house:
        yield house


@pytest.fixture
def home(tmp_path, couples_house):
    """Ana and Bo, a couple already, at a production server of their own."""
    with couples_house.house.copy(tmp_path / "home") as house:
        yield couples_house.at(house)


@pytest.fixture(scope="session")
def playwright():
    """The one driver of all browsers: a thread can hold no second one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = open_chromium(playwright, ignore_default_args=["--disable-back-forward-cache"])
    yield browser
    browser.close()


@pytest.fixture
def phone(chromium):
    """`phone()` is a new phone: a browser context of its own, 390 by 844."""
    with phones_of(chromium) as phone:
        yield phone


@pytest.fixture
def anas_phone(home, phone):
    """Her phone, signed in and marked hers; no script of a page may have failed."""
    page = sign_in(phone(), home.house, "ana", mine=True)
    yield page
    assert page.faults == []


@pytest.fixture
def bos_phone(home, phone):
    """His; he has his recovery code, so that Today asks for none."""
    home.bo.recovery_code(BO.passphrase)
    page = sign_in(phone(), home.house, "bo", mine=True)
    yield page
    assert page.faults == []
