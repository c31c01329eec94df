// New keys while an answer waits: its half of a reveal, and what one has opened for, lie under the
// new key at the revision they had, whatever stops on the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chanceOf } from "./chance.js";
import { PASSPHRASE } from "./device_of.js";
import { signIn, twoDevices } from "./two_devices.js";
import { b64u, newUuid, sealedUuid } from "#web/vault/bytes.js";
import { seal } from "#web/vault/envelope.js";
import { at } from "#web/vault/place.js";

const NEW = "five words that nobody knows";
const COUPLE = newUuid();
const states = async ({ tab }) => (await tab.device.own()).keys.map(({ state }) => state);

async function renew({ tab, root }, words = NEW) {
  const { fields } = await tab.vault.newKeys(root, words);
  await tab.store.seeAll();
  await tab.send("/keyring/renewal/", fields);
  await tab.vault.settle(root);
}

async function finish({ tab, root }) {
  await tab.renewRecords();
  await tab.vault.writePending(root);
}

/** One more revision of what waits; the vault needs no other's key for a word that nothing does. */
async function bind({ tab }, joint, revision) {
  const item = { couple: COUPLE, joint };
  const { envelope, digest } = await tab.vault.sealWithdrawn(item, revision);
  await tab.send("/halves/", { record: joint, field: "waiting", revision, envelope });
  await tab.halves.rememberHalf(item, "waiting", revision, digest);
  return digest;
}

async function lookAhead({ tab }, joint) {
  const item = { couple: COUPLE, joint, question: "q" };
  const kept = { question: "q", revision: 1, own: "mine" };
  const sealed = await tab.vault.sealAhead(item, kept, { body: { question: "q" }, digest: "his" });
  const row = { record: joint, field: "ahead", revision: 1, envelope: sealed.envelope };
  await tab.send("/halves/", row);
  await tab.halves.openMyHalf(item, "ahead", row);
  return sealed.digest;
}

test("what waits and what was opened for keep their revision", async () => {
  const { server, courier, devices } = await twoDevices();
  const [one, two] = devices;
  await signIn(server, one, PASSPHRASE);
  const joint = newUuid();
  await bind(one, joint, 1);
  const digests = { waiting: await bind(one, joint, 2), ahead: await lookAhead(one, joint) };
  const before = structuredClone(courier.halves);
  await renew(one);
  await finish(one);
  assert.deepEqual(await states(one), ["current", "retired"]);
  assert.equal(await signIn(server, two, NEW), true);
  for (const field of ["waiting", "ahead"]) {
    const [then, row] = [before.get(`${joint} ${field}`), courier.halves.get(`${joint} ${field}`)];
    assert.equal(row.revision, then.revision);
    assert.notEqual(row.envelope, then.envelope);
    const half = await two.tab.halves.openMyHalf({ couple: COUPLE, joint }, field, row);
    assert.equal(half.digest, digests[field], "a commitment counts on it");
    const old = two.tab.vault.openHalf({ couple: COUPLE, joint }, field, then);
    await assert.rejects(old, { reason: "from_before" });
  }
});

test("the old key is not retired while an answer that waits is kept back", async () => {
  const { server, courier, devices } = await twoDevices();
  const [one] = devices;
  await signIn(server, one, PASSPHRASE);
  const joint = newUuid();
  await bind(one, joint, 1);
  await renew(one);
  const [[place, row]] = courier.halves;
  courier.halves.delete(place);
  await one.tab.renewRecords();
  assert.deepEqual(await states(one), ["current", "retiring"]);
  courier.halves.set(place, row);
  await one.tab.renewRecords();
  assert.deepEqual(await states(one), ["current", "retired"]);
});

/** What waits in her name under the key that retires, as a host makes it who knows that key. */
async function forged({ tab }, joint, revision) {
  const { person, keys } = await tab.device.own();
  const old = keys.find(({ state }) => state === "retiring");
  const place = at(person, person, joint, revision, "reveal", "waiting");
  const body = { kind: "reveal.waiting", couple: sealedUuid(COUPLE), revision, withdrawn: true };
  return { record: joint, field: "waiting", revision, envelope: b64u((await seal(body, place, old)).envelope) };
}

test("under a key that retires, what waits is believed as it was seen alone, and not sealed anew", async () => {
  const { server, courier, devices } = await twoDevices();
  const [one] = devices;
  await signIn(server, one, PASSPHRASE);
  const [joint, never] = [newUuid(), newUuid()];
  await bind(one, joint, 1);
  await renew(one);
  const rows = [await forged(one, joint, 7), await forged(one, never, 1)];
  for (const row of rows) courier.halves.set(`${row.record} waiting`, { ...row, position: 90 + row.revision });
  await finish(one);
  assert.deepEqual(await states(one), ["current", "retiring"]);
  for (const row of rows) {
    assert.equal(courier.halves.get(`${row.record} waiting`).envelope, row.envelope);
    const half = one.tab.halves.openMyHalf({ couple: COUPLE, joint: row.record }, "waiting", row);
    await assert.rejects(half, { reason: "from_before" });
  }
});

test("new keys carry over what waits from another device, seen there alone", async () => {
  const { server, courier, devices } = await twoDevices();
  const [one, two] = devices;
  const joint = newUuid();
  await signIn(server, one, PASSPHRASE);
  await one.tab.store.sync();
  await signIn(server, two, PASSPHRASE);
  const digest = await bind(two, joint, 1);
  await signIn(server, one, PASSPHRASE);
  await renew(one);
  await finish(one);
  assert.deepEqual(await states(one), ["current", "retired"]);
  const row = courier.halves.get(`${joint} waiting`);
  const half = await one.tab.halves.openMyHalf({ couple: COUPLE, joint }, "waiting", row);
  assert.equal(half.digest, digest);
});

test("a device that is new while a key retires takes what waits as it lies", async () => {
  const { server, courier, devices } = await twoDevices();
  const [one, two] = devices;
  await signIn(server, one, PASSPHRASE);
  const joint = newUuid();
  const digest = await bind(one, joint, 1);
  await renew(one);
  assert.equal(await signIn(server, two, NEW), true);
  await two.tab.store.sync();
  await finish(two);
  assert.deepEqual(await states(two), ["current", "retired"]);
  const row = courier.halves.get(`${joint} waiting`);
  const half = await two.tab.halves.openMyHalf({ couple: COUPLE, joint }, "waiting", row);
  assert.equal(half.digest, digest);
});

for (let seed = 1; seed <= 6; seed += 1) {
  test(`stopped anywhere, with answers waiting, none is lost (${seed})`, async () => {
    const chance = chanceOf(seed);
    const { server, courier, devices } = await twoDevices();
    const joints = [newUuid(), newUuid(), newUuid()];
    const kept = new Map();
    let words = PASSPHRASE;
    for (let number = 0; number < 8; number += 1) {
      const each = devices[chance(2)];
      assert.equal(await signIn(server, each, words), true);
      const joint = joints[chance(3)];
      const revision = (kept.get(joint)?.revision ?? 0) + 1;
      kept.set(joint, { revision, digest: await bind(each, joint, revision) });
      const fresh = `words of renewal ${number}`;
      Object.assign(each.line, { left: 1 + chance(12), isHeard: chance(2) === 0 });
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
      if (await signIn(server, each, fresh)) words = fresh;
    }
    for (const each of [...devices, ...devices]) {
      assert.equal(await signIn(server, each, words), true);
      await finish(each);
    }
    for (const [joint, { revision, digest }] of kept) {
      const row = courier.halves.get(`${joint} waiting`);
      const half = await devices[1].tab.halves.openMyHalf({ couple: COUPLE, joint }, "waiting", row);
      assert.deepEqual([row.revision, half.digest], [revision, digest]);
    }
    assert.equal((await states(devices[1])).filter((state) => state !== "retired").length, 1);
  });
}
