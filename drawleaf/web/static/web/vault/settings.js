// What changes how one gets in: a new passphrase, a recovery code. Both wrap the same root anew.
// And one's name.
import { about, read, write } from "#web/device.js";
import { argon2 } from "./argon2.js";
import { b64u, random, unb64u } from "./bytes.js";
import { wrapRoot } from "./keyring.js";
import * as secrets from "./passphrase.js";
import * as code from "./recovery.js";
import { behind, propose } from "./root.js";

/**
 * A new recovery code, to be shown once and typed back, and what to post. The one before it opens
 * nothing any more once the server has taken this; then call `settle`.
 */
export async function recoveryCode(root) {
  const bytes = random(16);
  const keys = await code.derive(behind(root).K.user, bytes);
  return { code: code.spell(bytes), fields: await rewrap(root, "root-recovery", keys, 0) };
}

/**
 * The root under a new passphrase: what to post. Then call `settle`. It shuts out nobody who kept a
 * copy of what the old one opened; `newKeys` does.
 */
export async function newPassphrase(root, passphrase, how = {}) {
  const { K } = behind(root);
  const { kdf, salt } = { ...K, ...how };
  const given = { kdf, salt: unb64u(salt), least: K.kdf };
  const keys = await secrets.derive(K.user, passphrase, given, argon2);
  const fields = await rewrap(root, "root-passphrase", keys, kdf);
  const { next } = behind(root);
  propose(root, { ...next, login: fields.login });
  return { fields: { kdf, ...fields } };
}

/** The server has taken another name of this person's: this device says it from now on, too. */
export async function called(name) {
  const rows = { about: await about(), K: await read("keyring", "K") };
  const known = Object.entries(rows).filter(([, row]) => row);
  await write(
    "keyring",
    known.map(([key, row]) => [key, { ...row, name }]),
  );
}

async function rewrap(handle, field, { login, wrap }, kdf) {
  const { root, ring, K, login: proof } = behind(handle);
  const revision = (K.envelopes[field]?.revision ?? 0) + 1;
  const sealed = await wrapRoot(root, wrap, { person: K.person, field, revision, kdf });
  propose(handle, { ring, field, revision, ...sealed });
  return { proof, login: b64u(login), revision, envelope: b64u(sealed.envelope) };
}
