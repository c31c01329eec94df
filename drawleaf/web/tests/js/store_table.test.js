// The table as this device remembers it, and what is left on a device that is nobody's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { courierOf } from "./courier_of.js";
import { personOf, soon } from "./device_of.js";

const realTimeout = globalThis.setTimeout;
globalThis.setTimeout = (...how) => Object.assign(realTimeout(...how)).unref();

const PASSAGE = { kind: "leaf.passage", day: "2026-11-22", text: "Thank you." };
const ENTRY = { kind: "notebook.record", type: "entry", day: "2026-11-22", text: "oat" };

/** Ana, at a table with Bo, and a leaf of hers that lies on it. */
async function atTable(record = crypto.randomUUID()) {
  const [ana, bo] = [await personOf("Ana", { mine: true }), await personOf("Bo", { mine: true })];
  const { fields, link_fragment: secret, record: kept } = await ana.tab.vault.invite("Ana");
  const { invitation, couple, envelope } = fields;
  const row = { invitation, couple, author: ana.keyring.person, envelope };
  const joined = await bo.tab.vault.join(bo.root, { ...row, secret });
  const answer = { invitation, join: joined.fields.envelope, invited: bo.keyring.person, kept };
  const confirmed = await ana.tab.vault.confirm(ana.root, answer);
  ana.server.put("keys", confirmed.fields.generation, confirmed.fields.keys);
  await ana.tab.vault.settle(ana.root);
  const place = { couple, author: ana.keyring.person, record, revision: 1 };
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

test("a device not marked mine that no tab has the key of any more is emptied", async () => {
  const { tab, device, server } = await personOf("Ana", { mine: false });
  courierOf(server);
  globalThis.addEventListener ??= () => {};
  await tab.store.keep(ENTRY);
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
