// What a device holds, and for how long.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSPHRASE, personOf, SALT, soon } from "./device_of.js";
import { refused } from "./vectors_say.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ENTRY = { kind: "notebook.record", type: "entry", day: "2026-11-22", text: "oat" };
const RECORD = "11111111-1111-4111-8111-111111111111";

const ana = (how) => personOf("Ana", how);
const locks = async ({ vault }) => {
  const { notebook, table } = (await vault.who()) ?? {};
  return { notebook, table };
};
const BOTH = { notebook: true, table: true };
const TABLE = { notebook: false, table: true };
const NONE = { notebook: false, table: false };

for (const mine of [true, false]) {
  const marked = mine ? "a device marked mine" : "any other device";

  test(`on ${marked} both locks stay open from page to page`, async () => {
    const { tab } = await ana({ mine });
    assert.deepEqual(await locks(tab), BOTH);
    await tab.page();
    assert.deepEqual(await locks(tab), BOTH);
    const { envelope } = await tab.vault.sealRecord(RECORD, 1, ENTRY);
    await tab.page();
    const row = { record: RECORD, revision: 1, envelope };
    assert.deepEqual((await tab.vault.openRecord(row)).body, ENTRY);
  });

  test(`on ${marked} five minutes without a touch shut the notebook`, async () => {
    const { tab, device } = await ana({ mine });
    device.clock.now += 4.9 * MINUTE;
    assert.equal(await tab.device.away(), false);
    await tab.device.touch();
    device.clock.now += 4.9 * MINUTE;
    assert.deepEqual(await locks(tab), BOTH);
    device.clock.now += 0.2 * MINUTE;
    assert.equal(await tab.device.away(), true);
    await tab.device.touch();
    assert.equal(await tab.device.away(), true, "a touch comes too late");
    assert.deepEqual(await locks(tab), mine ? TABLE : NONE);
    await refused("shut", () => tab.vault.sealRecord(RECORD, 1, ENTRY));
    assert.equal(await tab.device.away(), false, "there is nothing more to shut");
    await tab.page();
    assert.deepEqual(await locks(tab), mine ? TABLE : NONE);
  });

  test(`on ${marked} the stamp is looked at before anything opens on a new page`, async () => {
    const { tab, device } = await ana({ mine });
    device.clock.now += 5 * MINUTE;
    await tab.page();
    assert.deepEqual(await locks(tab), mine ? TABLE : NONE);
    assert.ok(tab.told.includes("locked"));
  });

  test(`on ${marked} a lock leaves no key where it lay`, async () => {
    const { tab } = await ana({ mine });
    await tab.vault.lock();
    const db = await tab.device.database();
    assert.deepEqual(await db.getAllKeys("keys"), mine ? ["table"] : []);
    // Elsewhere the tab key stays for as long as the tab, since an unsent outbox lies under it.
    assert.equal(tab.session.size, mine ? 0 : 1);
  });

  test(`on ${marked} a clock that was set back does not keep the notebook open`, async () => {
    const { tab, device } = await ana({ mine });
    device.clock.now -= 6 * MINUTE;
    assert.equal((await locks(tab)).notebook, false);
  });

  test(`on ${marked} another tab opens with the first, and shuts with it`, async () => {
    const { tab, device } = await ana({ mine });
    const other = await device.tab();
    assert.deepEqual(await locks(other), BOTH);
    await tab.vault.lock();
    await soon();
    assert.deepEqual(await locks(other), mine ? TABLE : NONE);
    assert.ok(other.told.includes("locked"));
    await other.vault.unlock(PASSPHRASE);
    await soon();
    assert.ok(tab.told.includes("unlocked"));
    assert.deepEqual(await locks(tab), BOTH);
  });

  test(`on ${marked} a touch in one tab counts in the other`, async () => {
    const { tab, device } = await ana({ mine });
    const other = await device.tab();
    await locks(other);
    device.clock.now += 4 * MINUTE;
    await tab.device.touch();
    device.clock.now += 4 * MINUTE;
    assert.equal(await other.device.away(), false);
    assert.deepEqual(await locks(other), BOTH);
  });

  test(`on ${marked} keys are made ready once, however many ask`, async () => {
    const { tab } = await ana({ mine });
    await tab.page();
    for (const keys of ["own", "table"]) {
      const [one, other] = await Promise.all([tab.device[keys](), tab.device[keys]()]);
      assert.equal(one, other);
    }
  });

  test(`on ${marked} keys still being read when the notebook shuts are nobody's afterwards`, async () => {
    const { tab } = await ana({ mine });
    await tab.page();
    await Promise.allSettled([tab.device.own(), tab.vault.lock()]);
    await refused("shut", () => tab.device.own());
    assert.deepEqual(await locks(tab), mine ? TABLE : NONE);
    await tab.vault.unlock(PASSPHRASE);
    assert.deepEqual(await locks(tab), BOTH);
  });

  test(`on ${marked} signing out leaves nothing in any tab`, async () => {
    const { tab, device } = await ana({ mine });
    const other = await device.tab();
    await locks(other);
    await tab.rows.write("outbox", [["1", { a: 1 }]]);
    await tab.vault.wipe();
    await soon();
    assert.deepEqual(await device.rows(tab), []);
    assert.deepEqual([tab.session.size, other.session.size], [0, 0]);
    assert.deepEqual([await tab.vault.who(), await other.vault.who()], [null, null]);
  });

  test(`on ${marked} the notebook opens again with the server gone`, async () => {
    const { tab, server } = await ana({ mine });
    await tab.vault.lock();
    server.isUp = false;
    await refused("wrong_passphrase", () => tab.vault.unlock("oat"));
    assert.equal((await locks(tab)).notebook, false);
    await tab.vault.unlock(` ${PASSPHRASE} `);
    assert.deepEqual(await locks(tab), BOTH);
  });
}

test("on a device marked mine the table outlives the last tab, the notebook does not", async () => {
  const { tab, device } = await ana({ mine: true });
  tab.close();
  const later = await device.tab();
  assert.deepEqual(await locks(later), TABLE);
  assert.equal((await later.vault.who()).name, "Ana");
});

test("on a device marked mine the table stays open for thirty days from unlocking", async () => {
  const { tab, device } = await ana({ mine: true });
  device.clock.now += 29 * DAY;
  assert.deepEqual(await locks(await tab.page()), TABLE);
  await tab.vault.unlock(PASSPHRASE);
  device.clock.now += 30 * DAY;
  assert.deepEqual(await locks(tab), TABLE);
  device.clock.now += MINUTE;
  assert.deepEqual(await locks(tab), NONE);
  const db = await tab.device.database();
  assert.deepEqual(await db.getAllKeys("keys"), [], "gone, not only past");
  assert.deepEqual(await locks(await tab.page()), NONE);
});

test("setting the clock back does not make thirty days longer", async () => {
  const { tab, device } = await ana({ mine: true });
  device.clock.now -= 2 * DAY;
  assert.deepEqual(await locks(tab), NONE);
});

test("a tab that slept through a lock and an unlocking finds the new key", async () => {
  const { tab, device } = await ana({ mine: true });
  const other = await device.tab();
  await locks(other);
  other.close();
  await tab.vault.lock();
  await tab.vault.unlock(PASSPHRASE);
  assert.deepEqual(await locks(await other.page()), BOTH);
  assert.deepEqual(await locks(await tab.page()), BOTH);
});

test("on any other device the table's keys are not used after five minutes away", async () => {
  const { tab, device } = await ana();
  assert.ok(await tab.device.table());
  device.clock.now += 5 * MINUTE;
  await refused("shut", () => tab.device.table());
});

test("on any other device nothing can be read once the last tab is closed", async () => {
  const { tab, device } = await ana();
  await tab.rows.write("outbox", [["1", { text: "oat" }]]);
  assert.deepEqual(await tab.rows.readAll("outbox"), [["1", { text: "oat" }]]);
  tab.close();
  const later = await device.tab();
  assert.equal(await later.vault.who(), null);
  assert.deepEqual(await later.rows.readAll("outbox"), []);
  assert.equal(await later.rows.read("keyring", "K"), undefined);
  const readable = (await device.rows(later)).filter((row) => !(row instanceof Uint8Array));
  assert.deepEqual(readable, [false], "only that the device is not marked mine");
});

test("an unsent outbox outlives the lock on any device, for its tab", async () => {
  const { tab } = await ana();
  await tab.rows.write("outbox", [["1", { text: "oat" }]]);
  await tab.vault.lock();
  assert.deepEqual(await (await tab.page()).rows.readAll("outbox"), [["1", { text: "oat" }]]);
});

test("on a device marked mine the keys that stay cannot be read by any script", async () => {
  const { tab, device } = await ana({ mine: true });
  const { self, act } = await (await tab.page()).device.table();
  for (const key of [self.tag, act.tag]) {
    assert.equal(key.extractable, false);
    await assert.rejects(crypto.subtle.exportKey("raw", key));
  }
  assert.deepEqual(act.tag.usages, ["verify"], "an act needs the notebook open");
  const { current } = await tab.device.own();
  assert.equal(current.aes.extractable, false);
  await tab.vault.lock();
  const left = (await device.rows(tab)).filter((row) => row instanceof Uint8Array);
  assert.deepEqual(left, [], "the own key and its stamp are gone, not only shut");
});

test("where a browser cannot keep a key, a device marked mine keeps none", async () => {
  const { tab, device } = await ana({ mine: true, clones: false });
  assert.deepEqual(await locks(await tab.page()), BOTH);
  await tab.vault.lock();
  assert.deepEqual(await locks(tab), NONE);
  await tab.vault.unlock(PASSPHRASE);
  tab.close();
  assert.deepEqual(await locks(await device.tab()), NONE);
});

test("signing out takes every name that Drawleaf left in the browser, in every tab", async () => {
  const { tab, device } = await ana({ mine: true });
  const other = await device.tab();
  for (const { session } of [tab, other]) session.set("drawleaf:join", "/join/one/#secret");
  device.names.set("drawleaf-leave", "1").set("drawleaf-more", "1").set("another", "1");
  await tab.vault.wipe();
  await soon();
  assert.deepEqual([tab.session.size, other.session.size], [0, 0]);
  assert.deepEqual([...device.names.keys()], ["drawleaf-leave", "another"]);
});

for (const mine of [true, false]) {
  test(`a session ended elsewhere leaves no keys, ${mine ? "mine" : "not mine"}`, async () => {
    const { tab, device, server } = await ana({ mine });
    const other = await device.tab();
    await locks(other);
    await tab.rows.write("outbox", [["1", { a: 1 }]]);
    await tab.rows.write("seen", [["n", { b: 2 }]]);
    await tab.vault.shutOut();
    await soon();
    assert.deepEqual([await locks(tab), await locks(other)], [NONE, NONE]);
    assert.deepEqual(await (await tab.device.database()).getAllKeys("keys"), []);
    assert.deepEqual(await tab.rows.readAll("outbox"), [["1", { a: 1 }]]);
    assert.deepEqual(await tab.rows.readAll("seen"), [["n", { b: 2 }]]);
    server.isUp = false;
    await refused("no_line", () => tab.vault.unlock(PASSPHRASE));
    const { login, wrap } = await tab.vault.derive("ana", PASSPHRASE, server.keyring);
    await tab.vault.enter(server.keyring, wrap, { mine, login });
    assert.deepEqual(await locks(tab), BOTH);
    assert.deepEqual(await tab.rows.readAll("outbox"), [["1", { a: 1 }]]);
  });
}

test("whoever was signed out does not unlock with what is kept here", async () => {
  const { tab, server } = await ana({ mine: true });
  await tab.vault.lock();
  server.fetch = async () => Response.json({ reason: "signed_out", sentence: "x" }, { status: 401 });
  await refused("signed_out", () => tab.vault.unlock(PASSPHRASE));
  assert.equal((await locks(tab)).notebook, false);
});

test("when somebody else signs in, what lay here goes", async () => {
  const { tab, server } = await ana({ mine: true });
  await tab.rows.write("outbox", [["1", { text: "oat" }]]);
  const bo = { user: "bo", name: "Bo", passphrase: "bo", kdf: 1, salt: SALT };
  const { fields, root } = await tab.vault.enrol(bo);
  await tab.vault.enter(server.enrolled(fields, SALT), root, { mine: true });
  assert.equal((await tab.vault.who()).name, "Bo");
  assert.deepEqual(await tab.rows.readAll("outbox"), []);
});

test("when one changes one's mind about the device, only the outbox stays", async () => {
  const { tab, keyring } = await ana({ mine: true });
  const record = crypto.randomUUID();
  const body = { kind: "notebook.record", type: "entry", day: "2026-03-01", text: "oat" };
  const { envelope } = await tab.vault.sealRecord(record, 1, body);
  const entry = { record, revision: 1, envelope };
  await tab.rows.write("outbox", [["1", entry]]);
  await tab.rows.write("rows", [["n:1", { envelope: "a" }]]);
  const { wrap } = await tab.vault.derive("ana", PASSPHRASE, keyring);
  await tab.vault.enter(keyring, wrap, { mine: false });
  assert.deepEqual(await tab.rows.readAll("outbox"), [["1", entry]]);
  assert.deepEqual(await tab.rows.readAll("rows"), []);
  assert.equal((await tab.vault.who()).mine, false);
});
