"""A host who is one of the two, and lays things where their author has not laid them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.at_home import sign_in

pytestmark = pytest.mark.browser
DAY = date.today().isoformat()
SETUP = "import django; django.setup()\n"


@pytest.fixture
def two_rituals(home):
    found = []
    for name in ("Supper", "A walk"):
        found.append(home.ana.offer_ritual(name, DAY))
        home.bo.sync()
        home.bo.agree_to_ritual(found[-1], DAY)
    home.ana.sync()
    return found


def test_a_mark_and_a_rest_moved_to_another_ritual_are_none_of_its(home, phone, two_rituals):
    supper, walk = two_rituals
    home.ana.tick(supper, DAY, what="You waited.")
    home.ana.rest_ritual(supper, DAY, DAY)
    home.house.run(
        "-c",
        f"{SETUP}from drawleaf.table.models import Leaf\n"
        f"Leaf._base_manager.filter(field__in=['tick', 'rest']).update(joint='{walk}')",
    )
    page = sign_in(phone(), home.house, "bo", mine=True)
    page.goto(f"{home.house.url}/rituals/{walk}/")
    page.locator(".rhythm circle").first.wait_for(state="attached")
    page.wait_for_timeout(800)
    assert page.locator(".rhythm .marked").count() == 0
    assert page.locator(".rhythm .rest").count() == 0
    assert not page.get_by_text("You waited.").is_visible()
    home.bo.sync()
    assert home.bo.ticked(walk) == set()


def test_a_promise_put_under_the_others_name_is_marked(home, phone):
    home.bo.make_promise(DAY, what="Ring the clinic")
    home.house.run(
        "-c",
        f"{SETUP}from drawleaf.practices.promises.models import Promise\n"
        "from drawleaf.people.models import Person\n"
        "Promise._base_manager.update(author=Person.objects.get(name='ana'))",
    )
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/promises/")
    page.get_by_text("This is not by whom it stands under here.").wait_for()


def test_a_ritual_whose_words_were_exchanged_is_not_agreed(home, phone, two_rituals):
    """The yes to a walk beside the words of supper."""
    supper, walk = two_rituals
    home.house.run(
        "-c",
        f"{SETUP}from drawleaf.table.models import Leaf\n"
        f"yes = Leaf._base_manager.filter(field='yes', joint='{walk}')\n"
        f"Leaf._base_manager.filter(field='yes', joint='{supper}').delete()\n"
        f"yes.update(joint='{supper}')",
    )
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.locator("[data-waits]:not([data-deciding])").wait_for(state="attached")
    assert not page.get_by_role("button", name="Supper").is_visible()
    page.goto(f"{home.house.url}/rituals/{supper}/")
    page.get_by_text("There is no yes here under the seals of you both.").first.wait_for()


def test_what_was_laid_for_one_goal_is_not_counted_under_anothers_words(home, phone):
    sea = home.ana.begin_goal("The sea", DAY, sort="savings", amount="1000.00", currency="EUR")
    home.ana.sync()
    home.ana.contribute(sea, Decimal("500.00"), "EUR", DAY)
    wheels = home.bo.begin_goal(
        "A motorcycle", DAY, sort="savings", amount="1000.00", currency="EUR"
    )
    home.house.run(
        "-c",
        f"{SETUP}from drawleaf.table.models import Leaf\n"
        "words = Leaf._base_manager.filter(field='words')\n"
        f"words.filter(record='{sea}').update(joint='{wheels}')\n"
        f"words.filter(record='{wheels}').update(joint='{sea}')",
    )
    page = sign_in(phone(), home.house, "ana", mine=True)
    for address in (f"/goals/{sea}/", "/goals/"):
        page.goto(home.house.url + address)
        page.get_by_text("This was written for another goal.").first.wait_for()
        assert page.get_by_text("500").count() == 0


def test_an_odd_word_in_an_offer_takes_nothing_from_today(home, phone):
    """Offered by hand, not by our form: a name that every object of a script has."""
    for name, when in (("Supper", "day"), ("A walk", "constructor")):
        ritual = home.bo.offer_ritual(name, DAY, when=when)
        home.ana.sync()
        home.ana.agree_to_ritual(ritual, DAY)
    page = sign_in(phone(), home.house, "ana", mine=True)
    page.goto(f"{home.house.url}/")
    for name in ("Supper", "A walk"):
        page.get_by_role("button", name=name).wait_for()


def test_yesterday_marked_after_today_leaves_today_marked(home, phone, two_rituals):
    supper, _ = two_rituals
    home.bo.tick(supper, DAY, what="You waited.")
    home.bo.tick(supper, (date.today() - timedelta(days=1)).isoformat())
    page = sign_in(phone(), home.house, "ana")
    page.goto(f"{home.house.url}/")
    page.get_by_text("You waited.").wait_for()
