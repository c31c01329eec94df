// A host that plays tricks, a disk that is full, a device in somebody else's hands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ana, changedElsewhere, entry, gone, keptOf } from "./ana_of.js";
import { PASSPHRASE } from "./device_of.js";

const records = async ({ store }) =>
  (await store.everything()).map(({ body, trouble }) => [body?.text, trouble]);

test("an older envelope in a record's place does not take the newer words away", async () => {
  const { tab, courier } = await ana();
  const record = await keptOf(tab, entry("one"));
  const older = { ...courier.rows.get(record) };
  await tab.store.keep(entry("two"), { record });
  await tab.flush();
  courier.put(older);
  await tab.store.sync();
  assert.deepEqual(await records(tab), [["two", "stale"]]);
});

test("other words under a revision that was seen are told, and not taken", async () => {
  const { tab, courier } = await ana();
  const record = await keptOf(tab, entry("one"));
  const { envelope } = await tab.vault.sealRecord(record, 1, entry("put in its place"));
  courier.put({ record, revision: 1, envelope });
  await tab.store.sync();
  assert.deepEqual(await records(tab), [["one", "changed"]]);
});

test("what is damaged stands in its place and breaks nothing", async () => {
  const { tab, courier } = await ana();
  await keptOf(tab, entry("one"));
  const [row] = courier.rows.values();
  const envelope = `${row.envelope.slice(0, -4)}AAAA`;
  courier.put({ record: crypto.randomUUID(), revision: 1, envelope });
  await tab.store.sync();
  assert.deepEqual(await records(tab), [
    ["one", undefined],
    [undefined, "damaged"],
  ]);
  assert.equal((await tab.store.records()).length, 1);
});

test("a copy eaten by the disk comes again from the feed", async () => {
  const { tab, courier } = await ana();
  await keptOf(tab, entry("one"));
  const db = await tab.device.database();
  const keys = await db.getAllKeys("packs");
  for (const key of keys) await db.put("packs", new Uint8Array(60), key);
  await tab.page();
  assert.deepEqual(await records(tab), [["one", undefined]]);
  assert.equal(courier.rows.size, 1);
});

test("a full device keeps at the server, and without a line says so and loses nothing", async () => {
  const { tab, courier } = await ana();
  await keptOf(tab, entry("before"));
  const full = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = full;
  try {
    assert.deepEqual((await tab.store.keep(entry("straight"))).sent, true);
    courier.line = "down";
    await assert.rejects(tab.store.keep(entry("nowhere")), { reason: "no_room" });
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  courier.line = "up";
  await tab.page();
  await tab.store.sync();
  assert.deepEqual((await records(tab)).map(([text]) => text).sort(), ["before", "straight"]);
});

test("a device so full that it cannot even note what was sent sends all that waits", async () => {
  const { tab, courier } = await ana();
  courier.line = "down";
  for (const text of ["one", "two", "three"]) await tab.store.keep(entry(text));
  courier.line = "up";
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  try {
    assert.equal((await tab.flush()).error.reason, "no_room");
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  assert.equal(courier.rows.size, 3);
  assert.equal((await tab.flush()).left, 0);
  assert.equal(courier.rows.size, 3, "and none twice");
});

for (const mine of [true, false]) {
  test(`nothing readable lies on a device ${mine ? "" : "not "}marked mine`, async () => {
    const { tab, device, courier } = await ana({ mine });
    courier.line = "down";
    await tab.store.keep(entry("a marker in the words"));
    await tab.store.keepDraft("write", { text: "a marker in the draft" });
    const lying = JSON.stringify(await device.rows(tab), (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
    );
    assert.ok(lying.length > 1000);
    assert.ok(!lying.includes("marker"));
    if (!mine) assert.ok(!lying.includes("envelope"));
  });
}

test("a draft outlives the lock, and opens with the notebook alone", async () => {
  const { tab } = await ana();
  await tab.store.keepDraft("write", { text: "half" });
  await tab.vault.lock();
  await tab.page();
  await assert.rejects(tab.store.draft("write"), { reason: "shut" });
  await tab.vault.unlock(PASSPHRASE);
  assert.equal((await tab.store.draft("write")).text, "half");
  await tab.store.dropDraft("write");
  assert.equal(await tab.store.draft("write"), null);
});

async function aged(first, last) {
  const { tab, courier } = await ana();
  const record = await keptOf(tab, first);
  const older = { ...courier.rows.get(record) };
  await tab.store.keep(last, { record });
  await tab.flush();
  const newest = { ...courier.rows.get(record) };
  courier.put(older);
  return { tab, courier, record, older, newest };
}

for (const isFed of [false, true]) {
  const how = isFed ? ", which the feed has shown" : "";
  test(`a change is not folded into what the host has aged${how}: one's own stay, marked`, async () => {
    const { tab, courier, record, newest } = await aged(entry("one"), entry("two"));
    if (isFed) await tab.store.sync();
    const { sent, kept, twice, error } = await tab.store.keep(entry("three"), { record, revision: 2 });
    assert.deepEqual([sent, kept, twice, error.reason], [false, true, false, "server_older"]);
    await tab.store.sync();
    await tab.page();
    await tab.store.sync();
    assert.deepEqual(await records(tab), [["three", "stale"]]);
    assert.equal((await tab.store.outbox()).left, 1);
    courier.put(newest);
    await tab.store.sync();
    assert.equal((await tab.flush()).left, 0);
    await tab.store.sync();
    assert.deepEqual(await records(tab), [["three", undefined]]);
    assert.equal(courier.rows.get(record).revision, 3);
  });
}

test("what was seen is remembered when the host ages a record and a change is tried", async () => {
  const { tab, courier, record, older } = await aged(entry("one"), entry("two"));
  await tab.store.keep(entry("three"), { record });
  const db = await tab.device.database();
  for (const key of await db.getAllKeys("packs")) await db.delete("packs", key);
  await db.clear("outbox");
  await tab.page();
  courier.put(older);
  await tab.store.sync();
  assert.deepEqual(await records(tab), [[undefined, "stale"]]);
});

test("a change over which the host puts what does not open waits, and its words stay", async () => {
  const { tab, courier } = await ana();
  const record = await keptOf(tab, entry("one"));
  const { envelope } = courier.rows.get(record);
  courier.put({ record, revision: 2, envelope });
  const { sent } = await tab.store.keep(entry("two"), { record });
  assert.equal(sent, false);
  assert.deepEqual(await records(tab), [["two", "damaged"]]);
  assert.equal((await tab.store.outbox()).left, 1);
});

test("what waits for a host that ages one record holds no other back", async () => {
  const { tab, record } = await aged(entry("one"), entry("two"));
  await tab.store.keep(entry("three"), { record });
  assert.equal((await tab.store.keep(entry("another"))).sent, true);
});

test("what cannot be settled, because the disk has eaten at it, holds no other back", async () => {
  const { tab, courier, record } = await changedElsewhere();
  courier.line = "down";
  await tab.store.keep(entry("here"), { record });
  await tab.store.keep(entry("another"));
  const db = await tab.device.database();
  const [key] = await db.getAllKeys("outbox");
  const waits = await db.get("outbox", key);
  await db.put("outbox", { ...waits, envelope: `${waits.envelope.slice(0, -4)}AAAA` }, key);
  courier.line = "up";
  await tab.page();
  const { left, error } = await tab.flush();
  assert.deepEqual([left, error.reason], [1, "damaged"]);
  assert.equal(courier.rows.size, 2, "the other has gone");
});

test("a deletion of what was changed elsewhere meanwhile is not said to be one", async () => {
  const { tab, courier } = await ana();
  const record = await keptOf(tab, entry("one"));
  const changed = await tab.vault.sealRecord(record, 2, entry("two, elsewhere"));
  courier.put({ record, revision: 2, envelope: changed.envelope });
  const told = [];
  document.addEventListener("drawleaf:undeleted", () => told.push("undeleted"), { once: true });
  const result = await tab.store.keep(gone, { record, revision: 1 });
  assert.deepEqual([result.sent, result.undeleted, told], [true, true, ["undeleted"]]);
  assert.deepEqual(await records(tab), [["two, elsewhere", undefined]]);
});
