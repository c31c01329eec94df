"""Whatever Ana does for herself, each page and feed that Bo receives stays the same, byte by byte.

Grows with every practice: a new private act goes into `ACTS`, a new address is found by itself.
"""

import random
import re
import uuid

import pytest
from django.db import transaction

from drawleaf.people.models import Device, Person
from drawleaf.table.models import Leaf
from tests import cast
from tests.addresses import READING, address
from tests.soft_authenticator import Authenticator
from tests.things import begun

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HISTORIES = 1000


class Ana:
    """Ana at her browser. The server cannot tell her envelopes from random bytes of their size."""

    def __init__(self, browser, login, other_table, chance, pages):
        self.pages = pages
        self.browser, self.login, self.chance = browser, login, chance
        self.other_table, self.records, self.invitation = other_table, {}, None

    def act(self):
        self.chance.choice(ACTS)(self)

    def visits(self):
        """Any page of hers, the leaf that Bo laid among them: nobody learns what she has read."""
        self.browser.get(self.chance.choice(self.pages))

    def writes(self, record=None):
        record = record or uuid.UUID(int=self.chance.getrandbits(128), version=4)
        bucket = self.chance.choice([1024, 4096, 16384, 65536, 262144])
        revision = self.records.get(record, 0) + 1
        me = Person.objects.get(name="ana")
        sealed = cast.text(cast.envelope(me.key_id, bucket))
        fields = {"record": str(record), "revision": revision, "envelope": sealed}
        assert self.browser.post("/notebook/records/", fields).status_code == 200
        self.records[record] = revision

    def changes_or_deletes(self):
        self.writes(self.chance.choice([*self.records, None]))

    def writes_too_much(self):
        self.browser.post("/notebook/records/", {"record": str(uuid.uuid4()), "envelope": "x"})

    def wraps(self, part, **more):
        sealed = cast.text(cast.envelope(bucket=4096))
        parts = self.browser.get("/keyring/").json()["envelopes"]
        revision = parts.get(part, {"revision": 0})["revision"] + 1
        fields = {"proof": self.login, "login": cast.login_secret(), "revision": revision}
        return fields | {"envelope": sealed} | more

    def changes_the_passphrase(self):
        fields = self.wraps("root-passphrase", kdf=1)
        assert self.browser.post("/keyring/passphrase/", fields).status_code == 200
        self.login = fields["login"]

    def takes_a_recovery_code(self):
        fields = self.wraps("root-recovery")
        assert self.browser.post("/keyring/recovery/", fields).status_code == 200

    def changes_her_keyring(self):
        fields = self.wraps("keys")
        fields["generation"] = fields["revision"]
        assert self.browser.post("/keyring/keys/", fields).status_code == 200

    def takes_new_keys(self):
        fields = self.wraps("root-passphrase", kdf=1)
        code, keys = self.wraps("root-recovery"), self.wraps("keys")
        fields |= {"kid": cast.text(cast.envelope()[1:9]), "recovery_login": code["login"]}
        fields |= {"recovery_revision": code["revision"], "recovery": code["envelope"]}
        fields |= {"generation": keys["revision"], "keys": keys["envelope"]}
        assert self.browser.post("/keyring/renewal/", fields).status_code == 200
        self.login = fields["login"]

    def adds_a_passkey(self, key=None):
        key = key or Authenticator()
        asked = self.browser.post("/passkeys/challenge/").json()
        fields = {"proof": self.login, "credential": key.create(asked)}
        if self.chance.random() < 0.5:
            fields["wrap"] = cast.text(cast.envelope(bucket=4096))
        assert self.browser.post("/passkeys/", fields).status_code == 201

    def signs_in_with_a_passkey(self):
        key = Authenticator()
        self.adds_a_passkey(key)
        self.browser.post("/sign-out/")
        answer = key.get(self.browser.post("/sign-in/passkey/challenge/").json())
        fields = {"credential": answer}
        assert self.browser.post("/sign-in/passkey/", fields).status_code == 200

    def removes_a_passkey(self):
        self.adds_a_passkey()
        passkey = self.chance.choice(self.browser.get("/keyring/").json()["passkeys"])
        address = f"/passkeys/{passkey['id']}/removal/"
        assert self.browser.post(address, {"proof": self.login}).status_code == 200

    def signs_out_and_in(self):
        self.browser.post("/sign-out/")
        fields = {"user": "ana", "login": self.login, "mine": self.chance.choice(["on", ""])}
        assert self.browser.post("/sign-in/", fields).status_code == 200

    def mistypes_her_passphrase(self):
        wrong = {"user": "ana", "login": cast.login_secret()}
        assert self.browser.post("/sign-in/", wrong).status_code in {403, 429}

    def ends_her_devices(self):
        assert self.browser.post("/devices/others/ending/").status_code == 302

    def unlocks(self):
        assert self.browser.post("/devices/this/use/").status_code == 204

    def invites_somebody_else(self):
        if self.invitation:
            return
        self.invitation = str(uuid.UUID(int=self.chance.getrandbits(128), version=4))
        couple = str(uuid.UUID(int=self.chance.getrandbits(128), version=4))
        sealed = cast.text(cast.envelope())
        fields = {"invitation": self.invitation, "couple": couple, "envelope": sealed}
        assert self.browser.post("/invitations/", fields).status_code == 201

    def withdraws_it(self):
        if self.invitation is None:
            self.invites_somebody_else()
        done = self.browser.post(f"/invitations/{self.invitation}/withdrawal/")
        assert done.status_code == 200
        self.invitation = None

    def lays_a_leaf_on_another_table(self):
        fields = {
            "couple": str(self.other_table.pk),
            "record": str(uuid.UUID(int=self.chance.getrandbits(128), version=4)),
            "revision": 1,
            "collection": "leaf",
            "field": "passage",
            "envelope": cast.text(cast.envelope(self.other_table.key_id, 256)),
        }
        assert self.browser.post("/table/leaves/", fields).status_code == 200

    def asks_for_what_is_not_hers(self):
        self.browser.post(f"/table/leaves/{uuid.uuid4()}/taking-back/")


ACTS = [act for name, act in vars(Ana).items() if name not in {"__init__", "act", "wraps"}
        and callable(act)]  # fmt: skip


@pytest.fixture
def things(ana, bo, table):
    """Each of the two has laid a leaf; Bo has a device and has invited somebody once."""
    seal = cast.envelope(table.key_id, 256)
    Leaf.lay(ana, table, uuid.uuid4(), "leaf", "passage", seal)
    record = Leaf.lay(bo, table, uuid.uuid4(), "leaf", "passage", seal).record
    device = Device.objects.create(
        person=bo, name="Phone", session_key="x", last_used_on=table.confirmed_at.date()
    )
    passkey = cast.passkey(bo).pk
    return {
        "record": record, "invitation": uuid.uuid4(), "device": device.pk, "passkey": passkey,
    } | begun(bo, table)  # fmt: skip


@pytest.fixture
def what_bo_receives(browser_of, bo, things):
    """Status, headers and body of everything Bo can open, and what a stranger may ask of Ana."""
    browser, stranger = browser_of(bo), browser_of(None)
    browser.get("/")  # whoever has been here has the form token, which changes the next answer
    asked = [(browser, address(name, things)) for name in READING]
    asked += [(stranger, "/sign-in/salt/?user=ana"), (browser, "/feed/?after=1")]

    def received() -> list:
        return [
            (where, answer.status_code, sorted(answer.headers.items()), blanked(answer.content))
            for where, answer in ((where, who.get(where)) for who, where in asked)
        ]

    return received


def blanked(body: bytes) -> bytes:
    return re.sub(rb'(csrfmiddlewaretoken" value=")[^"]*', rb"\1", body)


@pytest.fixture
def history(browser_of, ana, cleo, table, things):
    login = cast.login_secret()
    ana.set_password(login)
    ana.save()
    other_table = cast.couple(ana, cleo)
    pages = [address(name, things) for name in READING]

    def live(seed) -> None:
        chance = random.Random(seed)
        someone = Ana(browser_of(ana), login, other_table, chance, pages)
        for _ in range(chance.randint(1, 8)):
            someone.act()

    return live


def test_bo_receives_the_same_bytes_whatever_ana_does_for_herself(history, what_bo_receives):
    before = what_bo_receives()
    for seed in range(HISTORIES):
        with transaction.atomic():
            history(seed)
            assert what_bo_receives() == before, f"history {seed}"
            transaction.set_rollback(True)
    print(f"{HISTORIES} private histories, {len(before)} answers each: the same bytes")


def test_the_comparison_sees_what_is_shared(ana, table, what_bo_receives):
    before = what_bo_receives()
    Leaf.lay(ana, table, uuid.uuid4(), "leaf", "passage", cast.envelope(table.key_id, 256))
    assert what_bo_receives() != before


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_each_private_act_can_be_done(browser_of, ana, cleo, things, act):
    """So that a history is not made of refusals."""
    login = cast.login_secret()
    ana.set_password(login)
    ana.save()
    pages = [address(name, things) for name in READING]
    act(Ana(browser_of(ana), login, cast.couple(ana, cleo), random.Random(1), pages))
