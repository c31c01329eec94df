import uuid

import pytest

from drawleaf.notebook.models import Record
from drawleaf.people.readers import NoReader
from tests import cast

pytestmark = pytest.mark.django_db


def post(browser, envelope, record=None, revision=1):
    fields = {
        "record": str(record or uuid.uuid4()),
        "revision": revision,
        "envelope": cast.text(envelope),
    }
    return browser.post("/notebook/records/", fields)


def test_a_query_without_a_reader_raises():
    for ask in (
        lambda: Record.objects.all(),
        lambda: Record.objects.filter(revision=1),
        lambda: Record.objects.count(),
        lambda: Record.objects.get(record=uuid.uuid4()),
        lambda: list(Record.objects.values()),
        lambda: Record.objects.create(),
        lambda: Record.objects.update(revision=2),
    ):
        with pytest.raises(NoReader):
            ask()


def test_a_record_is_kept_and_comes_back_by_the_feed(browser_of, ana):
    browser, envelope, record = browser_of(ana), cast.envelope(ana.key_id), uuid.uuid4()
    assert post(browser, envelope, record).json() == {"revision": 1}
    assert browser.get("/feed/").json()["notebook"] == [
        {"record": str(record), "revision": 1, "envelope": cast.text(envelope)}
    ]


def test_the_same_again_is_no_news(browser_of, ana):
    browser, envelope, record = browser_of(ana), cast.envelope(ana.key_id), uuid.uuid4()
    for _ in range(3):
        assert post(browser, envelope, record).status_code == 200
    ana.refresh_from_db()
    assert ana.feed_position == 1


def test_two_devices_do_not_overwrite_each_other(browser_of, ana):
    browser, record = browser_of(ana), uuid.uuid4()
    first, second, third = (cast.envelope(ana.key_id) for _ in range(3))
    post(browser, first, record)
    assert post(browser, second, record, revision=2).status_code == 200
    refused = post(browser, third, record, revision=2)
    assert refused.status_code == 409
    assert refused.json()["current"]["envelope"] == cast.text(second)


@pytest.mark.parametrize("revision", [0, 2, -1, 2**60, "one"])
def test_a_new_record_begins_at_one(browser_of, ana, revision):
    answer = post(browser_of(ana), cast.envelope(ana.key_id), revision=revision)
    assert answer.status_code in {400, 409}
    assert not Record.objects.for_person(ana).exists()


def test_only_the_present_key_is_taken(browser_of, ana):
    assert post(browser_of(ana), cast.envelope()).json()["reason"] == "unknown_key"


@pytest.mark.parametrize("bucket", [256, 1000, 262144 + 1])
def test_only_the_sizes_of_a_notebook_are_taken(browser_of, ana, bucket):
    envelope = cast.envelope(ana.key_id, bucket)
    assert post(browser_of(ana), envelope).json()["reason"] == "bad_size"


def test_an_unknown_version_is_refused(browser_of, ana):
    envelope = b"\x02" + cast.envelope(ana.key_id)[1:]
    assert post(browser_of(ana), envelope).json()["reason"] == "unknown_version"


def test_nobody_else_receives_it(browser_of, ana, bo, cleo, table):
    post(browser_of(ana), cast.envelope(ana.key_id))
    for other in (bo, cleo):
        assert browser_of(other).get("/feed/").json()["notebook"] == []
        assert not Record.objects.for_person(other).exists()


def test_bos_feed_shows_no_gap_where_ana_wrote_for_herself(browser_of, ana, bo, table):
    before = browser_of(bo).get("/feed/").content
    for _ in range(5):
        post(browser_of(ana), cast.envelope(ana.key_id))
    assert browser_of(bo).get("/feed/").content == before


def test_the_feed_goes_on_from_its_cursor(browser_of, ana):
    browser = browser_of(ana)
    sent = []
    for _ in range(3):
        sent.append(cast.envelope(ana.key_id))
        post(browser, sent[-1])
    first = browser.get("/feed/").json()
    post(browser, cast.envelope(ana.key_id))
    then = browser.get("/feed/", {"after": first["cursor"]}).json()
    assert len(first["notebook"]) == 3 and len(then["notebook"]) == 1
    assert browser.get("/feed/", {"after": "nonsense"}).json()["reason"] == "bad_cursor"


def test_the_feed_tells_how_much_is_left_of_what_one_may_read(
    browser_of, ana, bo, table, monkeypatch
):
    monkeypatch.setattr("drawleaf.home.feed.PAGE", 2)
    for _ in range(5):
        post(browser_of(ana), cast.envelope(ana.key_id))
    browser, cursor, told = browser_of(ana), "", []
    while True:
        page = browser.get("/feed/", {"after": cursor}).json()
        told.append((len(page["notebook"]), page["left"]))
        cursor = page["cursor"]
        if not page["more"]:
            break
    assert told == [(2, 3), (2, 1), (1, 0)]
    assert browser_of(bo).get("/feed/").json()["left"] == 0
