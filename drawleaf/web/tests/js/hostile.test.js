// New keys against a host who has the old key too, and keeps things back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSPHRASE } from "./device_of.js";
import { signIn, turnTo, twoDevices } from "./two_devices.js";
import { b64u, unb64u } from "#web/vault/bytes.js";
import { seal } from "#web/vault/envelope.js";
import { openRing, unwrapRoot } from "#web/vault/keyring.js";
import { at } from "#web/vault/place.js";
import { envelopeKey } from "#web/vault/primitives.js";

const NEW = "five words that nobody knows";
const entry = (text) => ({ kind: "notebook.record", type: "entry", day: "2026-11-22", text });
const no = (status, reason) => Response.json({ reason, sentence: "x", current: null }, { status });

/** Ana has written `texts` on a device that knows all of her notebook; the host copies her key. */
async function begun(...texts) {
  const { server, courier, devices } = await twoDevices();
  const [one] = devices;
  await turnTo(one);
  const kept = [];
  for (const text of texts) kept.push((await one.tab.store.keep(entry(text))).record);
  await one.tab.store.sync();
  await signIn(server, one, PASSPHRASE);
  return { server, courier, devices, one, kept, old: await copied(server, one.tab) };
}

async function renew({ tab, root }) {
  const { fields } = await tab.vault.newKeys(root, NEW);
  await tab.send("/keyring/renewal/", fields);
  await tab.vault.settle(root);
}

async function copied({ keyring }, tab) {
  const { person, envelopes } = structuredClone(keyring);
  const { wrap } = await tab.vault.derive("ana", PASSPHRASE, keyring);
  const { revision, envelope } = envelopes["root-passphrase"];
  const place = { person, field: "root-passphrase", revision, kdf: 1 };
  const { root } = await unwrapRoot(unb64u(envelope), wrap, place);
  const { keys } = envelopes;
  const { ring } = await openRing(unb64u(keys.envelope), root, person, keys.revision);
  return { person, key: await envelopeKey(ring.own[0].key, "current") };
}

async function forged({ person, key }, record, revision) {
  const place = at(person, person, record, revision, "notebook", "record");
  const { envelope } = await seal(entry("I give up."), place, key);
  return { record, revision, envelope: b64u(envelope) };
}

const shown = async ({ tab }) => {
  await tab.store.sync();
  return (await tab.store.everything()).map(({ body, trouble }) => [body?.text, trouble]);
};
const states = async ({ tab }) => (await tab.device.own()).keys.map(({ state }) => state);

/** A server that answers `address` by `answer`; resolves with what takes that away again. */
function answering(server, address, answer) {
  const real = server.fetch;
  server.fetch = async (url, options) => (url === address ? answer() : real(url, options));
  return () => (server.fetch = real);
}

test("a host who will not hear that the old key is retired gains nothing by it", async () => {
  const { server, courier, one, kept, old } = await begun("oat");
  await renew(one);
  answering(server, "/keyring/keys/", () => no(409, "stale"));
  await one.tab.renewRecords();
  await one.tab.vault.writePending(one.root).catch(() => {});
  assert.deepEqual(await states(one), ["current", "retired"]);
  await one.tab.vault.unlock(NEW);
  assert.deepEqual(await states(one), ["current", "retired"], "whatever keyring the server has");
  const row = await forged(old, kept[0], courier.rows.get(kept[0]).revision + 1);
  courier.put(row);
  await turnTo(one);
  assert.deepEqual(await shown(one), [["oat", "from_before"]]);
  await one.tab.renewRecords();
  assert.equal(courier.rows.get(kept[0]).envelope, row.envelope, "it is not sealed anew");
});

test("while the old key retires, only what was seen under it is believed", async () => {
  const { courier, one, kept, old } = await begun("oat", "rye");
  await renew(one);
  courier.put(await forged(old, kept[0], 2));
  const fresh = await forged(old, crypto.randomUUID(), 1);
  courier.put(fresh);
  await one.tab.renewRecords();
  const found = await shown(one);
  assert.deepEqual(found.filter(([, trouble]) => !trouble), [["rye", undefined]]);
  assert.deepEqual(found.filter(([, trouble]) => trouble === "from_before").length, 2);
  assert.equal(courier.rows.get(fresh.record).envelope, fresh.envelope, "it is not sealed anew");
  assert.deepEqual(await states(one), ["current", "retiring"]);
});

test("nothing is acted on that only a key from before has sealed", async () => {
  const { courier, one, old } = await begun("oat");
  await renew(one);
  courier.put(await forged(old, crypto.randomUUID(), 1));
  await one.tab.store.sync();
  assert.equal((await one.tab.store.everything()).length, 2);
  assert.deepEqual((await one.tab.store.records()).map(({ body }) => body.text), ["oat"]);
});

test("a fresh device has nothing to compare with, and opens what there is", async () => {
  const { server, devices, one } = await begun("oat");
  await renew(one);
  await signIn(server, devices[1], NEW);
  assert.deepEqual(await shown(devices[1]), [["oat", undefined]]);
});

test("the old key is not retired while the host keeps something back", async () => {
  const { courier, one } = await begun("oat", "rye");
  const all = new Map(courier.rows);
  await renew(one);
  courier.rows.delete([...all.keys()][0]);
  await one.tab.renewRecords();
  assert.deepEqual(await states(one), ["current", "retiring"]);
  const [record, row] = [...all][0];
  courier.rows.set(record, row);
  await one.tab.renewRecords();
  assert.deepEqual(await states(one), ["current", "retired"]);
  assert.deepEqual((await shown(one)).sort(), [["oat", undefined], ["rye", undefined]]);
});

test("one unsent entry that the disk has eaten shuts nobody out", async () => {
  const { server, devices, one } = await begun();
  const two = devices[1];
  await turnTo(two);
  two.line.left = 0;
  await two.tab.store.keep(entry("rye"));
  await two.tab.store.keep(entry("oat"));
  await signIn(server, one, PASSPHRASE);
  await renew(one);
  two.line.left = Infinity;
  await turnTo(two);
  const [[name, row]] = await two.tab.rows.readAll("outbox");
  const bytes = unb64u(row.envelope);
  bytes[40] ^= 1;
  await two.tab.rows.write("outbox", [[name, { ...row, envelope: b64u(bytes) }]]);
  await two.tab.vault.shutOut();
  assert.equal(await signIn(server, two, NEW), true);
  await two.tab.flush();
  const { left, refused } = await two.tab.store.outbox();
  assert.deepEqual([left, refused.map((each) => each.refused)], [1, ["damaged"]]);
});

test("a server that always says changed does not send the walk round for ever", async () => {
  const { server, one } = await begun("oat");
  await renew(one);
  let posts = 0;
  const calm = answering(server, "/notebook/records/", () => {
    posts += 1;
    return posts < 9 ? no(409, "changed") : calm() && no(409, "changed");
  });
  await one.tab.renewRecords();
  assert.equal(posts, 1);
  assert.deepEqual(await states(one), ["current", "retiring"]);
});
