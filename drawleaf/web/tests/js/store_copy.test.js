// The device's own copy: in order, in packs with their heads, rebuilt where something is missing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ana, another, entry, keptOf } from "./ana_of.js";
import { PASSPHRASE } from "./device_of.js";

const texts = async ({ store }) => (await store.records()).map(({ body }) => body.text);
const first = async ({ store }) => (await store.briefly()).map(({ body }) => body?.text);

/** Ana with these entries at the server, written in this order. */
async function written(...all) {
  const whole = await ana();
  for (const text of all) await whole.tab.store.keep(entry(text));
  await whole.tab.flush();
  await whole.tab.store.sync();
  return whole;
}

async function namesOf(tab, start) {
  const names = await (await tab.device.database()).getAllKeys("packs");
  return names.filter((name) => name.startsWith(start));
}

test("entries stand in one order on every device, fetched with the notebook open or shut", async () => {
  const all = Array.from({ length: 12 }, (_, number) => `${number}`);
  const whole = await written(...all);
  const { record } = (await whole.tab.store.records())[4];
  await whole.tab.store.keep(entry("4 again"), { record });
  await whole.tab.flush();
  await whole.tab.store.sync();
  const expected = [...all.filter((text) => text !== "4"), "4 again"];
  assert.deepEqual(await texts(whole.tab), expected);

  const open = await another(whole);
  await open.store.sync();
  assert.deepEqual(await texts(open), expected);
  const shut = await another(whole);
  await shut.vault.lock();
  await shut.store.sync();
  await shut.vault.unlock(PASSPHRASE);
  assert.deepEqual(await texts(shut), expected);
  await shut.page();
  assert.deepEqual(await first(shut), expected);
});

test("a list is read without opening a pack, and one entry is read whole", async () => {
  const long = "word ".repeat(200);
  const { tab } = await written(long, "short");
  const [{ record }] = await tab.store.records();
  await tab.page();
  const get = IDBObjectStore.prototype.get;
  const asked = [];
  IDBObjectStore.prototype.get = function (key) {
    if (this.name === "packs") asked.push(key);
    return get.call(this, key);
  };
  try {
    const [one, two] = await first(tab);
    assert.ok(long.startsWith(one) && one.length < long.length);
    assert.equal(two, "short");
    assert.deepEqual(asked, []);
    assert.equal((await tab.store.whole(record)).body.text, long);
    assert.deepEqual(asked, ["pack/000000"]);
  } finally {
    IDBObjectStore.prototype.get = get;
  }
});

for (const how of ["missing", "damaged"]) {
  test(`heads that are ${how} are made from their pack, and written again`, async () => {
    const { tab } = await written("one", "two");
    const db = await tab.device.database();
    for (const name of await namesOf(tab, "head/")) {
      if (how === "missing") await db.delete("packs", name);
      else await db.put("packs", new Uint8Array(60), name);
    }
    await tab.page();
    assert.deepEqual(await first(tab), ["one", "two"]);
    const [head] = await namesOf(tab, "head/");
    assert.ok((await db.get("packs", head)).length > 60);
    await db.delete("packs", "pack/000000");
    await tab.page();
    assert.equal((await first(tab)).length, 0, "heads without their pack are nothing");
  });
}

test("a damaged pack is found out when it is opened, and comes again by the feed", async () => {
  const { tab } = await written("one", "two");
  const [{ record }] = await tab.store.records();
  await (await tab.device.database()).put("packs", new Uint8Array(60), "pack/000000");
  await tab.page();
  assert.equal((await tab.store.whole(record)).body.text, "one");
  assert.deepEqual(await texts(tab), ["one", "two"]);
});

test("a copy begun again by another tab while a page was on its way misses nothing", async () => {
  const all = Array.from({ length: 10 }, (_, number) => `${number}`);
  const whole = await written(...all);
  const tab = await another(whole);
  const { fetch } = whole.server;
  let asked = 0;
  whole.server.fetch = async (url, options) => {
    const answer = await fetch(url, options);
    if (!url.startsWith("/feed/") || (asked += 1) !== 3) return answer;
    const db = await tab.device.database();
    await db.delete("meta", "store-cursor");
    for (const name of await db.getAllKeys("packs")) await db.delete("packs", name);
    await db.put("meta", 99, "store-version");
    return answer;
  };
  await tab.store.sync();
  assert.deepEqual(await texts(tab), all);
});

test("a new device is told how far its notebook has come, and a known one is not bothered", async () => {
  const whole = await written("one", "two", "three", "four");
  const told = [];
  const listen = ({ detail }) => told.push([detail.done, detail.of]);
  document.addEventListener("drawleaf:fetching", listen);
  const tab = await another(whole);
  await tab.store.sync();
  assert.deepEqual(told, [
    [3, 4],
    [4, 4],
  ]);
  await keptOf(tab, entry("five"));
  await tab.store.sync();
  document.removeEventListener("drawleaf:fetching", listen);
  assert.equal(told.length, 2);
});
