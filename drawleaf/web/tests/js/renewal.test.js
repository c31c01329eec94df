// New keys in the browser's vault: what is carried along, and what happens wherever it stops.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSPHRASE } from "./device_of.js";
import { chanceOf } from "./chance.js";
import { signIn, turnTo, twoDevices } from "./two_devices.js";
import { refused } from "./vectors_say.js";

const NEW = "five words that nobody knows";
const entry = (text) => ({ kind: "notebook.record", type: "entry", day: "2026-11-22", text });

async function renew({ tab, root }, words = NEW) {
  const { code, fields } = await tab.vault.newKeys(root, words);
  await tab.send("/keyring/renewal/", fields);
  await tab.vault.settle(root);
  return code;
}

async function finish({ tab, root }) {
  await tab.renewRecords();
  await tab.vault.writePending(root);
}

const read = async ({ tab }) => {
  await tab.store.sync();
  return (await tab.store.everything()).filter(({ body }) => body?.type === "entry");
};
const texts = async (each) => (await read(each)).map(({ body }) => body.text).sort();
const states = async ({ tab }) => (await tab.device.own()).keys.map(({ state }) => state);

test("new keys end the old words, the old code and the old key", async () => {
  const { server, courier, devices } = await twoDevices();
  const [one] = devices;
  await turnTo(one);
  await one.tab.store.keep(entry("oat"));
  await signIn(server, one, PASSPHRASE);
  const before = { ...server.keyring.envelopes };
  const old = [...courier.rows.values()][0];
  const code = await renew(one);
  assert.deepEqual(await states(one), ["current", "retiring"]);
  await refused("renewing", () => one.tab.vault.newKeys(one.root, "other words"));
  const between = { ...server.keyring.envelopes };
  await finish(one);
  const { wrap } = await one.tab.vault.derive("ana", NEW, server.keyring);
  const given = { ...server.keyring, envelopes: between };
  await refused("older_keys", () => one.tab.vault.enter(given, wrap, { mine: true }));
  assert.deepEqual(await states(one), ["current", "retired"]);
  assert.deepEqual(await texts(one), ["oat"]);
  assert.equal(await signIn(server, one, PASSPHRASE), false);
  assert.equal(await signIn(server, one, NEW), true);
  await refused("from_before", () => one.tab.vault.openRecord(old));
  const wayBack = await one.tab.vault.recoveryKeys("ana", code);
  const K = structuredClone(server.keyring);
  await one.tab.vault.enter(K, wayBack.wrap, { field: "root-recovery", mine: true });
  const stale = { ...K, envelopes: { ...K.envelopes, keys: before.keys } };
  await refused("unknown_key", () => one.tab.vault.enter(stale, wayBack.wrap, { field: "root-recovery" }));
});

test("another device's outbox, drafts and memory come along", async () => {
  const { server, courier, devices } = await twoDevices();
  const [one, two] = devices;
  await turnTo(one);
  const { record } = await one.tab.store.keep(entry("oat"));
  await turnTo(two);
  const [older] = [...courier.rows.values()];
  assert.deepEqual(await texts(two), ["oat"]);
  two.line.left = 0;
  await two.tab.store.keep(entry("oat milk"), { record, revision: 1 });
  await two.tab.store.keep(entry("oat milk, warm"), { record, revision: 2 });
  await two.tab.store.keep(entry("rye"));
  await two.tab.store.keepDraft("half", { text: "half writ" });
  assert.equal((await two.tab.store.outbox()).left, 3);
  await signIn(server, one, PASSPHRASE);
  await renew(one);
  await finish(one);
  two.line.left = Infinity;
  await turnTo(two);
  await two.tab.flush();
  assert.equal((await two.tab.store.outbox()).left, 3, "signed out, all of it waits");
  await two.tab.vault.shutOut();
  await signIn(server, two, NEW);
  assert.deepEqual(await two.tab.store.draft("half"), { text: "half writ" });
  const { kid } = server.keyring;
  for (const [, { envelope }] of await two.tab.rows.readAll("outbox")) {
    assert.equal(Buffer.from(envelope, "base64url").subarray(1, 9).toString("base64url"), kid);
  }
  await two.tab.flush();
  assert.equal((await two.tab.store.outbox()).left, 0);
  assert.deepEqual(await texts(two), ["oat milk, warm", "rye"]);
  assert.equal((await read(two)).some(({ body }) => body.also), false, "no second copy");
  const seen = await two.tab.rows.readAll("seen");
  assert.ok(seen.length > 0);
  courier.put({ ...older, revision: 1 });
  await turnTo(two);
  await two.tab.store.sync();
  const item = (await two.tab.store.everything()).find((each) => each.record === record);
  assert.ok(["stale", "from_before"].includes(item.trouble), "an older one is still noticed");
  await turnTo(one);
});

test("an answer that was lost before new keys is not written twice", async () => {
  const { server, devices } = await twoDevices();
  const [one, two] = devices;
  await turnTo(two);
  Object.assign(two.line, { left: 1, isHeard: true });
  await two.tab.store.keep(entry("oat"));
  assert.equal((await two.tab.store.outbox()).left, 1);
  await signIn(server, one, PASSPHRASE);
  await renew(one);
  await finish(one);
  two.line.left = Infinity;
  await signIn(server, two, NEW);
  await two.tab.flush();
  assert.deepEqual(await texts(two), ["oat"]);
  assert.equal((await two.tab.store.outbox()).left, 0);
});

test("where another device was first, the rest goes on", async () => {
  const { server, devices } = await twoDevices();
  const [one] = devices;
  await turnTo(one);
  await one.tab.store.keep(entry("oat"));
  await one.tab.store.keep(entry("rye"));
  await signIn(server, one, PASSPHRASE);
  await renew(one);
  const real = server.fetch;
  server.fetch = async (url, options) => {
    if (url !== "/notebook/records/") return real(url, options);
    server.fetch = real;
    return Response.json({ reason: "changed", sentence: "x", current: null }, { status: 409 });
  };
  await finish(one);
  assert.deepEqual(await states(one), ["current", "retired"]);
  assert.deepEqual(await texts(one), ["oat", "rye"]);
});

test("somebody who never sees the answer signs in with the new words", async () => {
  const { server, devices } = await twoDevices();
  const [one] = devices;
  await turnTo(one);
  await one.tab.store.keep(entry("oat"));
  await signIn(server, one, PASSPHRASE);
  Object.assign(one.line, { left: 1, isHeard: true });
  await refused("no_line", () => renew(one));
  one.line.left = Infinity;
  await one.tab.vault.shutOut();
  assert.equal(await signIn(server, one, PASSPHRASE), false);
  assert.equal(await signIn(server, one, NEW), true);
  assert.equal((await one.tab.vault.who()).renewing, true);
  assert.equal((await one.tab.vault.who()).recovery, true);
  await finish(one);
  assert.equal((await one.tab.vault.who()).renewing, false);
  assert.deepEqual(await texts(one), ["oat"]);
});

for (let seed = 1; seed <= 10; seed += 1) {
  test(`stopped anywhere, with two devices writing, nothing is lost (${seed})`, async () => {
    await history(chanceOf(seed));
  });
}

async function history(chance) {
  const { server, devices } = await twoDevices();
  const her = { server, devices, words: PASSPHRASE, said: 0, kept: new Set(), below: new Set() };
  for (let number = 0; number < 12; number += 1) {
    for (const each of devices) await write(her, each, chance);
    const each = devices[chance(2)];
    if (!(await signIn(server, each, her.words))) throw new Error("her words are not taken");
    const fresh = `words of renewal ${number}`;
    Object.assign(each.line, { left: 1 + chance(14), isHeard: chance(2) === 0 });
    try {
      if ((await each.tab.vault.who()).renewing) await finish(each);
      if (!(await each.tab.vault.who()).renewing) {
        await renew(each, fresh);
        await finish(each);
      }
    } catch (error) {
      assert.equal(error.reason, "no_line");
    }
    each.line.left = Infinity;
    if (await signIn(server, each, fresh)) her.words = fresh;
    else assert.equal(await signIn(server, each, her.words), true);
  }
  await end(her);
}

async function write(her, each, chance) {
  await turnTo(each);
  if (!(await each.tab.vault.who())?.notebook) await signIn(her.server, each, her.words);
  each.line.left = chance(3) === 0 ? 0 : Infinity;
  const items = (await each.tab.store.everything()).filter(({ body }) => body?.type === "entry");
  her.said += 1;
  const words = entry(`line ${her.said}`);
  const item = items.length > 3 && items[chance(items.length)];
  if (item) her.below.add(item.body.text);
  const { record, revision } = item || {};
  await each.tab.store.keep(words, item ? { record, revision } : {});
  her.kept.add(words.text);
  each.line.left = Infinity;
}

async function end({ server, devices, words, kept, below }) {
  for (let round = 0; round < 3; round += 1) {
    for (const each of devices) {
      assert.equal(await signIn(server, each, words), true);
      await each.tab.flush();
      await finish(each);
      await each.tab.store.sync();
      // What the other has written last, this one believes when the other has sealed it anew.
      if (round === 2) assert.equal((await each.tab.store.outbox()).left, 0);
    }
  }
  for (const each of devices) {
    await turnTo(each);
    const items = await read(each);
    assert.deepEqual(items.filter(({ trouble }) => trouble), []);
    const there = new Set(items.map(({ body }) => body.text));
    for (const text of kept) assert.ok(there.has(text) || below.has(text), `${text} is lost`);
    const { keys, current } = await each.tab.device.own();
    assert.equal(keys.filter(({ state }) => state === "retired").length, keys.length - 1);
    assert.equal(current.id, server.keyring.kid);
  }
}
