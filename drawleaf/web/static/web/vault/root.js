// The root, while somebody has just proved that they may change the keyring. It is in memory only,
// behind a handle that a page can pass on and cannot look into.
import { install, isMine, read } from "#web/device.js";
import { b64u } from "./bytes.js";
import { carryOver } from "./carrying.js";
import { must } from "./errors.js";
import { retiringOf } from "./keyring.js";

const held = new WeakMap();

/** A handle for {root, ring, K, login}; `login` proves to the server who asks. */
export function hold(state) {
  const handle = Object.freeze({});
  held.set(handle, state);
  return handle;
}

export const isRoot = (handle) => held.has(handle);

/** What stands behind `handle`; shut when it is none. */
export function behind(handle) {
  must(isRoot(handle), "shut");
  return held.get(handle);
}

/**
 * What an act on the root has made: a next `ring`, and an envelope {field, revision, envelope,
 * digest} or several of them as `parts` {field: {revision, envelope, digest}}; where there are any,
 * the next `root`, the next `login`, what else changes of `K`, and the fields that are `gone`. It
 * holds once the server has said yes and the page calls `settle`.
 */
export function propose(handle, { field, revision, envelope, digest, ...next }) {
  const parts = next.parts ?? { [field]: { revision, envelope, digest } };
  behind(handle).next = { ...next, parts };
}

/** The server has said yes to the last act on `root`: this device keeps what it made. */
export async function settle(root) {
  const state = behind(root);
  const { ring, parts, gone = [], K: more, ...next } = state.next;
  const envelopes = { ...state.K.envelopes };
  const known = await remembered(state.K.person);
  known.wraps = { ...known.wraps };
  for (const [field, { revision, envelope, digest }] of Object.entries(parts)) {
    envelopes[field] = { revision, envelope: b64u(envelope) };
    const seen = { revision, digest: b64u(digest) };
    if (field === "keys") known.ring = seen;
    else known.wraps[field] = seen;
  }
  for (const field of gone) {
    delete envelopes[field];
    delete known.wraps[field];
  }
  const { root: secret = state.root, login = state.login } = next;
  const K = { ...state.K, ...more, envelopes };
  Object.assign(state, { root: secret, ring, login, K, next: null });
  await keep(state.ring, state.K, known, await isMine());
}

/** Puts the keys into custody, and beside them what the device may say without a key. */
export async function keep(ring, K, known, mine) {
  await install(ring, { about: facts(ring, K), K, known }, mine);
  await carryOver();
}

/** What may lie open on a device marked mine: names, and how far each couple has come. */
export function facts(ring, K) {
  const { person, user, name, envelopes } = K;
  const couples = ring.couples.map(({ id, partner, state, digest }) => ({
    id,
    partner,
    state,
    digest: b64u(digest),
  }));
  const renewing = Boolean(retiringOf(ring));
  return { person, user, name, recovery: "root-recovery" in envelopes, renewing, couples };
}

/** What this device has seen of the keyring of `person`: {user, person, kdf, ring, wraps}. */
export async function remembered(person = undefined) {
  const known = (await read("keyring", "known")) ?? {};
  return person && known.person !== person ? {} : known;
}
