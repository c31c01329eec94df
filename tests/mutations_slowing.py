"""Takes each check of slowing down, of sessions and of the door away; a test must notice.

`python -m tests.mutations_slowing` works on a copy; it prints a table, check · red or green.
"""

import sys
from functools import partial

from tests.mutating import is_red, report, without

PEOPLE, CONFIG, HERE = "drawleaf/people/", "drawleaf/config/", "tests/"
ATTEMPT, SLOWING = PEOPLE + "models/attempt.py", PEOPLE + "slowing.py"
ENTRANCE, KEYRING = PEOPLE + "views/entrance.py", PEOPLE + "views/keyring.py"
PASSKEYS, SIGNING_IN = PEOPLE + "views/passkeys.py", PEOPLE + "signing_in.py"
SETTINGS, DOOR, ASGI = CONFIG + "settings.py", CONFIG + "door.py", CONFIG + "asgi.py"
SLOWED, INSIDE = PEOPLE + "tests/test_slowing.py", PEOPLE + "tests/test_slowing_inside.py"
SESSIONS = HERE + "test_attacks_sessions.py"
REQUESTS, SLOW = HERE + "test_attacks_requests.py", HERE + "test_attacks_slow.py"
REFUSALS, AT_THE_DOOR = "drawleaf/web/refusals.py", CONFIG + "tests/test_door.py"
# What is checked, where, how it stands there, what stands there without it, who notices.
CHECKS = [
    ("waiting at all", ATTEMPT, "if waits > timedelta(0):", "if False:", SLOWED),
    ("the wait doubles", ATTEMPT, "2 ** min(over, 20)", "1", SLOWED),
    ("it ends", ATTEMPT, ", self.longest)", ", 10**6)", SLOWED),
    ("Retry-After", REFUSALS, 'if "wait" in exception.extra:', "if False:", SLOWED),
    ("forgotten after a day", ATTEMPT, "cls.objects.filter(tried_at__lt=clock.now() - KEPT)",
     "cls.objects.none()", SLOWED),
    ("a keyed digest", ATTEMPT, "settings.SECRET_KEY,", '"known",', SLOWED),
    ("by place", SLOWING, 'Attempt.key(what, name, "place", place): ONE_PLACE,', "", SLOWED),
    ("many names", SLOWING, 'Attempt.key("place", place): ALL_NAMES,', "", SLOWED),
    ("a known device by itself", SLOWING, "    if device:\n", "    if False:\n", SLOWED),
    ("only its owner's", SLOWING, "name is None or whose == owner(name)", "True", SLOWED),
    ("a signed cookie", SLOWING, 'request.get_signed_cookie(COOKIE, default="", salt=COOKIE, '
     "max_age=A_YEAR)", 'request.COOKIES.get(COOKIE, "").rsplit(":", 2)[0]', SLOWED),
    ("not for scripts", SLOWING, "httponly=True", "httponly=False", SLOWED),
    ("for HTTPS", SLOWING, "secure=settings.HTTPS", "secure=False", SLOWED),
    ("one household", SLOWING, "int(address), 64", "int(address), 128", SLOWED),
    ("the right words begin anew", SLOWING, "    Attempt.objects.filter(pk=key).delete()",
     "    pass", INSIDE),
    ("an answered question", SLOWING, '    Attempt.uncount(nobodys(request, f"{what} question"))',
     "    pass", PEOPLE + "tests/test_passkey_sessions.py"),
    ("right ones do not count", SLOWING, "each.give_back()", "pass", SLOWED),
    ("no wait is bought off", ATTEMPT, "rows.filter(waits_until=self.waits_until)", "rows", SLOWED),
    ("a passkey is one device", SLOWING, "token = passkey.pk.hex if passkey else",
     "token = None or", INSIDE),
    ("a passkey's sessions are one", SLOWING,
     'request.session.get("passkey") or request.session.session_key',
     "request.session.session_key", INSIDE),
    ("proofs", KEYRING, "with slowing.proof(request):", "if True:", INSIDE),
    ("sign-up", ENTRANCE, 'with slowing.nameless(request, "sign-up"):', "if True:", SLOWED),
    ("passkeys", PASSKEYS, 'with slowing.nameless(request, "passkey"), transaction.atomic():',
     "with transaction.atomic():", SLOWED),
    ("known where marked mine", ENTRANCE, "    if is_mine:\n", "    if True:\n", SLOWED),
    ("forgotten at sign-out", ENTRANCE,
     "    slowing.forget_device(response)\n    response.headers", "    response.headers", SLOWED),
    ("nobody's name takes as long", SIGNING_IN, "LoginSecretHasher().verify(login, known or "
     "NOBODYS)", "known and [LoginSecretHasher().verify(login, known) for _ in range(400)][0]",
     HERE + "test_attacks_names.py"),
    ("a new session at sign-in", ENTRANCE, "    leave(request)\n    login(",
     "    Device.objects.filter(session_key=request.session.session_key).delete()\n"
     "    request.session.cycle_key = lambda: None\n    login(", SESSIONS),
    ("signing out ends it", ENTRANCE, "    logout(request)\n",
     "    request.session = request.session.__class__()\n", SESSIONS),
    ("the browser forgets", ENTRANCE, '"Clear-Site-Data"', '"X-Nothing"', SESSIONS),
    ("other sessions end", KEYRING, "        end_other_sessions(request, request.user)\n", "",
     SESSIONS),
    ("forms have a token", SETTINGS, '    "django.middleware.csrf.CsrfViewMiddleware",\n', "",
     SESSIONS),
    ("cookies stay here", SETTINGS, 'CSRF_COOKIE_SAMESITE = "Lax"', 'CSRF_COOKIE_SAMESITE = "None"',
     SESSIONS),
    ("this server's names", SETTINGS, 'ALLOWED_HOSTS = [', 'ALLOWED_HOSTS = ["*", ', REQUESTS),
    ("cookies over HTTPS", SETTINGS, "CSRF_COOKIE_SECURE = HTTPS", "CSRF_COOKIE_SECURE = False",
     REQUESTS),
    ("kept by nobody", "drawleaf/web/headers.py", '"no-store"', '"private"', REQUESTS),
    ("no frame", SETTINGS, 'X_FRAME_OPTIONS = "DENY"', 'X_FRAME_OPTIONS = "SAMEORIGIN"', REQUESTS),
    ("X_Name is no X-Name", ASGI, 'b"_" not in name and', "", REQUESTS),
    ("letters we know", ASGI, 'if letters.strip', "if False and letters.strip", AT_THE_DOOR),
    ("a body's size", ASGI, "if len(body) > LARGEST:", "if False:", AT_THE_DOOR),
    ("all bodies' size", ASGI, "if held > LARGEST_OF_ALL:", "if False:", AT_THE_DOOR),
    ("a body's time", ASGI, "asyncio.wait_for(whole(receive), PATIENCE)", "whole(receive)", SLOW),
    ("a slow reader's thread", ASGI, ", send_queue_size=0", "", AT_THE_DOOR),
    ("a head's time", DOOR, "        if self.head_timer is None:\n", "        if False:\n", SLOW),
    ("a second head's time", DOOR, "and self.conn.trailing_data[0]", "and False", SLOW),
    ("the time to take it", DOOR, "        self.taking_timer = self.loop.call_later(PATIENCE, "
     "self.transport.abort)\n", "", SLOW),
    ("room in a crowd", DOOR, "            longest.transport.abort()\n", "", SLOW),
    ("on the disk", SETTINGS, "synchronous=FULL", "synchronous=NORMAL",
     HERE + "test_kept_on_disk.py"),
]  # fmt: skip


def each(wanted: str):
    """`wanted` is part of the tests' names, for a few of them."""
    tests = sorted({test for *_, test in CHECKS if wanted in test})
    yield "nothing taken away", partial(is_red, tests, {})
    for name, *change, test in CHECKS:
        if test in tests:
            yield name, partial(is_red, [test], without(*change))


if __name__ == "__main__":
    sys.exit(report(each("".join(sys.argv[1:]))))
