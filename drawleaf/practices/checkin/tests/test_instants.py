"""The browser and the Python client come to the same instants, whoever of the two says yes."""

import json
import random
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from drawleaf.client.checkin import DAYS, next_times

pytestmark = pytest.mark.once
ROOT = Path(__file__).parents[4]
MANY = 2000
ZONES = [
    "Europe/Lisbon", "America/New_York", "America/St_Johns", "Pacific/Auckland",
    "Australia/Lord_Howe", "Asia/Kolkata", "UTC",
]  # fmt: skip
SCRIPT = """
import { text } from "node:stream/consumers";
import { nextTimes } from "#checkin/instants.js";
const cases = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(cases.map(({ after, ...each }) => nextTimes(each, new Date(after)))));
"""


def standing_times():
    chance = random.Random(7)
    for _ in range(MANY):
        hour = chance.choice([chance.randrange(4), chance.randrange(24)])
        after = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=chance.randrange(6 * 525_600))
        yield {
            "weekday": chance.choice([*DAYS, "sunday", "sunday", "sunday"]),
            "clock": f"{hour:02}:{chance.randrange(0, 60, 15):02}",
            "zone": chance.choice(ZONES),
            "after": after.isoformat(),
        }


def test_the_same_instants_in_both_languages():
    cases = list(standing_times())
    said = subprocess.run(
        ["node", "--input-type=module", "-e", SCRIPT],
        cwd=ROOT, input=json.dumps(cases), capture_output=True, text=True, check=True,
    )  # fmt: skip
    for case, times in zip(cases, json.loads(said.stdout), strict=True):
        after = datetime.fromisoformat(case.pop("after"))
        expected = next_times(**case, after=after)
        assert [datetime.fromisoformat(each) for each in times] == expected, (case, after)
