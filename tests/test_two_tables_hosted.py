"""Ana has a table with Bo, who hosts, and one with Dora: what is said to one is never the other's.

Bo holds the rows, and moves what Ana and Dora have in common under his own table with her.
"""

from datetime import date

import pytest

from demo.couple import ANA, Way, pair
from drawleaf.client.client import Client
from tests.at_home import sign_in

pytestmark = pytest.mark.browser
DAY = date.today().isoformat()
DORA = Way("Dora", "dora", "violin crater sandal orbit thimble")
KINDS = (
    "goal.hard",
    "goal.step",
    "promise.thanks",
    "promise.words",
    "ritual.yes",
    "ritual.tick",
    "page.addition",
)
WITH_BO = """import os, django; django.setup()
from drawleaf.people.models import Couple, Person
from drawleaf.table.models import Joint, Leaf
from drawleaf.practices.goals.models import Goal
from drawleaf.practices.promises.models import Promise
from drawleaf.practices.rituals.models import Ritual
ana, bo = (Person.objects.get(name=name) for name in ("ana", "bo"))
ours = next(each for each in Couple.tables_of(ana) if each.other(ana) == bo.pk)
def move(noun, pk):
    for each in (noun, Joint):
        each._base_manager.filter(pk=pk).update(couple=ours)
def junk(joint, field):
    leaf = Leaf._base_manager.get(joint=joint, field=field)
    envelope = b"\\x01" + bytes(ours.key_id) + os.urandom(256 + 37 - 9)
    place = dict(couple=ours, joint=leaf.joint, author=ana, record=leaf.record, field=field)
    last = 90_000 + len(field)
    Leaf(**place, revision=1, position=last, first_position=last, collection=leaf.collection,
         envelope=envelope).save(force_insert=True)
"""


@pytest.fixture
def dora(home):
    dora = Client(home.house.url)
    pair(home.ana, ANA.passphrase, dora, DORA)
    dora.sync()
    home.ana.sync()
    return dora


@pytest.fixture
def with_dora(home, dora):
    return next(each for each in home.ana.couples() if each.partner == dora.person)


@pytest.fixture
def page(home, phone, dora):
    return sign_in(phone(), home.house, "ana", mine=True)


def host(home, what: str) -> None:
    home.house.run("-c", WITH_BO + what)


def bo_reads(home) -> set:
    home.bo.sync()
    return {kind for kind in KINDS for leaf in home.bo.of(kind) if leaf.body}


def test_each_page_says_with_whom_it_is_and_follows_the_table_that_is_taken(home, page):
    for name in ("Bo", "Dora"):
        page.goto(f"{home.house.url}/settings/")
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_url("**/table/")
        page.get_by_text(f"you and {name}").first.wait_for()
        practices = ("rituals/touch", "rituals", "promises", "promises/repairs/new", "goals")
        for address in ("table/page", "cards", "cards/telling", *practices):
            page.goto(f"{home.house.url}/{address}/")
            page.get_by_text(f"you and {name}").first.wait_for()
            assert page.get_by_text("you two", exact=True).count() == 0
        for new in ("rituals/new/#meal", "goals/new/#savings", "promises/new/"):
            page.goto(f"{home.house.url}/{new}")
            page.locator("main .mark.ours:visible", has_text=f"you and {name}").first.wait_for()


def test_what_two_do_is_shown_at_the_table_in_use_alone(home, page):
    page.goto(f"{home.house.url}/table/")
    page.get_by_role("link", name="Rituals").wait_for()
    page.get_by_role("navigation", name="Your tables").get_by_role("link", name="Dora").click()
    page.get_by_text("you and Dora").first.wait_for()
    assert page.get_by_role("link", name="Rituals").count() == 0
    page.get_by_role("button", name="Take this one").click()
    page.get_by_role("link", name="Rituals").wait_for()
    page.get_by_text("you and Dora").first.wait_for()


def test_nothing_is_said_to_bo_under_what_dora_began(home, page, dora):
    goal = dora.begin_goal("A garden", DAY)
    promise = dora.make_promise(DAY, what="Ring every Sunday")
    host(home, f"move(Goal, '{goal}'); move(Promise, '{promise}')")
    page.goto(f"{home.house.url}/goals/{goal}/")
    page.get_by_text("another of your tables").first.wait_for()
    assert page.get_by_text("A garden").count() == 0
    page.get_by_text("Say what is hard just now").click()
    form = page.locator("form[data-lay='goal.hard']")
    form.locator("textarea").fill("I am afraid")
    form.get_by_role("button").first.click()
    form.locator(".say:not(:empty)").wait_for()
    page.goto(f"{home.house.url}/promises/{promise}/")
    page.get_by_text("another of your tables").first.wait_for()
    assert page.get_by_text("Ring every Sunday").count() == 0
    assert bo_reads(home) == set()


def test_no_old_words_to_dora_are_sealed_for_bo(home, page, with_dora, dora):
    goal = dora.begin_goal("A garden", DAY)
    home.ana.sync()
    about = home.ana.words_of("goal.words", goal).about
    step = {"about": about, "text": "See the lawyer"}
    home.ana.lay(f"/goals/{goal}/leaves/", "goal.step", DAY, step, couple=with_dora)
    said = {"what": "Lend you money"}
    promise = home.ana.lay("/promises/beginnings/", "promise.words", DAY, said, couple=with_dora)
    host(
        home,
        f"move(Goal, '{goal}'); junk('{goal}', 'step')\n"
        f"move(Promise, '{promise}'); junk('{promise}', 'words')",
    )
    page.goto(f"{home.house.url}/goals/{goal}/")
    page.get_by_text("another of your tables").first.wait_for()
    for button in page.locator("[data-turn]").all():
        button.click()
    page.goto(f"{home.house.url}/promises/{promise}/")
    page.get_by_text("damaged").first.wait_for()
    for field in page.locator("form[data-reword] [data-member]").all():
        assert field.input_value() == ""
    for hidden in ("See the lawyer", "Lend you money"):
        assert page.get_by_text(hidden).count() == 0
    assert bo_reads(home) == set()


def test_what_stands_on_the_page_with_dora_is_neither_shown_nor_said_anew_to_bo(
    home, page, with_dora
):
    home.ana.add_to_our_page("I am afraid", DAY, with_dora)
    at = "position=90_001, first_position=90_001"
    host(home, f"Leaf._base_manager.filter(collection='page').update(couple_id=ours.pk, {at})")
    page.goto(f"{home.house.url}/table/page/")
    page.get_by_text("The key for this is not on this device.").wait_for()
    assert page.get_by_text("I am afraid").count() == 0
    page.get_by_text("Change", exact=True).click()
    field = page.get_by_label("Your words")
    assert field.input_value() == ""
    field.fill("I am still afraid")
    page.get_by_role("button", name="Let it say this").click()
    page.locator("li .say:not(:empty)").first.wait_for()
    assert bo_reads(home) == set()


def test_neither_a_yes_nor_a_mark_for_dora_goes_to_bo(home, page, with_dora, dora):
    offered, agreed = (dora.offer_ritual(name, DAY) for name in ("Thanks", "A walk"))
    home.ana.sync()
    about = home.ana.words_of("ritual.words", agreed).about
    home.ana.lay(
        f"/rituals/{agreed}/agreement/", "ritual.yes", DAY, {"about": about}, couple=with_dora
    )
    host(home, f"move(Ritual, '{offered}'); move(Ritual, '{agreed}')")
    page.goto(f"{home.house.url}/rituals/")
    page.locator("main h1").wait_for()
    page.wait_for_timeout(800)
    for button in page.get_by_role("button", name="Yes, let us").all():
        if button.is_visible():
            button.click()
    page.goto(f"{home.house.url}/")
    page.get_by_text("That is all for today.").wait_for()
    page.wait_for_timeout(800)
    assert page.locator(".tick:visible").count() == 0
    assert page.get_by_text("A walk").count() == 0
    assert bo_reads(home) == set()
