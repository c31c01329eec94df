"""The name on the home screen is chosen on the device, before installing, and stays there."""

import pytest

from tests.at_home import sign_in

pytestmark = pytest.mark.browser
SHOWN = """async () =>
  (await (await fetch(document.querySelector("link[rel=manifest]").href)).json()).name"""


def test_the_chosen_name_is_the_one_that_is_installed(home, phone):
    page = sign_in(phone(), home.house, "ana")
    assert page.evaluate(SHOWN) == "Leaf"
    page.goto(f"{home.house.url}/settings/")
    page.get_by_label("On your home screen").select_option("Notes")
    assert page.evaluate(SHOWN) == "Notes"
    page.goto(f"{home.house.url}/table/")
    assert page.evaluate(SHOWN) == "Notes"
    assert "Drawleaf" not in page.title()
    page.goto(f"{home.house.url}/settings/")
    assert page.get_by_label("On your home screen").input_value() == "notes"
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/sign-in/")
    assert page.evaluate(SHOWN) == "Notes"
    assert page.faults == []
