"""Does it take as long to say no to a name that is nobody's?"""

import random
import statistics
from time import perf_counter

import pytest
from django.test import Client

from drawleaf.people.models import Attempt
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]
RUNS = 200
FAINT = 0.10


def takes(browser, at: str, name: str, each: int) -> float:
    """Seconds to say no, from an address of its own, so that nobody is told to wait."""
    Attempt.objects.all().delete()
    fields = {"user": name, "login": cast.login_secret()}
    begun = perf_counter()
    answer = browser.post(at, fields, REMOTE_ADDR=f"10.0.{each // 250}.{each % 250}")
    took = perf_counter() - begun
    assert answer.status_code == 403
    return took


@pytest.mark.parametrize("at", ["/sign-in/", "/recover/"])
def test_a_name_that_is_nobodys_takes_as_long(ana, bo, at):
    """`bo` has no recovery code, which nobody is to find out either."""
    ana.set_recovery_login(cast.login_secret())
    ana.save()
    browser, chance = Client(headers=cast.JSON), random.Random(27)
    took = {"ana": [], "bo": [], "nobody": []}
    for each in range(RUNS):
        for name in chance.sample(sorted(took), len(took)):
            took[name].append(takes(browser, at, name, each))
    medians = {name: statistics.median(times) for name, times in took.items()}
    told = ", ".join(f"{name} {1000 * median:.2f} ms" for name, median in medians.items())
    apart = (max(medians.values()) - min(medians.values())) / min(medians.values())
    print(f"\n{at} {RUNS} times each: {told}; {apart:.1%} apart")
    assert apart < FAINT
