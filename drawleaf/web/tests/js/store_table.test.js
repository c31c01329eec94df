// The table as this device remembers it, and what is left on a device that is nobody's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "./ana_of.js";
import { paired } from "./couple_of.js";
import { courierOf } from "./courier_of.js";
import { personOf, soon } from "./device_of.js";

const PASSAGE = { kind: "leaf.passage", day: "2026-11-22", text: "Thank you." };

/** Ana, at a table with Bo, and a leaf of hers that lies on it. */
async function atTable(record = crypto.randomUUID()) {
  const { ana, row } = await paired();
  const place = { couple: row.couple, author: ana.keyring.person, record, revision: 1 };
  const leaf = { ...place, collection: "leaf", field: "passage" };
  const sealed = await ana.tab.vault.sealLeaf(leaf, PASSAGE);
  return { ...ana, leaf: { ...leaf, envelope: sealed.envelope } };
}

test("a leaf that was taken back and lies there again is older than what was seen", async () => {
  const { tab, leaf } = await atTable();
  assert.equal((await tab.store.openOnTable(leaf)).body.text, "Thank you.");
  await tab.store.rememberTakenBack(leaf);
  await assert.rejects(tab.store.openOnTable(leaf), { reason: "stale" });
  await tab.page();
  await assert.rejects(tab.store.openOnTable(leaf), { reason: "stale" });
});

test("taken back elsewhere, it comes by the feed and is remembered too", async () => {
  const { tab, leaf, server } = await atTable();
  const courier = courierOf(server);
  await tab.page();
  await tab.store.openOnTable(leaf);
  courier.table = [{ ...leaf, joint: null, envelope: null }];
  await tab.store.sync();
  await soon(120);
  await tab.page();
  await assert.rejects(tab.store.openOnTable(leaf), { reason: "stale" });
});

test("what was seen never becomes older, whatever is shown first", async () => {
  const { tab, leaf } = await atTable();
  tab.store.rememberTakenBack(leaf);
  await tab.store.rememberLeaf(leaf, "");
  await tab.page();
  await assert.rejects(tab.store.openOnTable(leaf), { reason: "stale" });
});

test("what a sleeping tab has not sent yet is there when it wakes", async () => {
  const { tab, device, server } = await personOf("Ana", { mine: false });
  const courier = courierOf(server);
  globalThis.addEventListener ??= () => {};
  courier.line = "down";
  await tab.store.keep(entry("oat"));
  tab.sleep();
  const other = await device.tab();
  await other.store.watchOutbox();
  other.close();
  courier.line = "up";
  await tab.page();
  assert.equal((await tab.store.outbox()).left, 1);
  await tab.flush();
  assert.equal(courier.rows.size, 1);
});

test("a device not marked mine that no tab has the key of any more is emptied", async () => {
  const { tab, device, server } = await personOf("Ana", { mine: false });
  courierOf(server);
  globalThis.addEventListener ??= () => {};
  await tab.store.keep(entry("oat"));
  await tab.store.keepDraft("write", { text: "half" });
  const other = await device.tab();
  await other.store.watchOutbox();
  assert.ok((await device.rows(tab)).length > 0, "a tab is open, and answers");
  other.close();
  tab.session.clear();
  await tab.page();
  await tab.store.watchOutbox();
  assert.deepEqual(await device.rows(tab), []);
});

test("what was set aside is news once, and again only when it is brought back", async () => {
  const { tab, leaf } = await atTable();
  const { couple, record } = leaf;
  assert.equal(await tab.store.rememberAside(couple, record, 2, true), true);
  assert.equal(await tab.store.rememberAside(couple, record, 2, true), false);
  await tab.page();
  assert.equal(await tab.store.isAside(couple, record), true);
  assert.equal(await tab.store.rememberAside(couple, record, 2, true), false, "known on the next page");
  assert.equal(await tab.store.rememberAside(couple, record, 3, false), true);
  assert.equal(await tab.store.rememberAside(couple, record, 2, true), false, "older than what is known");
  assert.equal(await tab.store.isAside(couple, record), false);
});
