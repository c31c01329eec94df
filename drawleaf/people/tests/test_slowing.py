"""Guessing is slow, by person and by device; nobody’s guessing keeps Ana out of her own phone."""

from datetime import timedelta

import pytest
from django.test import Client

from drawleaf.people.models import Attempt, Person
from drawleaf.people.models.attempt import Pace
from drawleaf.people.signing_in import first_code
from drawleaf.web import clock
from drawleaf.web.refusals import Refused
from tests import cast
from tests.soft_authenticator import Authenticator

pytestmark = pytest.mark.django_db
ELSEWHERE = "192.0.2.7"


@pytest.fixture(autouse=True)
def pass_time(monkeypatch):
    """`pass_time(seconds)`; otherwise no time passes."""
    began, passed = clock.now(), [0]
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(seconds=passed[0]))

    def go_on(seconds):
        passed[0] += seconds

    return go_on


def stranger(address=ELSEWHERE):
    return Client(headers=cast.JSON, REMOTE_ADDR=address)


def wrong(browser, name="ana", times=1, at="/sign-in/"):
    """The answers' status, and how long the last one says to wait."""
    fields = {"user": name}
    answers = [browser.post(at, fields | {"login": cast.login_secret()}) for _ in range(times)]
    return [answer.status_code for answer in answers], waits(answers[-1])


def waits(answer) -> int:
    return int(answer.headers.get("Retry-After", 0))


def right(browser, owner, mine="", at="/sign-in/"):
    fields = {"user": owner.name, "login": cast.login_of(owner), "mine": mine}
    return browser.post(at, fields)


def her_own(owner, address="192.0.2.1"):
    """A device marked mine, on which nobody is signed in just now."""
    browser = stranger(address)
    assert right(browser, owner, "on").status_code == 200
    del browser.cookies["sessionid"]
    return browser


def test_a_few_wrong_tries_are_free_and_then_each_wait_is_longer(ana, pass_time):
    browser = stranger()
    assert wrong(browser, times=5)[0] == [403] * 5
    for wait in (1, 2, 4, 8, 16):
        assert wrong(browser) == ([429], wait)
        pass_time(wait)
        assert wrong(browser) == ([403], 0)
    for _ in range(10):
        pass_time(15 * 60)
        assert wrong(browser) == ([403], 0)
    assert wrong(browser) == ([429], 15 * 60)


def test_it_says_so_in_one_sentence(ana):
    browser = stranger()
    wrong(browser, times=5)
    said = right(browser, ana)
    assert said.json() == {
        "reason": "slow_down", "wait": 1,
        "sentence": "Too many tries. Please wait 1 second; nothing was changed.",
    }  # fmt: skip
    page = browser.post(
        "/sign-in/", {"user": "ana", "login": cast.login_secret()}, headers={"accept": "text/html"}
    )
    assert page.status_code == 429 and b"Please wait 1 second" in page.content


def test_a_long_wait_is_said_in_minutes(ana, pass_time):
    browser = stranger()
    for _ in range(11):
        wrong(browser)
        pass_time(wrong(browser)[1])
    wrong(browser)
    assert "Please wait 9 minutes" in right(browser, ana).json()["sentence"]


def test_who_waits_may_come_in_and_begins_anew_on_a_device_of_theirs(ana, pass_time):
    own = her_own(ana)
    wrong(own, times=6)
    assert right(own, ana).status_code == 429, "not even with the right words"
    pass_time(1)
    assert right(own, ana, "on").status_code == 200
    assert wrong(own, times=5)[0] == [403] * 5


def test_nobody_at_the_same_place_can_tell_that_ana_has_come_in(ana):
    bo, alone = stranger("192.0.2.1"), stranger("192.0.2.2")
    wrong(bo, times=4), wrong(alone, times=4)
    assert right(stranger("192.0.2.1"), ana).status_code == 200
    assert wrong(bo, times=3) == wrong(alone, times=3)


def test_being_told_to_wait_makes_no_wait_longer(ana, pass_time):
    browser = stranger()
    wrong(browser, times=5)
    assert set(wrong(browser, times=30)[0]) == {429}
    pass_time(1)
    assert right(browser, ana).status_code == 200


def test_who_is_right_never_waits(ana):
    browser = stranger()
    assert {right(browser, ana).status_code for _ in range(40)} == {200}


def test_what_is_no_try_does_not_count(ana):
    browser = stranger()
    for _ in range(10):
        assert browser.post("/sign-in/", {"user": "ana", "login": "short"}).status_code == 400
    assert wrong(browser)[0] == [403]


def test_a_stranger_never_keeps_ana_out_of_her_own_phone(ana):
    own = her_own(ana)
    for each in range(40):
        wrong(stranger(f"192.0.2.{each}"))
    wrong(stranger("192.0.2.1"), times=10)
    assert right(stranger("198.51.100.1"), ana).status_code == 200, "nor out of a new one"
    assert right(own, ana).status_code == 200


def test_her_own_phone_slows_down_by_itself(ana, pass_time):
    own = her_own(ana)
    assert wrong(own, times=6) == ([403] * 5 + [429], 1)
    assert right(stranger("192.0.2.1"), ana).status_code == 200, "and nobody else with it"
    for _ in range(9):
        pass_time(60)
        wrong(own)
    assert right(own, ana).headers["Retry-After"] == "60", "a minute at most: it is hers"


def test_her_own_phone_is_nobody_elses(ana, bo):
    own = her_own(ana)
    wrong(stranger("192.0.2.1"), "bo", times=5)
    assert wrong(own, "bo")[0] == [429]


def test_a_device_is_known_by_a_cookie_that_scripts_cannot_read(ana, settings):
    settings.HTTPS = True
    browser = stranger()
    right(browser, ana, "on")
    cookie = browser.cookies["device"]
    assert cookie["httponly"] and cookie["secure"]
    assert (cookie["samesite"], cookie["max-age"]) == ("Lax", 365 * 24 * 3600)
    assert "ana" not in cookie.value and ana.pk.hex not in cookie.value


def test_the_cookie_goes_at_sign_out_and_comes_only_to_a_device_marked_mine(ana):
    browser = stranger()
    right(browser, ana, "on")
    browser.post("/sign-out/")
    assert browser.cookies["device"].value == ""
    right(browser, ana, "on")
    right(browser, ana)
    assert browser.cookies["device"].value == ""


def test_a_made_up_cookie_is_no_known_device(ana, bo):
    browser = stranger()
    wrong(browser, times=5)
    browser.cookies["device"] = her_own(ana).cookies["device"].value.replace(".", "0.", 1)
    assert wrong(browser)[0] == [429]


def test_a_name_that_is_nobodys_waits_like_any_other(ana, pass_time):
    known, unknown = stranger("192.0.2.1"), stranger("192.0.2.2")
    for _ in range(30):
        answers = [
            browser.post("/sign-in/", {"user": user, "login": cast.login_secret()})
            for browser, user in ((known, "ana"), (unknown, "nobody"))
        ]
        told = [
            (answer.status_code, answer.content, sorted(answer.headers.items()))
            for answer in answers
        ]
        assert told[0] == told[1]
        pass_time(waits(answers[0]) // 2)


def test_guessing_at_many_names_from_one_place_is_slow_too(ana):
    for each in range(30):
        assert wrong(stranger(), f"name{each}")[0] == [403]
    assert wrong(stranger(), "ana") == ([429], 1)
    assert wrong(stranger("198.51.100.1"), "ana")[0] == [403]


def test_an_own_account_buys_no_guesses_at_another(ana, bo):
    for each in range(30):
        wrong(stranger(), f"name{each}")
        right(stranger(), bo)
    assert wrong(stranger(), "ana")[0] == [429]


def test_being_right_takes_no_wait_from_a_wrong_one_of_the_same_moment():
    paces = {Attempt.key("both"): Pace(free=2, longest=60)}
    (right_one,), _wrong_one = Attempt.take(paces), Attempt.take(paces)
    right_one.give_back()
    with pytest.raises(Refused, match="slow_down"):
        Attempt.take(paces)
    assert Attempt.objects.get().count == 1


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.8", False),
    ],
)
def test_a_household_is_one_place(ana, first, second, same):
    wrong(stranger(first), times=5)
    assert wrong(stranger(second))[0] == [429 if same else 403]


def test_no_name_and_no_address_is_kept_and_after_a_day_nothing(ana, settings, pass_time):
    wrong(stranger(), times=3)
    kept = repr(list(Attempt.objects.values()))
    assert Attempt.objects.count() == 2 and "ana" not in kept and ELSEWHERE not in kept
    keys = set(Attempt.objects.values_list("pk", flat=True))
    settings.SECRET_KEY = "another house"
    wrong(stranger())
    assert keys.isdisjoint(Attempt.objects.exclude(pk__in=keys).values_list("pk", flat=True))
    assert Attempt.objects.count() == 4, "a keyed digest: another house makes others"
    pass_time(24 * 3600)
    Attempt.forget_old()
    assert not Attempt.objects.exists()


def test_the_recovery_code_is_slow_too(ana):
    ana.set_recovery_login(cast.login_of(ana))
    ana.save()
    browser = stranger()
    assert wrong(browser, times=6, at="/recover/")[0] == [403] * 5 + [429]
    assert right(browser, ana, at="/recover/").status_code == 429


def test_the_first_code_is_slow_too():
    browser = stranger()
    for _ in range(20):
        assert browser.post("/sign-up/", cast.sign_up_fields(code="0000")).status_code == 403
    answer = browser.post("/sign-up/", cast.sign_up_fields(code=first_code()))
    assert (answer.status_code, waits(answer)) == (429, 1)
    assert not Person.objects.exists()


def test_a_passkeys_answer_is_slow_too(ana):
    browser, key = stranger(), Authenticator()
    for _ in range(20):
        asked = browser.post("/sign-in/passkey/challenge/").json()
        answer = browser.post("/sign-in/passkey/", {"credential": key.get(asked)})
        assert answer.status_code == 403
    assert browser.post("/sign-in/passkey/", {"credential": "{}"}).status_code == 429
