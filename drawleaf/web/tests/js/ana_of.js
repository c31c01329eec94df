// Ana and what she writes, on her devices: what the tests of the store begin with.
import { courierOf } from "./courier_of.js";
import { deviceOf, PASSPHRASE, personOf } from "./device_of.js";

// A page's timers keep no test waiting.
const realTimeout = globalThis.setTimeout;
globalThis.setTimeout = (...how) => Object.assign(realTimeout(...how)).unref();

export const gone = { kind: "notebook.record", type: "tombstone" };
export const entry = (text) => ({ kind: "notebook.record", type: "entry", day: "2026-11-22", text });

/** Ana on a new device, with a server that carries what she keeps. */
export async function ana(how = { mine: true }) {
  const person = await personOf("Ana", how);
  return { ...person, courier: courierOf(person.server) };
}

/** A tab on another device of hers, signed in. */
export async function another({ server }, how = { mine: true }) {
  const tab = await deviceOf(server).tab();
  const { kdf, salt } = server.keyring;
  const { wrap } = await tab.vault.derive("ana", PASSPHRASE, { kdf, salt });
  await tab.vault.enter(structuredClone(server.keyring), wrap, how);
  return tab;
}

/** The record of an entry that the server has. */
export async function keptOf({ store, flush }, body = entry("first")) {
  const { record } = await store.keep(body);
  await flush();
  return record;
}

/** Ana, with a record that she has put `there` into on another device meanwhile. */
export async function changedElsewhere(there = entry("elsewhere")) {
  const whole = await ana();
  const record = await keptOf(whole.tab);
  const other = await another(whole);
  await other.store.sync();
  await other.store.keep(there, { record });
  await other.flush();
  return { ...whole, record, other };
}
