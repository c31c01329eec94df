import re
import uuid

import pytest

from drawleaf.people.models import Couple, Invitation, Person
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def tables(ana, bo, table):
    """Ana has a table with Bo, and a later one with somebody else."""
    return table, cast.couple(cast.person("dora"), ana)


def choose(browser, couple):
    return browser.post("/settings/table/", {"couple": str(couple.pk)})


def shown_first(browser) -> str:
    return re.findall(r'href="\?couple=([^"]+)"', browser.get("/table/").content.decode())[0]


def test_whoever_has_one_table_is_asked_nothing(browser_of, ana, table):
    assert "/settings/table/" not in browser_of(ana).get("/settings/").content.decode()


def test_today_and_the_lists_follow_the_chosen_table(browser_of, ana, tables):
    browser = browser_of(ana)
    first, second = tables
    assert f'data-table="{first.pk}"' in browser.get("/").content.decode()
    for couple, name in ((second, "Dora"), (first, "Bo")):
        assert choose(browser, couple).status_code == 302
        page = browser.get("/settings/").content.decode()
        assert re.search(rf'aria-pressed="true"><bdi>{name}<', page)
        assert f'data-table="{couple.pk}"' in browser.get("/").content.decode()
        assert shown_first(browser) == str(couple.pk)
        assert f'data-couple="{couple.pk}"' in browser.get("/rituals/touch/").content.decode()


def test_nobody_chooses_a_table_of_others_or_one_that_is_not_confirmed(
    browser_of, ana, cleo, tables
):
    (others,) = Couple.tables_of(cleo)
    open_still = cast.couple(ana, cast.person("eve"))
    open_still.confirmed_at = open_still.key_id = None
    open_still.save()
    for couple in (others, open_still):
        assert choose(browser_of(ana), couple).status_code == 404
    assert Couple.in_use(ana) == tables[0]


def test_new_keys_of_the_chosen_table_keep_it_chosen_however_often(browser_of, ana, tables):
    dora = Person.objects.get(pk=tables[1].other(ana))
    choose(browser_of(ana), tables[1])
    for generation in (2, 3):
        ana.refresh_from_db()
        invite, keys = cast.envelope(), cast.envelope(bucket=4096)
        old = Couple.in_use(ana)
        invitation = Invitation.send(ana, uuid.uuid4(), uuid.uuid4(), invite, old)
        invitation.answer(dora, cast.envelope(), generation, keys)
        invitation.confirm_answer(ana, cast.envelope(), b"12345678", generation, keys)
        ana.refresh_from_db()
        assert Couple.in_use(ana).pk == invitation.couple_id


def test_the_other_sees_nothing_of_the_choice(browser_of, ana, bo, tables):
    def seen():
        pages = ("/", "/table/", "/settings/", "/feed/", "/rituals/")
        return [cast.without_token(browser.get(page).content.decode()) for page in pages]

    browser = browser_of(bo)
    before = seen()
    choose(browser_of(ana), tables[1])
    assert seen() == before
