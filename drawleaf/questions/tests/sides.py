"""One of the two at their browser before a question; to the server an envelope is bytes."""

import html
import json
import re
import uuid

from django.db import connection

from tests import cast

GIVEN = re.compile(r'<script id="given" type="application/json">(.*?)</script>')


class Side:
    def __init__(self, browser, person, table, question):
        self.browser, self.person, self.table, self.question = browser, person, table, question
        self.revision, self.last = 0, {}

    def post(self, verb, **fields):
        self.last[verb] = fields
        done = self.browser.post(f"/questions/{self.question}/{verb}/", fields)
        if "waiting" in fields and done.status_code == 200:
            self.revision = int(fields["revision"])
        return done

    def again(self, verb):
        """The very same bytes."""
        return self.post(verb, **self.last[verb])

    def mine(self, bucket=16384):
        return cast.text(cast.envelope(self.person.key_id, bucket))

    def ours(self, bucket=16384):
        return cast.text(cast.envelope(self.table.key_id, bucket))

    def answer(self):
        sealed = {"waiting": self.mine(), "commitment": self.ours(1024)}
        return self.post("answer", revision=self.revision + 1, **sealed)

    def withdrawal(self):
        return self.post("withdrawal", revision=self.revision + 1, waiting=self.mine())

    def ahead(self):
        return self.post("ahead", envelope=self.mine(256))

    def opening(self):
        """The release alone, as it follows ahead."""
        return self.post("opening", revision=max(self.revision, 1), envelope=self.ours())

    def press(self):
        self.ahead()
        return self.opening()

    def replies(self):
        sealed = {"record": str(uuid.uuid4()), "envelope": self.ours(256)}
        return self.post("replies", revision=1, **sealed)

    def ending(self):
        return self.post("ending")

    def page(self) -> str:
        return self.browser.get(f"/questions/{self.question}/").content.decode()

    def given(self) -> dict:
        """What the page has of it."""
        (given,) = GIVEN.findall(self.page())
        return json.loads(html.unescape(given))


def to(stage, hers, his):
    """The two brought to a stage, as Ana sees it."""
    steps = {
        "asked": [],
        "I have written": [hers.answer],
        "he has written": [his.answer],
        "both have written": [hers.answer, his.answer],
        "I have looked ahead": [hers.answer, his.answer, hers.ahead],
        "I have pressed": [hers.answer, his.answer, hers.press],
        "he has pressed": [hers.answer, his.answer, his.press],
        "open": [hers.answer, his.answer, hers.press, his.press],
        "put down": [hers.answer, his.answer, hers.press, his.ending],
    }[stage]
    for step in steps:
        assert step().status_code == 200, (stage, step)
    return hers, his


def rows() -> dict:
    """All that lies in the database."""
    found = {}
    with connection.cursor() as cursor:
        for name in ("notebook_record", "table_leaf", "table_joint", "questions_question"):
            cursor.execute(f"SELECT * FROM {name}")
            found[name] = sorted(map(str, cursor.fetchall()))
    return found
