"""Takes each check of the server's passkey code away in turn and shows that a test notices.

`python -m tests.mutations_passkeys` works on a copy; it prints a table, check · red or green.
"""

import sys
from functools import partial

from tests.mutating import is_red, report, without

TESTS = [f"drawleaf/people/tests/test_passkey{name}.py" for name in ("s", "_sessions")]
ANY = 'type("Any", ({kind},), {{"__ne__": lambda *_: False}})()'
# Whichever of the two sites an answer was made for.
ANY_SITE = (
    '"example.org" if __import__("hashlib").sha256(b"example.org").digest() in b"".join('
    "map(base64url.decode, json.loads(answer)['response'].values())) else \"localhost\""
)
AUTHENTICATOR, VIEWS, MODEL = "authenticator.py", "views/passkeys.py", "models/passkey.py"
# What is checked, where, how it stands there, and what stands there without it.
CHECKS = [
    ("who holds the phone", AUTHENTICATOR,
     "require_user_verification=True", "require_user_verification=False"),
    ("the address", AUTHENTICATOR,
     'expected_origin=origin()',
     f"expected_origin={ANY.format(kind='str')}"),
    ("the usual port", AUTHENTICATOR,
     "place.removesuffix(USUAL_PORT.get(scheme, ''))", "place"),
    ("in small letters", AUTHENTICATOR, "netloc.lower()", "netloc"),
    ("the site", AUTHENTICATOR,
     "expected_rp_id=site()", f"expected_rp_id={ANY_SITE}"),
    ("the challenge", AUTHENTICATOR,
     "expected_challenge=challenge", f"expected_challenge={ANY.format(kind='bytes')}"),
    ("asked once", AUTHENTICATOR,
     'session.pop(f"passkey {act}"', 'session.get(f"passkey {act}"'),
    ("asked at all", AUTHENTICATOR, "if not until or ", "if until and "),
    ("five minutes", AUTHENTICATOR, " or datetime.fromisoformat(until) < clock.now()", ""),
    ("waiting sessions end", VIEWS, "request.session.set_expiry(authenticator.GOOD_FOR)", "pass"),
    ("the counter", AUTHENTICATOR,
     '"credential_current_sign_count": passkey.sign_count', '"credential_current_sign_count": 0'),
    ("the counter is kept", MODEL, "self.sign_count, self.device = sign_count, device",
     "self.device = device"),
    ("whose it is", AUTHENTICATOR,
     "if given.response.user_handle != passkey.person_id.bytes:", "if False:"),
    ("known here", AUTHENTICATOR, "passkey = passkeys.filter(credential_id=given.raw_id).first()",
     "passkey = passkeys.first()"),
    ("the signature", AUTHENTICATOR,
     "return passkey, checked(verify_authentication_response, answer, challenge, **held)",
     'return passkey, type("Any", (), {"new_sign_count": 1})'),
    ("a new one's answer", AUTHENTICATOR, "except (WebAuthnException,", "except ("),
    ("not kept twice", MODEL,
     "if cls.objects.filter(credential_id=enrolled.credential_id).exists():", "if False:"),
    ("no number twice", MODEL, "held.passkeys_made += 1",
     "held.passkeys_made = held.passkeys.count() + 1"),
    ("its wrap goes with it", MODEL,
     "KeyringPart.objects.filter(person=person, field=self.field).delete()", "pass"),
    ("who came in with it is out", MODEL, "            device.end()", "            pass"),
    ("here it goes on", MODEL, ".exclude(session_key=session_key)", ".all()"),
    ("questions are slow", VIEWS, 'slowing.question(request, "passkey")', "pass"),
    ("only its owner removes it", VIEWS, "pk=id, person=request.user", "pk=id"),
    ("adding asks for the passphrase", VIEWS,
     "proven(request, read(PasskeyForm(request.POST)))", "read(PasskeyForm(request.POST))"),
    ("removing asks for the passphrase", VIEWS,
     "proven(request, read(ProofForm(request.POST)))", "read(ProofForm(request.POST))"),
]  # fmt: skip


def each():
    yield "nothing taken away", partial(is_red, TESTS, {})
    for name, path, *change in CHECKS:
        yield name, partial(is_red, TESTS, without(f"drawleaf/people/{path}", *change))


if __name__ == "__main__":
    sys.exit(report(each()))
