// Keeping, sending and reading again, whatever happens to the line and to the device.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ana, another, changedElsewhere, entry, gone } from "./ana_of.js";
import { PASSPHRASE } from "./device_of.js";

const texts = async ({ store }) =>
  (await store.records()).filter(({ body }) => body.type === "entry").map(({ body }) => body.text);
const left = async ({ store }) => (await store.outbox()).left;

test("what is kept without a line arrives once when there is one again", async () => {
  const { tab, courier } = await ana();
  courier.line = "down";
  const { kept, sent, record } = await tab.store.keep(entry("one"));
  assert.deepEqual([kept, sent], [true, false]);
  await tab.vault.lock();
  await tab.page();
  courier.line = "up";
  assert.equal((await tab.flush()).left, 0, "sent without the notebook being open");
  await tab.flush();
  assert.deepEqual([...courier.rows.keys()], [record]);
  await tab.vault.unlock(PASSPHRASE);
  assert.deepEqual(await texts(tab), ["one"]);
});

test("on a device not marked mine kept means that the server has it", async () => {
  const { tab, courier } = await ana({ mine: false });
  assert.equal((await tab.store.keep(entry("one"))).kept, true);
  courier.line = "down";
  assert.equal((await tab.store.keep(entry("two"))).kept, false);
  await tab.page();
  assert.equal(await left(tab), 1, "it waits as long as the tab");
  tab.session.clear();
  await tab.page();
  assert.equal(await left(tab), 0);
});

test("an answer that is lost makes no second record", async () => {
  const { tab, courier } = await ana();
  courier.faults = ["lost", "lost"];
  const { record } = await tab.store.keep(entry("one"));
  await tab.flush();
  await tab.store.keep(entry("one, changed"), { record });
  await tab.flush();
  assert.deepEqual([courier.rows.size, courier.rows.get(record).revision], [1, 2]);
  assert.equal(await left(tab), 0);
});

test("changes made without a line go out one after the other", async () => {
  const { tab, courier } = await ana();
  courier.line = "down";
  const { record } = await tab.store.keep(entry("one"));
  await tab.store.keep(entry("two"), { record, revision: 1 });
  await tab.page();
  await tab.store.keep(entry("three"), { record, revision: 2 });
  courier.line = "up";
  assert.equal((await tab.flush()).left, 0);
  assert.equal(courier.rows.get(record).revision, 3);
  await tab.store.sync();
  assert.deepEqual(await texts(tab), ["three"]);
});

test("a feed that breaks in the middle is taken up where it broke", async () => {
  const whole = await ana();
  for (let number = 0; number < 10; number += 1) await whole.tab.store.keep(entry(`${number}`));
  await whole.tab.flush();
  const tab = await another(whole);
  whole.courier.faults = ["up", "up", "down"];
  await assert.rejects(tab.store.sync(), { status: 0 });
  assert.equal((await texts(tab)).length, 6);
  await tab.store.sync();
  assert.deepEqual((await texts(tab)).sort(), "0123456789".split(""));
});

test("two devices that change the same record: both are kept", async () => {
  const { tab, courier, record, other } = await changedElsewhere(entry("hers, elsewhere"));
  await tab.store.keep(entry("hers, here"), { record });
  const { left: waits } = await tab.flush();
  assert.equal(waits, 0);
  assert.deepEqual((await texts(tab)).sort(), ["hers, elsewhere", "hers, here"]);
  await other.store.sync();
  assert.deepEqual((await texts(other)).sort(), ["hers, elsewhere", "hers, here"]);
  const [again] = (await tab.store.records()).filter(({ body }) => body.also);
  assert.equal(again.body.text, "hers, here");
  assert.equal(courier.rows.size, 2);
});

test("a change elsewhere that comes by the feed first is kept beside one's own", async () => {
  const { tab, courier, record } = await changedElsewhere();
  courier.line = "down";
  await tab.store.keep(entry("here"), { record });
  courier.line = "up";
  await tab.store.sync();
  assert.deepEqual((await texts(tab)).sort(), ["elsewhere", "here"]);
  await tab.flush();
  assert.equal(await left(tab), 0);
});

test("with the notebook shut, what differs waits for the passphrase, and the rest goes", async () => {
  const { tab, courier, record } = await changedElsewhere();
  courier.line = "down";
  await tab.store.keep(entry("here"), { record });
  await tab.store.keep(entry("another"));
  courier.line = "up";
  await tab.vault.lock();
  assert.equal((await tab.flush()).left, 1);
  await tab.vault.unlock(PASSPHRASE);
  assert.equal((await tab.flush()).left, 0);
  assert.deepEqual((await texts(tab)).sort(), ["another", "elsewhere", "here"]);
});

test("what was deleted elsewhere and changed here is not lost, and the other way round", async () => {
  for (const [there, here, expected] of [
    [gone, entry("changed"), ["changed"]],
    [entry("changed"), gone, ["changed"]],
    [gone, gone, []],
  ]) {
    const { tab, record, other } = await changedElsewhere(there);
    await tab.store.keep(here, { record });
    await tab.flush();
    assert.deepEqual(await texts(tab), expected);
    await other.store.sync();
    assert.deepEqual(await texts(other), expected);
  }
});

test("an edit begun before another tab's edit keeps both", async () => {
  const { tab } = await ana();
  const { record } = await tab.store.keep(entry("first"));
  await tab.store.keep(entry("second"), { record, revision: 1 });
  const result = await tab.store.keep(entry("from an older page"), { record, revision: 1 });
  assert.notEqual(result.record, record);
  assert.deepEqual((await texts(tab)).sort(), ["from an older page", "second"]);
});

test("whatever was written on a day is kept twice, not entries alone", async () => {
  const month = (line) => ({ ...entry(line), type: "foundations" });
  const { tab, courier, record, other } = await changedElsewhere(month("elsewhere"));
  courier.line = "down";
  await tab.store.keep(month("here"), { record });
  courier.line = "up";
  await tab.flush();
  await other.store.sync();
  for (const device of [tab, other]) {
    const found = (await device.store.records()).filter(({ body }) => body.type === "foundations");
    assert.deepEqual(found.map(({ body }) => body.text).sort(), ["elsewhere", "here"]);
  }
});

test("a server that fails loses nothing; one that refuses stops only what it refuses", async () => {
  const { tab, courier } = await ana();
  courier.line = "broken";
  await tab.store.keep(entry("one"));
  assert.equal((await tab.flush()).error.status, 503);
  courier.line = "up";
  courier.faults = ["refused"];
  const { record } = await tab.store.keep(entry("two"));
  await tab.flush();
  assert.deepEqual([...courier.rows.keys()], [record]);
  const { refused } = await tab.store.outbox();
  assert.equal(refused.length, 1);
  assert.deepEqual((await texts(tab)).sort(), ["one", "two"]);
});

test("more than one pack, opened again", async () => {
  const { tab, courier } = await ana();
  courier.page = 200;
  const all = Array.from({ length: 260 }, (_, number) => `${number}`);
  for (const text of all) await tab.store.keep(entry(text));
  await tab.flush();
  await tab.page();
  assert.deepEqual(await texts(tab), all);
  await tab.store.sync();
  assert.deepEqual(await texts(tab), all);
});
