// What changes how one gets in: a new passphrase, a recovery code. Both wrap the same root anew.
import { argon2 } from "./argon2.js";
import { b64u, random, unb64u } from "./bytes.js";
import { wrapRoot } from "./keyring.js";
import * as secrets from "./passphrase.js";
import * as code from "./recovery.js";
import { behind, propose } from "./root.js";

/**
 * A new recovery code, to be shown once and typed back, and what to post with a proof. The one
 * before it opens nothing any more once the server has taken this; then call `settle`.
 */
export async function recoveryCode(root) {
  const bytes = random(16);
  const keys = await code.derive(behind(root).K.user, bytes);
  return { code: code.spell(bytes), fields: await rewrap(root, "root-recovery", keys, 0) };
}

/** The root under a new passphrase: what to post with a proof. Then call `settle`. */
export async function newPassphrase(root, passphrase, { kdf, salt } = behind(root).K) {
  const { K } = behind(root);
  const how = { kdf, salt: unb64u(salt), least: K.kdf };
  const keys = await secrets.derive(K.user, passphrase, how, argon2);
  return { fields: { kdf, ...(await rewrap(root, "root-passphrase", keys, kdf)) } };
}

async function rewrap(handle, field, { login, wrap }, kdf) {
  const { root, ring, K } = behind(handle);
  const revision = (K.envelopes[field]?.revision ?? 0) + 1;
  const sealed = await wrapRoot(root, wrap, { person: K.person, field, revision, kdf });
  propose(handle, { ring, field, revision, ...sealed });
  return { login: b64u(login), revision, envelope: b64u(sealed.envelope) };
}
