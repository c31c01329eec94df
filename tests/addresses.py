"""Every address, and what it answers to somebody signed out, Ana, Bo and Cleo."""

from django.urls import get_resolver

# name: answers to GET for signed out, Ana, Bo, Cleo. Ana has laid the leaf, begun each thing and
# sent the invitation; `device` is hers.
SIGN_IN = 302
READING = {
    "today": (SIGN_IN, 200, 200, 200),
    "notebook": (SIGN_IN, 200, 200, 200),
    "talk": (SIGN_IN, 200, 200, 200),
    "table": (SIGN_IN, 200, 200, 200),
    "help": (200, 200, 200, 200),
    "feed": (SIGN_IN, 200, 200, 200),
    "keyring": (SIGN_IN, 200, 200, 200),
    "settings": (SIGN_IN, 200, 200, 200),
    "privacy": (200, 200, 200, 200),
    "pairing": (SIGN_IN, 200, 200, 200),
    "sign-in": (200, 302, 302, 302),
    "sign-up": (200, 302, 302, 302),
    "recover": (200, 200, 200, 200),
    "salt": (200, 200, 200, 200),
    "join": (200, 200, 200, 200),
    "leaf": (SIGN_IN, 200, 200, 404),
    "our-page": (SIGN_IN, 200, 200, 200),
    "cards": (SIGN_IN, 200, 200, 200),
    "telling": (SIGN_IN, 200, 200, 200),
    "foundations": (SIGN_IN, 200, 200, 200),
    "checkin": (SIGN_IN, 200, 200, 200),
    "goals": (SIGN_IN, 200, 200, 200),
    "goal-new": (SIGN_IN, 200, 200, 200),
    "goal": (SIGN_IN, 200, 200, 404),
    "rituals": (SIGN_IN, 200, 200, 200),
    "ritual-new": (SIGN_IN, 200, 200, 200),
    "ritual": (SIGN_IN, 200, 200, 404),
    "touch": (SIGN_IN, 200, 200, 200),
    "promises": (SIGN_IN, 200, 200, 200),
    "promise-new": (SIGN_IN, 200, 200, 200),
    "promise": (SIGN_IN, 200, 200, 404),
    "promise-repair-new": (SIGN_IN, 200, 200, 200),
    "questions": (SIGN_IN, 200, 200, 200),
    "question": (SIGN_IN, 200, 200, 404),
    "loop": (SIGN_IN, 200, 200, 200),
    "healthz": (200, 200, 200, 200),
    "worker": (200, 200, 200, 200),
    "offline": (200, 200, 200, 200),
    "manifest": (200, 200, 200, 200),
}
# name: answers to an empty POST. 400: the form was read and found empty.
WRITING = {
    "records": (SIGN_IN, 400, 400, 400),
    "resealings": (SIGN_IN, 400, 400, 400),
    "leaves": (SIGN_IN, 400, 400, 400),
    "take-back": (SIGN_IN, 302, 403, 404),
    "additions": (SIGN_IN, 400, 400, 404),
    "keyring-keys": (SIGN_IN, 400, 400, 400),
    "keyring-passphrase": (SIGN_IN, 400, 400, 400),
    "keyring-recovery": (SIGN_IN, 400, 400, 400),
    "keyring-renewal": (SIGN_IN, 400, 400, 400),
    "passkeys": (SIGN_IN, 400, 400, 400),
    "passkey-challenge": (SIGN_IN, 200, 200, 200),
    "passkey-removal": (SIGN_IN, 400, 404, 404),
    "passkey-sign-in": (400, 400, 400, 400),
    "passkey-question": (200, 200, 200, 200),
    "invitations": (SIGN_IN, 400, 400, 400),
    "withdrawal": (SIGN_IN, 200, 404, 404),
    "confirmation": (SIGN_IN, 400, 400, 400),
    "cards-drawn": (SIGN_IN, 400, 400, 400),
    "cards-deeper": (SIGN_IN, 400, 400, 400),
    "tellings": (SIGN_IN, 400, 400, 400),
    "telling-replies": (SIGN_IN, 400, 400, 400),
    "foundation-wishes": (SIGN_IN, 400, 400, 400),
    "foundation-answers": (SIGN_IN, 400, 400, 400),
    "checkin-proposals": (SIGN_IN, 400, 400, 400),
    "checkin-agreement": (SIGN_IN, 400, 400, 404),
    "checkin-renewal": (SIGN_IN, 400, 400, 404),
    "checkin-ending": (SIGN_IN, 302, 409, 404),
    "week-skips": (SIGN_IN, 400, 400, 404),
    "goal-beginnings": (SIGN_IN, 400, 400, 400),
    "goal-wording": (SIGN_IN, 400, 400, 404),
    "goal-leaves": (SIGN_IN, 400, 400, 404),
    "goal-ending": (SIGN_IN, 400, 400, 404),
    "ritual-proposals": (SIGN_IN, 400, 400, 400),
    "ritual-agreement": (SIGN_IN, 400, 400, 404),
    "ritual-ticks": (SIGN_IN, 400, 400, 404),
    "ritual-answers": (SIGN_IN, 400, 400, 404),
    "ritual-rests": (SIGN_IN, 400, 400, 404),
    "ritual-renewal": (SIGN_IN, 409, 409, 404),
    "ritual-ending": (SIGN_IN, 302, 409, 404),
    "table-in-use": (SIGN_IN, 400, 400, 400),
    "touch-wishes": (SIGN_IN, 400, 400, 400),
    "promise-beginnings": (SIGN_IN, 400, 400, 400),
    "promise-wording": (SIGN_IN, 400, 400, 404),
    "promise-outcome": (SIGN_IN, 400, 400, 404),
    "promise-thanks": (SIGN_IN, 400, 400, 404),
    "promise-repairs": (SIGN_IN, 400, 400, 400),
    "promise-repair-thanks": (SIGN_IN, 400, 400, 400),
    "question-beginnings": (SIGN_IN, 400, 400, 400),
    "question-answer": (SIGN_IN, 400, 400, 404),
    "question-withdrawal": (SIGN_IN, 400, 400, 404),
    "question-ahead": (SIGN_IN, 400, 400, 404),
    "question-opening": (SIGN_IN, 400, 400, 404),
    "question-replies": (SIGN_IN, 400, 400, 404),
    "question-ending": (SIGN_IN, 302, 302, 404),
    "device-ending": (SIGN_IN, 302, 404, 404),
    "devices-ending": (SIGN_IN, 302, 302, 302),
    "name": (SIGN_IN, 400, 400, 400),
    "device-use": (SIGN_IN, 204, 204, 204),
    "sign-out": (SIGN_IN, 302, 302, 302),
}
# The doors answer both ways; an empty form is read and found empty.
DOORS = {
    "sign-in": (400, 400, 400, 400),
    "sign-up": (400, 400, 400, 400),
    "recover": (400, 400, 400, 400),
    "join": (401, 400, 400, 400),
}
NOTHING = "00000000-0000-4000-8000-000000000000"
ASKED_BY = ("nobody", "ana", "bo", "cleo")


def routes(patterns=None):
    for pattern in patterns or get_resolver().url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns)
        else:
            yield pattern


def address(name, things) -> str:
    pattern = next(each.pattern for each in routes() if each.name == name)
    found = "/" + str(pattern)
    thing = {"device-ending": "device", "passkey-removal": "passkey"}.get(name, "invitation")
    found = found.replace("<str:name>", "notes").replace("<slug:practice>", "questions")
    found = found.replace("<uuid:couple>", str(things["couple"]))
    found = found.replace("<uuid:joint>", str(things.get(name.partition("-")[0], NOTHING)))
    return found.replace("<uuid:record>", str(things["record"])).replace(
        "<uuid:id>", str(things[thing])
    )
