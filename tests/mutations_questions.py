"""Takes each check of questions away in turn at the server; a test notices.

`python -m tests.mutations_questions` works on a copy; it prints a table, check · red or green. Any
words after it name those to try.
"""

import sys

from tests.mutating import report, without_each

MODELS = "drawleaf/questions/models.py"
TABLE, NOTEBOOK = "drawleaf/table/models.py", "drawleaf/notebook/models.py"
TESTS = [f"drawleaf/questions/tests/test_{name}.py" for name in ("stages", "questions")]

# What it holds, where, the line, and the line without it.
CHECKS = [
    ("said again, no news", MODELS, "== (revision, commitment):", "== (revision, None):"),
    (
        "changed before both",
        MODELS,
        'self._need("before")\n        Record.keep(person, self.pk, revision, waiting, WAITING)\n'
        "        Leaf",
        "Record.keep(person, self.pk, revision, waiting, WAITING)\n        Leaf",
    ),
    (
        "withdrawn before both",
        MODELS,
        'self._need("before")\n        Record.keep(person, self.pk, revision, waiting, WAITING)\n'
        "        if",
        "Record.keep(person, self.pk, revision, waiting, WAITING)\n        if",
    ),
    ("withdrawn, bound no more", MODELS, "            bound.delete()\n", "            pass\n"),
    (
        "looked ahead when due",
        MODELS,
        'self._need("due")\n        Record.keep',
        "Record.keep",
    ),
    (
        "the first release stays",
        MODELS,
        "if (person.pk, RELEASE) in halves:\n            return",
        "if False:\n            return",
    ),
    (
        "opened when due",
        MODELS,
        '            return\n        self._need("due")\n        ahead',
        "            return\n        ahead",
    ),
    (
        "of the revision that is bound",
        MODELS,
        "if halves[person.pk, COMMITMENT].revision != revision or not",
        "if not",
    ),
    ("after having looked ahead", MODELS, "!= revision or not ahead.exists():", "!= revision:"),
    ("two presses", MODELS, "if sum(field == RELEASE for _, field in halves) == 2:", "if True:"),
    (
        "before both in the feed",
        MODELS,
        "                leaf.lay_open(self.couple)\n",
        "                pass\n",
    ),
    (
        "a reply to what is open",
        MODELS,
        "if not self.is_open:\n            raise",
        "if False:\n            raise",
    ),
    (
        "nothing of the other's before",
        MODELS,
        'elif self.is_open or (field == COMMITMENT and sent["state"] == "due"):',
        "elif self.is_open or field == COMMITMENT:",
    ),
    (
        "no release before both",
        MODELS,
        'elif self.is_open or (field == COMMITMENT and sent["state"] == "due"):',
        'elif self.is_open or sent["state"] == "due":',
    ),
    ("over is over", MODELS, "if self.joint.is_over:", "if False:"),
    (
        "when the time has come",
        MODELS,
        'return "due" if self.joint.has_come and are_bound',
        'return "due" if are_bound',
    ),
    (
        "when both are bound",
        MODELS,
        'return "due" if self.joint.has_come and are_bound',
        'return "due" if self.joint.has_come',
    ),
    (
        "kept back from the other",
        TABLE,
        "return of_the_two(person) & (Q(position__isnull=False) | Q(author=person))",
        "return of_the_two(person)",
    ),
    (
        "with the key of the two",
        TABLE,
        'if key_id(envelope) != bytes(couple.key_id or b""):',
        "if False:",
    ),
    ("no more under old keys of the two", TABLE, "if couple.is_renewed:", "if False:"),
    (
        "the next revision",
        NOTEBOOK,
        "if revision != (kept.revision if kept else 0) + 1:",
        "if False:",
    ),
    (
        "with one's present key",
        NOTEBOOK,
        "if key_id(envelope) != bytes(owner.key_id):",
        "if False:",
    ),
    (
        "not taken back from under them",
        "drawleaf/table/views.py",
        "filter(record=record, position__isnull=False)",
        "filter(record=record)",
    ),
    (
        "a size that tells little",
        "drawleaf/questions/forms.py",
        "waiting = SealedField(least=16384)",
        "waiting = SealedField()",
    ),
    (
        "a size that tells little, opened",
        "drawleaf/questions/forms.py",
        "    envelope = SealedField(least=16384)",
        "    envelope = SealedField()",
    ),
    (
        "a commitment's size",
        "drawleaf/questions/forms.py",
        "SealedField(least=1024)",
        "SealedField()",
    ),
    (
        "of the two alone",
        "drawleaf/table/begun.py",
        "readable_by = staticmethod(of_the_two)",
        "readable_by = staticmethod(lambda person: models.Q())",
    ),
]


if __name__ == "__main__":
    sys.exit(report(without_each(CHECKS, TESTS, sys.argv[1:])))
