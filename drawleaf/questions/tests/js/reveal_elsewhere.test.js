// Both, or neither, where one comes back: in another tab, on another device, with new keys. A host
// who is Bo has kept all that she ever sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chanceOf } from "../../../web/tests/js/chance.js";
import { deviceOf } from "../../../web/tests/js/device_of.js";
import { ringsOfTwo, takeIn } from "../../../web/tests/js/ring_of.js";
import { hostOf } from "./reveal_host.js";
import { b64u, random, unb64u } from "#web/vault/bytes.js";
import { seal } from "#web/vault/envelope.js";
import { hand, tagSecret } from "#web/vault/hand.js";
import { at } from "#web/vault/place.js";
import { envelopeKey } from "#web/vault/primitives.js";
import { commitmentTo } from "#web/vault/reveal.js";

// What a page writes down a little later, it writes down at once.
const later = globalThis.setTimeout;
globalThis.setTimeout = (act, wait, ...more) => later(act, wait <= 50 ? 0 : wait, ...more);

const to = ({ id }, verb) => `/questions/${id}/${verb}/`;
const HERS = { text: "The lamp." };

/** Ana has kept an answer, and Bo another: {rings, host, lying, tab, elsewhere}. */
async function bound() {
  const rings = ringsOfTwo(1);
  const line = { fetch: (...request) => line.host.fetch(...request) };
  const elsewhere = async (device = deviceOf(line)) => {
    const tab = await device.tab();
    await takeIn(tab.device.install, rings.ana);
    return tab;
  };
  const device = deviceOf(line);
  const tab = await elsewhere(device);
  const host = (line.host = await hostOf(chanceOf(1), rings));
  const lying = host.begin(host.tables[0]);
  await tab.reveal.keepAnswer(await host.page(lying), HERS, to(lying, "answer"));
  await host.bind(lying, "bo");
  return { rings, host, lying, tab, device, elsewhere };
}

const press = async (tab, lying, item, kept) =>
  tab.reveal.openMine(item, kept ?? (await tab.reveal.myAnswer(item)), { ahead: to(lying, "ahead"), opening: to(lying, "opening") });

/** Both have pressed, and Ana has taken new keys: {…, item, old}, `old` the key from before. */
async function openSinceNewKeys() {
  const all = await bound();
  const { rings, host, lying, tab } = all;
  await press(tab, lying, await host.page(lying));
  await host.press(lying);
  const [{ key: old }] = rings.ana.own;
  rings.ana.own = [{ key: random(32), state: "current" }, { key: old, state: "retiring" }];
  await takeIn(tab.device.install, rings.ana);
  lying.now.ahead = await tab.vault.sealHalfAnew(lying.now.ahead, await tab.halves.seenOfHalf(lying.now.ahead));
  return { ...all, item: await host.page(lying), old };
}

/** A half of hers with other members, as a host makes it who knows her key from before. */
async function forged({ rings, host, lying, old }, field, members) {
  const by = await hand(host.ana, await tagSecret(old, "reveal"));
  const place = at(lying.couple, host.ana, lying.id, 1, "reveal", field);
  const { body } = await host.opens(lying.now[field]);
  const shared = await envelopeKey(rings.bo.couples[0].key);
  const { envelope } = await seal({ ...body, ...members }, place, shared, by);
  return { ...lying.now[field], envelope: b64u(envelope) };
}

const BENT = { text: "It was all my fault." };
const bent = (all) => forged(all, "release", { answer: JSON.stringify(BENT) });

test("what she opened before new keys is hers, where she was bound to it", async () => {
  const { tab, item } = await openSinceNewKeys();
  assert.deepEqual(await tab.reveal.whatIOpened(item), { answer: HERS });
  assert.deepEqual(await tab.reveal.theirAnswer(item), { answer: { text: "bo" } });
});

test("and his is read by what she faced then, as ahead says it, or not at all", async () => {
  const { tab, item } = await openSinceNewKeys();
  assert.deepEqual(await tab.reveal.theirAnswer(item), { answer: { text: "bo" } });
  delete item.given.ahead;
  await assert.rejects(tab.reveal.theirAnswer(item), { reason: "not_opened" });
});

test("other words in its place are marked", async () => {
  const all = await openSinceNewKeys();
  all.item.given.release = await bent(all);
  assert.deepEqual(await all.tab.reveal.whatIOpened(all.item), { answer: BENT, trouble: "from_before" });
});

test("so are words that never had a seal of hers, and nothing is read by them", async () => {
  const { host, lying, tab } = await bound();
  await press(tab, lying, await host.page(lying));
  await host.press(lying);
  const { body } = await host.opens(lying.now.release);
  const item = await host.page(lying);
  const members = { ...body, answer: JSON.stringify(BENT) };
  item.given.release = await host.forge(lying, "release", 1, members, host.ana);
  assert.deepEqual(await tab.reveal.whatIOpened(item), { answer: BENT, trouble: "not_mine" });
  await assert.rejects(tab.reveal.theirAnswer(item), { reason: "not_mine" });
});

test("and with them a commitment that fits", async () => {
  const all = await openSinceNewKeys();
  const { host, lying, tab, item } = all;
  item.given.release = await bent(all);
  const { body } = await host.opens(item.given.release);
  const where = at(lying.couple, host.ana, lying.id, 1, "reveal", "answer");
  const commitment = await commitmentTo(where, unb64u(body.salt), new TextEncoder().encode(body.answer));
  item.given.commitment = await forged(all, "commitment", { commitment });
  assert.deepEqual(await tab.reveal.whatIOpened(item), { answer: BENT, trouble: "from_before" });
});

test("what nothing shows to be hers is marked", async () => {
  for (const name of ["ahead", "commitment"]) {
    const { tab, item } = await openSinceNewKeys();
    delete item.given[name];
    assert.deepEqual(await tab.reveal.whatIOpened(item), { answer: HERS, trouble: "from_before" });
  }
});

test("a press that broke off is none: elsewhere she reads what she released for, and nothing else", async () => {
  const { host, lying, tab, elsewhere } = await bound();
  const { fetch } = host;
  let theFirst = null;
  // He keeps it, and says that it did not arrive.
  host.fetch = async (url, { body }) => {
    if (!url.endsWith("/ahead/")) return fetch(url, { body });
    const { envelope } = Object.fromEntries(body);
    theFirst = { record: lying.id, field: "ahead", revision: 1, envelope };
    throw new TypeError("no line");
  };
  const first = lying.now.their_commitment;
  await assert.rejects(press(tab, lying, await host.page(lying)), { reason: "no_line" });
  host.fetch = fetch;
  await tab.page();
  await host.bind(lying, "bo, second");
  await press(tab, lying, await host.page(lying));
  await host.press(lying);
  const hers = (await host.opens(lying.now.commitment)).digest;
  const his = (await host.opens(first)).digest;
  const their_release = await host.release(lying, host.truths.get(his), his, hers);
  const item = await host.page(lying);
  const lie = { ...item, given: { ...item.given, ahead: theFirst, their_commitment: first, their_release } };
  const without = structuredClone(lie);
  delete without.given.release;
  const forged = structuredClone(lie);
  const { body } = await host.opens(lying.now.release);
  forged.given.release = await host.forge(lying, "release", 1, { ...body, own: hers, partner: his }, host.ana);
  for (const [page, reason] of [[lie, "other_version"], [without, "not_opened"], [forged, "not_mine"]]) {
    await assert.rejects((await elsewhere()).reveal.theirAnswer(page), { reason });
  }
  assert.deepEqual(await (await elsewhere()).reveal.theirAnswer(item), { answer: { text: "bo, second" } });
});

test("she does not open for an older answer than she has had before her", async () => {
  const { host, lying, tab } = await bound();
  const first = lying.now.their_commitment;
  await host.bind(lying, "bo, second");
  const { fetch } = host;
  host.fetch = () => Promise.reject(new TypeError("no line"));
  await assert.rejects(press(tab, lying, await host.page(lying)), { reason: "no_line" });
  host.fetch = fetch;
  lying.now.their_commitment = first;
  await assert.rejects(press(tab, lying, await host.page(lying)), { reason: "stale" });
  assert.deepEqual([lying.now.ahead, lying.now.release], [undefined, undefined]);
});

const since = {
  kept: ({ reveal }, item, lying) => reveal.keepAnswer(item, { text: "The door." }, to(lying, "answer")),
  "taken away": ({ reveal }, item, lying) => reveal.withdrawAnswer(item, to(lying, "withdrawal")),
};
for (const [how, act] of Object.entries(since)) {
  test(`newer words of another tab are not ${how} by a page left open`, async () => {
    const { host, lying, tab, device, elsewhere } = await bound();
    const item = await host.page(lying);
    await (await elsewhere(device)).reveal.keepAnswer(structuredClone(item), { text: "The stairs." }, to(lying, "answer"));
    const { waiting, commitment } = lying.now;
    await assert.rejects(act(tab, item, lying), { reason: "said_since" });
    assert.deepEqual([lying.now.waiting, lying.now.commitment], [waiting, commitment]);
    assert.deepEqual((await tab.reveal.myAnswer(await host.page(lying))).answer, { text: "The stairs." });
  });
}

for (const [how, act] of Object.entries({
  replaced: ({ reveal }, item, lying) => reveal.keepAnswer(item, { text: "The stairs." }, to(lying, "answer")),
  withdrawn: ({ reveal }, item, lying) => reveal.withdrawAnswer(item, to(lying, "withdrawal")),
})) {
  test(`a page left open releases nothing that was ${how} in another tab`, async () => {
    const { host, lying, tab, device, elsewhere } = await bound();
    const item = await host.page(lying);
    const kept = await tab.reveal.myAnswer(item);
    const other = await elsewhere(device);
    await act(other, structuredClone(item), lying);
    await assert.rejects(press(tab, lying, item, kept), { reason: "changed" });
    assert.deepEqual([lying.now.ahead, lying.now.release], [undefined, undefined]);
  });
}
