// How a person gets in: sign-up, sign-in, by recovery code, unlocking. Each ends with the keys in
// the custody of the device and the root behind a handle.
import { isMine, read } from "#web/device.js";
import { ask, send } from "#web/send.js";
import { argon2 } from "./argon2.js";
import { b64u, newUuid, random, unb64u } from "./bytes.js";
import { must, VaultError } from "./errors.js";
import {
  openRing,
  retiringOf,
  sealRing,
  unwrapRoot,
  withLeft,
  withPaired,
  withRetired,
  wrapRoot,
} from "./keyring.js";
import { noted } from "./noted.js";
import * as secrets from "./passphrase.js";
import { envelopeKey, supported } from "./primitives.js";
import * as code from "./recovery.js";
import { behind, hold, isRoot, keep, propose, remembered, settle } from "./root.js";

const PATIENCE = 4000;

/** {login, wrap} of a passphrase; refuses weaker parameters than this device has used. */
export async function derive(user, passphrase, { kdf, salt }) {
  must(await supported(), "unsupported");
  const name = secrets.user(user);
  const known = await remembered();
  const least = known.user === name ? known.kdf : 1;
  const how = { kdf, salt: unb64u(salt), least };
  const { login, wrap } = await secrets.derive(name, passphrase, how, argon2);
  return { login: b64u(login), wrap };
}

/** {login, wrap} of a recovery code as typed; bad_code before anything is sent. */
export async function recoveryKeys(user, typed) {
  must(await supported(), "unsupported");
  const { login, wrap } = await code.derive(user, code.read(typed));
  return { login: b64u(login), wrap };
}

/** A new person: what sign-up posts, and the root, for `enter` once the server has said yes. */
export async function enrol({ user, name, passphrase, kdf, salt }) {
  const { login, wrap } = await derive(user, passphrase, { kdf, salt });
  const [person, root, own] = [newUuid(), random(32), random(32)];
  const ring = { person, generation: 1, own: [{ key: own, state: "current" }], couples: [] };
  const place = { person, field: "root-passphrase", revision: 1, kdf };
  const wrapped = await wrapRoot(root, wrap, place);
  const keys = await sealRing(ring, root);
  const fields = {
    person,
    user: secrets.user(user),
    name,
    kdf,
    login,
    kid: (await envelopeKey(own)).id,
    wrap: b64u(wrapped.envelope),
    keys: b64u(keys.envelope),
  };
  return { fields, root: hold({ root, ring, K: null, login }) };
}

/**
 * Opens the keyring `K` that the server gave with a wrapping key (of `derive`, `recoveryKeys`) or
 * the root of `enrol`, and takes the keys into custody. Refuses a lower kdf and an older keyring
 * than this device has seen. `login` came with the wrapping key; the root keeps it as the proof
 * that what changes the keyring asks for.
 */
export async function enter(K, key, { field = "root-passphrase", mine = false, login } = {}) {
  const [known, kept] = [await remembered(K.person), await read("keyring", "K")];
  // A name has one salt for ever; with another these words would open nothing here any more.
  must(kept?.person !== K.person || (kept.salt === K.salt && kept.user === K.user), "bad_kdf");
  secrets.checkKdf(K.kdf, known.kdf);
  const wraps = { ...known.wraps };
  const root = isRoot(key) ? behind(key).root : await newest(unwrap(K, key, field, wraps));
  const { revision, envelope } = K.envelopes.keys;
  const seen = known.ring && { ...known.ring, digest: unb64u(known.ring.digest) };
  const opening = openRing(unb64u(envelope), root, K.person, revision, seen);
  const { ring, digest } = await newest(opening);
  const now = { user: K.user, person: K.person, kdf: K.kdf, wraps };
  await keep(ring, K, { ...now, ring: { revision, digest: b64u(digest) } }, Boolean(mine));
  return hold({ root, ring, K, login: isRoot(key) ? behind(key).login : login });
}

/**
 * Opens the notebook on this device again, with the server gone too; wrong_passphrase when the
 * words do not open it. What waited for the root is written now.
 */
export async function unlock(passphrase) {
  const K = await present();
  const { login, wrap } = await derive(K.user, passphrase, K);
  const root = await enter(K, wrap, { mine: await isMine(), login });
  await writePending(root).catch(() => {});
  return root;
}

/** The keyring as the server has it now; with the server gone, as it was when last opened here. */
export async function present() {
  const kept = await read("keyring", "K");
  const K = (await fetched(kept)) ?? kept;
  must(K, "no_line");
  return K;
}

// Said of keys it means more than of a page: a server that was restored, or one that lies.
function newest(opening) {
  return opening.catch((error) => {
    throw error.reason === "stale" ? new VaultError("older_keys") : error;
  });
}

async function unwrap(K, key, field, wraps) {
  const part = K.envelopes[field];
  must(part, "unknown_key");
  const seen = wraps[field] && { ...wraps[field], digest: unb64u(wraps[field].digest) };
  const kdf = field === "root-passphrase" ? K.kdf : 0;
  const place = { person: K.person, field, revision: part.revision, kdf };
  try {
    const { root, digest } = await unwrapRoot(unb64u(part.envelope), key, place, seen);
    wraps[field] = { revision: part.revision, digest: b64u(digest) };
    return root;
  } catch (error) {
    // A wrap names the key it opens with, so that words which do not fit are known for that.
    if (error.reason === "unknown_key") throw new VaultError("wrong_passphrase");
    throw error;
  }
}

/** What the server gives now. Where a keyring is kept, nobody waits long for a dead line. */
async function fetched(kept) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE, null)));
  // Whoever was signed out elsewhere signs in again; what is kept here opens without a line only.
  const asked = ask("/keyring/").catch((error) => {
    if (error.reason === "signed_out") throw error;
    return null;
  });
  const K = await (kept ? Promise.race([asked, late]) : asked).finally(() => clearTimeout(timer));
  return K?.envelopes && (!kept || K.person === kept.person) ? K : null;
}

/**
 * What waits for a root: a couple whose confirmation this device has seen becomes paired in the
 * keyring too, and an own key under which nothing lies any more is retired.
 */
export async function writePending(handle) {
  const { root, ring, login: proof } = behind(handle);
  const { confirmed, left } = await noted();
  const resealed = await read("keyring", "resealed");
  const isPending = ({ id, state }) =>
    (state === "asked" && confirmed.includes(id)) || (state === "paired" && left.includes(id));
  const old = retiringOf(ring);
  const retires = old && (await envelopeKey(old.key)).id === resealed;
  // A passkey opens, but only a passphrase proves.
  if (!proof || !(retires || ring.couples.some(isPending))) return;
  const generation = ring.generation + 1;
  const retired = retires ? withRetired(ring) : ring;
  const next = { ...withLeft(withPaired(retired, confirmed), left), generation };
  const sealed = await sealRing(next, root);
  await send("/keyring/keys/", { proof, generation, envelope: b64u(sealed.envelope) });
  propose(handle, { ring: next, field: "keys", revision: generation, ...sealed });
  await settle(handle);
}
