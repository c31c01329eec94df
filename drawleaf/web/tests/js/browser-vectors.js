// The vectors and the custody of keys, once in a real browser: tests/test_browser_vectors.py joins
// this into a page that has nothing else on it, under the policies of a real page.
import body from "../../../../vectors/body.json";
import bytes from "../../../../vectors/bytes.json";
import envelope from "../../../../vectors/envelope.json";
import key from "../../../../vectors/key.json";
import keyring from "../../../../vectors/keyring.json";
import pairing from "../../../../vectors/pairing.json";
import passkey from "../../../../vectors/passkey.json";
import passphrase from "../../../../vectors/passphrase.json";
import published from "../../../../vectors/published.json";
import recovery from "../../../../vectors/recovery.json";
import reveal from "../../../../vectors/reveal.json";
import tick from "../../../../vectors/tick.json";
import * as device from "#web/device.js";
import { argon2 } from "#web/vault/argon2.js";
import * as vault from "#web/vault.js";
import { check } from "./vectors.js";

const topics = {
  body,
  bytes,
  envelope,
  key,
  keyring,
  pairing,
  passkey,
  passphrase,
  published,
  recovery,
  reveal,
  tick,
};
const SALT = "AAAAAAAAAAAAAAAAAAAAAA";
const ENTRY = { kind: "notebook.record", type: "entry", day: "2026-11-22", text: "oat" };
const RECORD = "11111111-1111-4111-8111-111111111111";

/** {cases, wrong}: how many were tried, by topic, and what the vault did otherwise. */
globalThis.checkVectors = async () => {
  const wrong = [];
  for (const [topic, { cases }] of Object.entries(topics)) {
    for (const given of cases) {
      await check(topic, given, argon2).catch((error) =>
        wrong.push(`${topic}, ${given.name}: ${error}`),
      );
    }
  }
  const counts = Object.entries(topics).map(([topic, { cases }]) => [topic, cases.length]);
  return { cases: Object.fromEntries(counts), wrong };
};

/** Ana signs up, with Argon2id in its worker, and keeps an entry: the row of it. */
globalThis.signUp = async (mine) => {
  const who = { user: "ana", name: "Ana", passphrase: "oat", kdf: 1, salt: SALT };
  const { fields, root } = await vault.enrol(who);
  const envelopes = {
    "root-passphrase": { revision: 1, envelope: fields.wrap },
    keys: { revision: 1, envelope: fields.keys },
  };
  const { person, user, name, kdf, kid } = fields;
  const K = { person, user, name, kdf, salt: SALT, kid, envelopes, couples: [] };
  const entered = await vault.enter(K, root, { mine });
  await vault.invite("Ana");
  await vault.recoveryCode(entered);
  return { record: RECORD, revision: 1, ...(await vault.sealRecord(RECORD, 1, ENTRY)) };
};

globalThis.locks = async () => {
  const { notebook, table } = (await vault.who()) ?? {};
  return { notebook: Boolean(notebook), table: Boolean(table) };
};

globalThis.text = async (row) => (await vault.openRecord(row)).body.text;

globalThis.unlock = (words) =>
  vault.unlock(words).then(
    () => "open",
    (error) => error.reason,
  );

/** What lies in the store of keys, by kind. */
globalThis.kept = async () => {
  const db = await device.database();
  const row = await db.get("keys", "table");
  if (row instanceof Uint8Array) return "sealed under the tab key";
  const { tag } = row.self;
  const read = await crypto.subtle.exportKey("raw", tag).catch((error) => error.name);
  return { type: tag.constructor.name, extractable: tag.extractable, read };
};

globalThis.supported = vault.supported;
globalThis.lock = vault.lock;
globalThis.wipe = vault.wipe;
