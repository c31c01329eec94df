// What goes to the table waits like everything else: without a line, from two devices, and where
// the host does not give back what was laid.
import assert from "node:assert/strict";
import { test } from "node:test";
import { another } from "./ana_of.js";
import { paired } from "./couple_of.js";
import { PASSPHRASE } from "./device_of.js";
import { tableCourierOf } from "./table_courier_of.js";

const RECORD = "11111111-1111-4111-8111-111111111111";
const JOINT = "22222222-2222-4222-8222-222222222222";
const mark = (done, words = {}) => ({ kind: "ritual.tick", day: "2026-11-28", done, ...words });

async function atTable() {
  const { ana, row } = await paired();
  const courier = tableCourierOf(ana.server, ana.keyring.person);
  const place = { couple: row.couple, joint: JOINT, collection: "ritual", field: "tick" };
  courier.place = place;
  await ana.tab.page();
  const lay = (tab, body) => tab.store.layDown("/marks/", { ...place, record: RECORD }, body);
  const here = async (tab) => {
    const found = await tab.store.lying({ ...place, record: RECORD, author: ana.keyring.person });
    return found && (await tab.store.openOnTable(found));
  };
  return { ...ana, courier, lay, here };
}

const left = async ({ store }) => (await store.outbox()).left;

test("without a line a mark is here at once, and goes when there is one", async () => {
  const { tab, courier, lay, here } = await atTable();
  courier.line = "down";
  await lay(tab, mark(true));
  assert.equal((await here(tab)).body.done, true);
  assert.deepEqual([await left(tab), (await tab.flush()).error.status], [1, 0]);
  courier.line = "up";
  await tab.page();
  assert.equal((await tab.flush()).left, 0);
  assert.deepEqual([...courier.laid.values()].map(({ revision }) => revision), [1]);
});

test("a mark that arrived unheard is not there twice", async () => {
  const { tab, courier, lay } = await atTable();
  courier.line = "lost";
  await lay(tab, mark(true));
  await tab.flush();
  courier.line = "up";
  assert.equal((await tab.flush()).left, 0);
  assert.equal(courier.laid.get(RECORD).revision, 1);
});

test("set, unset and set again without a line arrive in their order", async () => {
  const { tab, courier, lay, here } = await atTable();
  courier.line = "down";
  for (const done of [true, false, true]) await lay(tab, mark(done));
  courier.line = "up";
  assert.equal((await tab.flush()).left, 0);
  assert.equal(courier.laid.get(RECORD).revision, 3);
  assert.equal((await here(tab)).body.done, true);
});

test("the same mark from two devices is one", async () => {
  const whole = await atTable();
  const { tab, courier, lay } = whole;
  const other = await another(whole);
  await lay(other, mark(true));
  await other.flush();
  await tab.page();
  await lay(tab, mark(true));
  assert.equal((await tab.flush()).left, 0);
  assert.equal(courier.laid.get(RECORD).revision, 1);
});

test("words written on two devices beside one mark both stay", async () => {
  const whole = await atTable();
  const { tab, courier, lay, here } = whole;
  const other = await another(whole);
  await lay(other, mark(true, { what: "You rang." }));
  await other.flush();
  await tab.page();
  await lay(tab, mark(true, { what: "You waited." }));
  assert.equal((await tab.flush()).left, 0);
  assert.equal(courier.laid.get(RECORD).revision, 2);
  assert.equal((await here(tab)).body.what, "You rang.\nYou waited.");
});

test("a feed that lags behind does not take an unsent mark away", async () => {
  const { tab, courier, lay, here } = await atTable();
  await lay(tab, mark(true));
  await tab.flush();
  const first = { ...courier.laid.get(RECORD) };
  courier.line = "down";
  await lay(tab, mark(false));
  courier.line = "up";
  courier.table = [first];
  await tab.store.sync();
  assert.equal((await here(tab)).body.done, false);
});

test("where the host gives something else for it, one's own stays and waits", async () => {
  const { tab, courier, lay, here } = await atTable();
  await lay(tab, mark(true));
  await tab.flush();
  await lay(tab, mark(false));
  const row = courier.laid.get(RECORD);
  for (const current of [
    { ...row, revision: 7, envelope: `${row.envelope.slice(0, -4)}AAAA` },
    { ...row, author: crypto.randomUUID(), revision: 2 },
  ]) {
    courier.current = current;
    courier.laid.set(RECORD, { ...row, revision: 5, envelope: "x" });
    assert.equal((await tab.flush()).left, 1);
    assert.equal((await here(tab)).body.done, false);
  }
});

test("a host that gives back what a mark was laid on brings no word of it back", async () => {
  const { tab, courier, lay, here } = await atTable();
  await lay(tab, mark(true, { what: "Said too soon." }));
  await tab.flush();
  courier.current = { ...courier.laid.get(RECORD) };
  courier.laid.set(RECORD, { ...courier.current, revision: 9, envelope: "x" });
  await lay(tab, mark(false));
  const { left: waits, error } = await tab.flush();
  assert.deepEqual([waits, error.reason], [1, "server_older"]);
  assert.equal((await here(tab)).body.what, undefined);
});

test("what waits for the table carries one's present seal after new keys", async () => {
  const { tab, courier, lay, server, keyring } = await atTable();
  courier.line = "down";
  await lay(tab, mark(true));
  const [{ envelope: before }] = (await tab.device.readAll("outbox")).map(([, entry]) => entry);
  courier.line = "up";
  const { login, wrap } = await tab.vault.derive("ana", PASSPHRASE, server.keyring);
  const root = await tab.vault.enter(structuredClone(server.keyring), wrap, { mine: true, login });
  const { fields } = await tab.vault.newKeys(root, "five words that nobody knows");
  await tab.send("/keyring/renewal/", fields);
  await tab.vault.settle(root);
  assert.equal((await tab.flush()).left, 0);
  const row = courier.laid.get(RECORD);
  assert.notEqual(row.envelope, before);
  const leaf = await tab.vault.openLeaf({ ...row, author: keyring.person });
  assert.deepEqual([leaf.mine, leaf.body.done], [true, true]);
});

test("what waits can be looked at, and taken out before any server had it", async () => {
  const { tab, courier, lay, here } = await atTable();
  const [kind, other] = [{ collection: "ritual", field: "tick" }, { collection: "page", field: "addition" }];
  courier.line = "down";
  await lay(tab, mark(true, { what: "Said too soon." }));
  const [row, ...rest] = await tab.store.onTheWay(kind);
  assert.deepEqual([row.record, row.revision, row.refused, rest.length], [RECORD, 1, undefined, 0]);
  assert.deepEqual(await tab.store.onTheWay(other), []);
  assert.equal(await tab.store.takeOut(row), true);
  assert.deepEqual([await left(tab), await here(tab)], [0, undefined]);
  courier.line = "up";
  await tab.page();
  assert.equal((await tab.flush()).left, 0);
  assert.equal(courier.laid.size, 0);
});

test("what the server has is not taken out, and a change of it goes on waiting", async () => {
  const { tab, courier, lay } = await atTable();
  await lay(tab, mark(true));
  await tab.flush();
  courier.line = "down";
  await lay(tab, mark(false));
  const [row] = await tab.store.onTheWay({ field: "tick" });
  assert.equal(await tab.store.takeOut(row), false);
  courier.line = "up";
  await tab.flush();
  assert.equal(await tab.store.takeOut(row), false, "it has been sent meanwhile");
  assert.equal(courier.laid.get(RECORD).revision, 2);
});

test("a change that was refused is taken out, and what it was laid on is seen again", async () => {
  const { tab, courier, lay } = await atTable();
  await lay(tab, mark(true));
  await tab.flush();
  const [first] = [...courier.laid.values()];
  const before = await tab.store.openOnTable(first);
  const on = { revision: 1, digest: before.digest };
  await tab.store.layDown("/marks/", { ...courier.place, record: RECORD, on }, mark(false));
  const [row] = await tab.store.onTheWay({ field: "tick" });
  const entries = await tab.device.readAll("outbox");
  await tab.device.write("outbox", entries.map(([key, entry]) => [key, { ...entry, refused: "renewed" }]));
  await assert.rejects(tab.store.openOnTable(first), { reason: "stale" });
  assert.equal(await tab.store.takeOut(row), true);
  assert.equal((await tab.store.openOnTable(first)).trouble, undefined);
  assert.deepEqual([await left(tab), courier.laid.get(RECORD).revision], [0, 1]);
});

test("how something ended is said once: the last word counts", async () => {
  const whole = await atTable();
  const { tab, courier } = whole;
  courier.place.field = "outcome";
  const place = { ...courier.place, record: RECORD };
  const end = (from, outcome) => from.store.layDown("/marks/", place, { kind: "ritual.outcome", day: "2026-11-28", outcome });
  const other = await another(whole);
  await end(other, "let_go");
  await other.flush();
  await tab.page();
  await end(tab, "kept");
  assert.equal((await tab.flush()).left, 0);
  const row = await tab.store.lying({ ...place, author: whole.keyring.person });
  assert.deepEqual([row.revision, (await tab.store.openOnTable(row)).body.outcome], [2, "kept"]);
});
