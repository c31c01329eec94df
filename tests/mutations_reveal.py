"""Takes each check of both, or neither, away in turn in the client; a test notices.

`python -m tests.mutations_reveal` works on a copy; it prints a table, check · red or green. Words
after it name those to try.
"""

import sys

from tests.mutating import report, without_each

REVEAL, QUESTIONS = "drawleaf/client/reveal.py", "drawleaf/client/questions.py"
TESTS = ["drawleaf/client/tests/test_vectors_reveal.py", "tests/test_reveal_histories.py"]

# What it holds, where, the line, and the line without it.
CHECKS = [
    ("nothing that is withdrawn", REVEAL, 'if body.get("withdrawn"):', "if False:"),
    (
        "hers to what is on view",
        REVEAL,
        'if not waiting.question == partner.body.get("question") == question:',
        'if partner.body.get("question") != question:',
    ),
    (
        "his to what is on view",
        REVEAL,
        'if not waiting.question == partner.body.get("question") == question:',
        "if waiting.question != question:",
    ),
    (
        "both to what is on view",
        REVEAL,
        'if not waiting.question == partner.body.get("question") == question:',
        'if waiting.question != partner.body.get("question"):',
    ),
    (
        "hers as ahead says",
        REVEAL,
        'if (own, partner) != (waiting.own, self._theirs(theirs, "commitment").digest):',
        'if partner != self._theirs(theirs, "commitment").digest:',
    ),
    (
        "his as ahead says",
        REVEAL,
        'if (own, partner) != (waiting.own, self._theirs(theirs, "commitment").digest):',
        "if own != waiting.own:",
    ),
    ("as he was bound", REVEAL, 'if c != first.body.get("commitment"):', "if False:"),
    (
        "the two it names",
        REVEAL,
        "if {named} != facing or first.digest != named[1]:",
        "if first.digest != max(facing)[1]:",
    ),
    (
        "his that I faced",
        REVEAL,
        "if {named} != facing or first.digest != named[1]:",
        "if {named} != facing:",
    ),
    (
        "mine that I faced",
        REVEAL,
        "if {named} != facing or first.digest != named[1]:",
        "if {named[1]} != {his for _, his in facing} or first.digest != named[1]:",
    ),
    (
        "his it names",
        REVEAL,
        "if {named} != facing or first.digest != named[1]:",
        "if {named[0]} != {mine for mine, _ in facing} or first.digest != max(facing)[1]:",
    ),
    ("to the question on view", REVEAL, 'if first.body.get("question") != question:', "if False:"),
    (
        "not without a press",
        REVEAL,
        'if not mine:\n            raise VaultError("not_opened")\n',
        'if not mine:\n            return {_two(self._mine(ahead, "ahead"))}\n',
    ),
    (
        "ahead beside my release",
        REVEAL,
        'faced = {_two(self._mine(ahead, "ahead"))} if ahead else set()',
        "faced = set()",
    ),
    (
        "my release beside ahead",
        REVEAL,
        'return faced | {_two(self._mine(mine, "release"))}',
        'return faced or {_two(self._mine(mine, "release"))}',
    ),
    (
        "from before, by ahead alone",
        REVEAL,
        'if not faced or error.reason != "from_before":',
        "if True:",
    ),
    (
        "no other trouble",
        REVEAL,
        'if not faced or error.reason != "from_before":',
        "if not faced:",
    ),
    (
        "at the table it was kept for",
        REVEAL,
        'if not shared and opened.body.get("couple") != b64u(self.couple.id.bytes):',
        "if False:",
    ),
    (
        "his, and not hers again",
        REVEAL,
        'row["revision"], field, self.couple.partner)',
        'row["revision"], field, UUID(row.get("author") or str(self.joint)))',
    ),
    (
        "a tag of my own",
        REVEAL,
        "self._keys(shared), self.hand)",
        "self._keys(shared), type(self.hand)(self.joint, b''))",
    ),
    (
        "the newest that was said",
        QUESTIONS,
        '        self._reveal(question).remember(bound.revision, "waiting", bound.waiting)\n',
        "",
    ),
    (
        "withdrawn for good",
        QUESTIONS,
        '        self._reveal(question).remember(revision, "waiting", sealed)\n',
        "",
    ),
    (
        "one ahead for ever",
        QUESTIONS,
        "        return sent\n",
        '        self._reveal(question).remember(1, "ahead", ahead)\n        return sent\n',
    ),
    (
        "no revision twice",
        QUESTIONS,
        "if seen and seen.revision > there:",
        "if False:",
    ),
    ("words under their seal", QUESTIONS, "if words.error not in READABLE:", "if False:"),
    (
        "rows that are rows",
        QUESTIONS,
        'page["given"].items() if is_record(row)}',
        'page["given"].items()}',
    ),
    (
        "words that are a leaf",
        QUESTIONS,
        'if state not in STATES or not is_leaf(given.get("words")):',
        "if state not in STATES:",
    ),
    (
        "a state that is one",
        QUESTIONS,
        'if state not in STATES or not is_leaf(given.get("words")):',
        'if not is_leaf(given.get("words")):',
    ),
    (
        "a question that is one",
        QUESTIONS,
        "except (KeyError, TypeError, AttributeError):",
        "except KeyError:",
    ),
    (
        "a row in a no",
        QUESTIONS,
        'if not is_record(refused.body.get("current")):',
        'if not refused.body.get("current"):',
    ),
    ("open when it is open", QUESTIONS, 'if question.state != "open":', "if False:"),
    (
        "both before a press",
        QUESTIONS,
        'if not {"waiting", "their_commitment"} <= given.keys():',
        "if False:",
    ),
    (
        "what was taken back",
        QUESTIONS,
        'if not {"their_commitment", "their_release"} <= given.keys():',
        "if False:",
    ),
    ("nothing that waits", QUESTIONS, 'if "waiting" not in question.given:', "if False:"),
    ("letters as they are composed", REVEAL, 'unicodedata.normalize("NFC", text)', "text"),
    (
        "the revision inside",
        "drawleaf/client/place.py",
        '    "reveal.waiting": {"revision": "revision"},\n',
        "",
    ),
    (
        "the size of what waits",
        "drawleaf/client/place.py",
        '"reveal.waiting": 16384, "reveal.release": 16384,',
        '"reveal.release": 16384,',
    ),
    (
        "the size of what opens",
        "drawleaf/client/place.py",
        '"reveal.waiting": 16384, "reveal.release": 16384,',
        '"reveal.waiting": 16384,',
    ),
    (
        "the size of a commitment",
        "drawleaf/client/place.py",
        '"reveal.commitment": 1024, ',
        "",
    ),
]


if __name__ == "__main__":
    sys.exit(report(without_each(CHECKS, TESTS, sys.argv[1:])))
