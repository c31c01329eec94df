// A host who gives rows that are none, or another's row as the answer: nothing is believed, and
// nothing of it trips the notebook afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ana, entry, gone, keptOf } from "./ana_of.js";
import { paired } from "./couple_of.js";
import { courierOf } from "./courier_of.js";
import { PASSPHRASE, soon } from "./device_of.js";

const LOOKS = ["everything", "briefly", "records", "sync"];
const told = async ({ store }) =>
  (await store.everything()).map(({ revision, body, trouble }) => [revision, body?.text, trouble]);

/** From now on the server answers once, at `address`, what `answer` gives. */
function once({ server }, address, answer) {
  const real = server.fetch;
  server.fetch = async (url, options) => {
    if (!url.startsWith(address)) return real(url, options);
    server.fetch = real;
    return answer(options);
  };
}

const changed = (current) =>
  Response.json({ reason: "changed", sentence: "x", current }, { status: 409 });

test("a no to one entry rolls back no other", async () => {
  const person = await ana();
  const { tab, courier } = person;
  const record = await keptOf(tab, entry("one"));
  const { envelope } = courier.rows.get(record);
  await tab.store.keep(entry("two"), { record });
  await tab.flush();
  once(person, "/notebook/records/", () => changed({ record, revision: 1, envelope }));
  await tab.store.keep(entry("new"));
  await tab.page();
  assert.deepEqual((await told(tab)).sort(), [[1, "new", undefined], [2, "two", undefined]]);
  await tab.flush();
  assert.equal(courier.rows.size, 2, "and it goes out the next time");
});

test("a no with an older state of the same entry is not believed", async () => {
  const person = await ana();
  const { tab, courier } = person;
  const record = await keptOf(tab, entry("one"));
  const { envelope } = courier.rows.get(record);
  await tab.store.keep(entry("two"), { record });
  await tab.flush();
  await tab.store.keep(gone, { record });
  await tab.flush();
  once(person, "/notebook/records/", () => changed({ record, revision: 1, envelope }));
  await tab.store.keep(entry("three"), { record });
  await tab.page();
  assert.deepEqual((await told(tab)).map(([, text]) => text), ["three"]);
});

const SPOILED = {
  "no envelope": { envelope: null },
  "no record": { record: null },
  "a record that is none": { record: "x" },
  "a revision beyond counting": { revision: 1e300 },
  "nothing at all": null,
};
for (const [name, spoiled] of Object.entries(SPOILED)) {
  const row = () => spoiled && { record: crypto.randomUUID(), revision: 1, envelope: "AA", ...spoiled };
  const page = (rows) => Response.json({ notebook: rows, table: rows, cursor: "77", more: false });

  for (const isOpen of [true, false]) {
    test(`${name}, come by the feed with the notebook ${isOpen ? "open" : "shut"}`, async () => {
      const person = await ana();
      const { tab } = person;
      await keptOf(tab, entry("mine"));
      await tab.store.sync();
      if (!isOpen) await tab.vault.lock();
      once(person, "/feed/", () => page([row()]));
      await tab.store.sync();
      await tab.page();
      await tab.vault.unlock(PASSPHRASE);
      for (const look of LOOKS) await tab.store[look]();
      assert.deepEqual(await told(tab), [[1, "mine", undefined]]);
    });
  }

  test(`${name}, come with a no to this very entry`, async () => {
    const person = await ana();
    const { tab } = person;
    once(person, "/notebook/records/", ({ body }) => {
      const { record } = Object.fromEntries(body);
      return changed(spoiled && { record, revision: 9, envelope: "AA", ...spoiled });
    });
    await tab.store.keep(entry("mine"));
    await tab.page();
    await tab.flush();
    for (const look of LOOKS) await tab.store[look]();
    assert.deepEqual((await told(tab)).map(([, text]) => text), ["mine"]);
  });
}

test("a device that holds such a row already recovers", async () => {
  const { tab } = await ana();
  await keptOf(tab, entry("mine"));
  await tab.rows.write("rows", [["n:null", { record: null, revision: 1, envelope: null }]]);
  await tab.page();
  for (const look of LOOKS) await tab.store[look]();
  assert.deepEqual(await told(tab), [[1, "mine", undefined]]);
});

test("a server that finds every entry changed makes no end of copies", async () => {
  const person = await ana();
  const { tab, courier, server } = person;
  const real = server.fetch;
  let posts = 0;
  server.fetch = async (url, options) => {
    if (url !== "/notebook/records/") return real(url, options);
    posts += 1;
    return changed(null);
  };
  await tab.store.keep(entry("mine"));
  assert.ok(posts <= 4, `${posts} posts`);
  server.fetch = real;
  await tab.page();
  await tab.flush();
  assert.equal(courier.rows.size, 1);
  assert.deepEqual((await told(tab)).map(([, text]) => text), ["mine"]);
});

/** Ana reads what Bo has laid down, and Bo with the server in his hands tries again. */
async function read() {
  const { ana: her, bo, row, confirm } = await paired();
  await bo.tab.vault.readConfirm(confirm);
  const place = { couple: row.couple, author: bo.keyring.person, record: crypto.randomUUID() };
  const said = async (text, revision = 1) => {
    const leaf = { ...place, revision, collection: "leaf", field: "passage" };
    const body = { kind: "leaf.passage", day: "2026-11-22", text };
    return { ...leaf, ...(await bo.tab.vault.sealLeaf(leaf, body)) };
  };
  const leaves = [await said("I promise."), await said("I never did."), await said("Nothing.", 2)];
  await her.tab.page();
  await her.tab.vault.unlock(PASSPHRASE);
  assert.equal((await her.tab.store.openOnTable(leaves[0])).body.text, "I promise.");
  await soon(120);
  return { her, leaves };
}

const reasonFor = ({ tab }, leaf) => tab.store.openOnTable(leaf).then(() => null, (e) => e.reason);

test("a passage is laid down once, and no second one takes its place", async () => {
  const { her, leaves } = await read();
  assert.equal(await reasonFor(her, leaves[1]), "changed");
  assert.equal(await reasonFor(her, leaves[2]), "malformed");
});

test("no row of a feed makes a device forget what it has read", async () => {
  const { her, leaves } = await read();
  const courier = courierOf(her.server);
  for (const spoiled of [{ revision: "1e999" }, { revision: 1e300 }, { couple: "notebook-3" }]) {
    courier.table = [{ ...leaves[0], joint: null, envelope: null, ...spoiled }];
    await her.tab.store.sync();
    await soon(120);
    await her.tab.page();
    assert.equal(await reasonFor(her, leaves[1]), "changed");
  }
  const parts = await her.tab.rows.names("seen");
  assert.ok(!parts.some((name) => name.startsWith("seen-notebook")), "nor writes into the notebook's");
});

test("no table is closed by a confirmation that would put it in its own place", async () => {
  const { bo, row, confirm } = await paired();
  await bo.tab.vault.wipe();
  await bo.tab.page();
  const K = structuredClone(bo.server.keyring);
  const { wrap, login } = await bo.tab.vault.derive("bo", PASSPHRASE, K);
  await bo.tab.vault.enter(K, wrap, { mine: true, login });
  assert.equal(await bo.tab.vault.readConfirm({ ...confirm, renews: row.couple }), true);
  assert.deepEqual((await bo.tab.vault.who()).couples.map(({ left }) => left), [false]);
});

test("another salt than this device knows is refused, whatever opens", async () => {
  const { tab, server, root } = await ana();
  const K = { ...structuredClone(server.keyring), salt: "AAAAAAAAAAAAAAAAAAAAAQ" };
  await assert.rejects(tab.vault.enter(K, root, { mine: true }), { reason: "bad_kdf" });
  server.isUp = false;
  await tab.vault.unlock(PASSPHRASE);
});
