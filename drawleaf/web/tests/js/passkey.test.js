// Opening the notebook with a passkey, as pages do it; the authenticator is 32 bytes here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unb64u } from "#web/vault/bytes.js";
import { PASSPHRASE, personOf } from "./device_of.js";
import { refused } from "./vectors_say.js";

const credential = new Uint8Array(16).fill(7);
const output = new Uint8Array(32).fill(9);
const spell = (bytes) => Buffer.from(bytes).toString("base64url");
const spelled = spell(credential);

/** Ana with a passkey on her device, enrolled and kept by the server as number `number`. */
async function withPasskey({ mine = true, number = 1, given = { credential, output } } = {}) {
  const ana = await personOf("Ana", { mine });
  const { tab, server } = ana;
  const fields = await tab.vault.passkeyFields(ana.root, { number, ...given });
  server.keyring.passkeys = [{ number, credential: spell(given.credential) }];
  if (fields.wrap) server.put(`root-passkey-${number}`, 1, fields.wrap);
  const K = structuredClone(server.keyring);
  const root = await tab.vault.keepPasskey(ana.root, K, given.output && given.credential);
  return { ...ana, root, fields };
}

for (const mine of [true, false]) {
  test(`a passkey opens the notebook on ${mine ? "a device marked mine" : "any other"}`, async () => {
    const { tab } = await withPasskey({ mine });
    await tab.vault.lock();
    assert.deepEqual(await tab.vault.ownPasskeys(), [credential]);
    await tab.vault.unlockByPasskey({ credential, output });
    assert.equal((await tab.vault.who()).notebook, true);
    assert.equal((await tab.vault.who()).mine, mine);
  });
}

test("it opens with the server gone too, and after the page was left", async () => {
  const { tab, server } = await withPasskey();
  await tab.vault.lock();
  await tab.page();
  server.isUp = false;
  await tab.vault.unlockByPasskey({ credential, output });
  assert.equal((await tab.vault.who()).notebook, true);
});

test("what is posted holds the root sealed, and nothing that the authenticator gave", async () => {
  const { fields } = await withPasskey();
  assert.deepEqual(Object.keys(fields), ["proof", "wrap"]);
  assert.ok(!Buffer.from(unb64u(fields.wrap)).includes(Buffer.from(output)));
});

test("without an output nothing is wrapped, and the passphrase is the only way in", async () => {
  const { tab, fields, root, server } = await withPasskey({ given: { credential, output: null } });
  assert.deepEqual(Object.keys(fields), ["proof"]);
  await tab.vault.keepPasskey(root, structuredClone(server.keyring), credential);
  assert.deepEqual(await tab.vault.ownPasskeys(), []);
  await tab.vault.lock();
  await refused("passkey_gone", () => tab.vault.unlockByPasskey({ credential, output: null }));
  await refused("passkey_gone", () => tab.vault.unlockByPasskey({ credential, output }));
  assert.equal((await tab.vault.who()).notebook, false);
});

test("a credential id too long to label a key signs in and does not open", async () => {
  const long = new Uint8Array(1002).fill(7);
  const { tab, fields } = await withPasskey({ given: { credential: long, output } });
  assert.deepEqual(Object.keys(fields), ["proof"]);
  await tab.vault.lock();
  await refused("passkey_gone", () => tab.vault.unlockByPasskey({ credential: long, output }));
});

test("another output, another credential: neither opens", async () => {
  const { tab } = await withPasskey();
  await tab.vault.lock();
  const another = new Uint8Array(32).fill(8);
  await refused("wrong_passkey", () => tab.vault.unlockByPasskey({ credential, output: another }));
  const other = new Uint8Array(16).fill(6);
  await refused("passkey_gone", () => tab.vault.unlockByPasskey({ credential: other, output }));
  assert.equal((await tab.vault.who()).notebook, false);
});

test("the wrap of one number does not open as another", async () => {
  const { tab, server } = await withPasskey();
  await tab.vault.lock();
  const { envelopes } = server.keyring;
  server.keyring.passkeys = [{ number: 2, credential: spelled }];
  envelopes["root-passkey-2"] = envelopes["root-passkey-1"];
  await refused("damaged", () => tab.vault.unlockByPasskey({ credential, output }));
});

test("one that was removed elsewhere opens no more once this device has had a line", async () => {
  const { tab, server } = await withPasskey();
  await tab.vault.lock();
  server.keyring.passkeys = [];
  delete server.keyring.envelopes["root-passkey-1"];
  await refused("passkey_gone", () => tab.vault.unlockByPasskey({ credential, output }));
  await tab.vault.unlock(PASSPHRASE);
  assert.deepEqual(await tab.vault.ownPasskeys(), []);
  await tab.vault.lock();
  server.isUp = false;
  await refused("passkey_gone", () => tab.vault.unlockByPasskey({ credential, output }));
});

test("a root that a passkey opened proves nothing to the server", async () => {
  const { tab } = await withPasskey();
  await tab.vault.lock();
  const root = await tab.vault.unlockByPasskey({ credential, output });
  assert.equal(tab.vault.removalFields(root).proof, undefined);
  const again = await tab.vault.unlock(PASSPHRASE);
  assert.equal(tab.vault.removalFields(again).proof.length, 43);
});

test("only one that has opened here is offered here", async () => {
  const { tab, server } = await withPasskey();
  await tab.vault.wipe();
  const { login, wrap } = await tab.vault.derive("ana", PASSPHRASE, server.keyring);
  await tab.vault.enter(server.keyring, wrap, { mine: true, login });
  assert.deepEqual(await tab.vault.ownPasskeys(), []);
  assert.equal(tab.vault.opensBy(server.keyring, { credential, output }), true);
  assert.equal(tab.vault.opensBy(server.keyring, { credential, output: null }), false);
  await tab.vault.enterByPasskey(server.keyring, { credential, output }, { mine: true });
  assert.deepEqual(await tab.vault.ownPasskeys(), [credential]);
});

test("a wrap older than this device has seen is refused", async () => {
  const { tab } = await withPasskey();
  await tab.vault.lock();
  await tab.vault.unlockByPasskey({ credential, output });
  const known = await tab.rows.read("keyring", "known");
  known.wraps["root-passkey-1"].revision += 1;
  await tab.rows.write("keyring", [["known", known]]);
  await refused("older_keys", () => tab.vault.unlockByPasskey({ credential, output }));
});
