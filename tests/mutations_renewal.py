"""Takes each check of new keys away in turn, at the server and in the client; a test notices.

`python -m tests.mutations_renewal` works on a copy; it prints a table, check · red or green.
"""

import sys
from functools import partial

from tests.mutating import is_red, report, without

PEOPLE, CLIENT = "drawleaf/people/", "drawleaf/client/"
SERVER_TESTS = [f"{PEOPLE}tests/test_{name}.py" for name in ("renewal", "under_way")]
CLIENT_TESTS = ["tests/client/test_renewal.py", "tests/client/test_keys.py"]

# What it holds, where, the line, and the line without it.
CHECKS = [
    (
        "a new key",
        PEOPLE + "renewal.py",
        'if self.fields["kid"] == bytes(person.key_id):',
        "if False:",
    ),
    ("new words", PEOPLE + "renewal.py", 'if person.proves(self.fields["login"]):', "if False:"),
    (
        "the keyring follows",
        PEOPLE + "models/keyring.py",
        "if revision != (part.revision if part else 0) + 1:",
        "if False:",
    ),
    (
        "the old code ends",
        PEOPLE + "renewal.py",
        'person.set_recovery_login(self.fields["recovery_login"])',
        "pass",
    ),
    (
        "the old words end",
        PEOPLE + "renewal.py",
        'person.set_password(self.fields["login"])',
        "pass",
    ),
    (
        "wraps of passkeys go",
        PEOPLE + "renewal.py",
        "person.keyring.filter(field__startswith=PASSKEY).delete()",
        "pass",
    ),
    ("passkeys go", PEOPLE + "renewal.py", "person.passkeys.all().delete()", "pass"),
    (
        "the new key counts",
        PEOPLE + "renewal.py",
        '"kdf", "key_id", "password"',
        '"kdf", "password"',
    ),
    (
        "a proof",
        PEOPLE + "views/keyring.py",
        "proven(request, read(RenewalForm(request.POST)))",
        "read(RenewalForm(request.POST))",
    ),
    (
        "a proof of the present words",
        PEOPLE + "models/person.py",
        "if any(getattr(held, field) != getattr(self, field) for field in PROVEN_BY):",
        "if False:",
    ),
    ("proved by the passphrase", PEOPLE + "models/person.py", '["password", ', "["),
    (
        "proved by the code",
        PEOPLE + "models/person.py",
        ' "recovery_login", "key_id"]',
        ' "key_id"]',
    ),
    (
        "keys, words, codes, joining",
        PEOPLE + "models/keyring.py",
        "        person.held_as_proven()\n",
        "        person.held()\n",
    ),
    (
        "passkeys come by present words",
        PEOPLE + "models/passkey.py",
        "        person.held_as_proven()\n        if ",
        "        person.held()\n        if ",
    ),
    (
        "passkeys go by present words",
        PEOPLE + "models/passkey.py",
        "        person.held_as_proven()\n        KeyringPart",
        "        person.held()\n        KeyringPart",
    ),
    (
        "renewed by present words",
        PEOPLE + "renewal.py",
        "person.held_as_proven()",
        "person.held()",
    ),
    (
        "confirmed by present words",
        PEOPLE + "models/invitation.py",
        "KeyringPart.turn(inviter, KEYS",
        "KeyringPart.turn(self.inviter, KEYS",
    ),
    (
        "other sessions end",
        PEOPLE + "views/keyring.py",
        "        end_other_sessions(request, person)\n",
        "        update_session_auth_hash(request, person)\n",
    ),
    (
        "nothing new under the old key",
        "drawleaf/notebook/models.py",
        "if key_id(envelope) != bytes(owner.key_id):",
        "if False:",
    ),
    (
        "one key retires at a time",
        CLIENT + "keyring.py",
        "        if self.retiring:\n            raise",
        "        if False:\n            raise",
    ),
    (
        "the old key retires",
        CLIENT + "keyring.py",
        'replace(key, state="retired") if key.state == "retiring"',
        'key if key.state == "retiring"',
    ),
    (
        "what does not open stays",
        CLIENT + "renewal.py",
        "            if not left and self.device.has_all():",
        "            if self.device.has_all():",
    ),
    (
        "all of it was given",
        CLIENT + "renewal.py",
        "            if not left and self.device.has_all():",
        "            if not left:",
    ),
    (
        "answers that wait, too",
        CLIENT + "device.py",
        "return all(given.get(at, 0) >= revision for at, revision in seen)",
        'return all(given.get(at, 0) >= it for at, it in seen if "notebook" in at)',
    ),
    (
        "retired whatever the server says",
        CLIENT + "renewal.py",
        "self.device.resealed = b64u(self.ring.retiring.id)",
        "pass",
    ),
    (
        "only what was seen",
        CLIENT + "device.py",
        "is_new = self.knows and not",
        "is_new = False and not",
    ),
    (
        "what waits, too, as it was seen",
        CLIENT + "device.py",
        "is_known = known and known.revision >= place.revision",
        'is_known = place.collection != "notebook" or known and known.revision >= place.revision',
    ),
    (
        "what waits is seen before",
        CLIENT + "renewal.py",
        "        for row in self.device.reveal.values():\n            self._opened_half(row)\n",
        "",
    ),
    (
        "older ones are refused",
        CLIENT + "account.py",
        'root, person, keys["revision"], seen.get("keys")',
        'root, person, keys["revision"], None',
    ),
]


def each():
    yield "nothing taken away", partial(is_red, SERVER_TESTS + CLIENT_TESTS, {})
    for name, path, *change in CHECKS:
        tests = CLIENT_TESTS if path.startswith(CLIENT) else SERVER_TESTS
        yield f"{name:32} {path}", partial(is_red, tests, without(path, *change))


if __name__ == "__main__":
    sys.exit(report(each()))
