// New keys, where somebody may know the passphrase. All that opens the keyring changes at once;
// then each record is sealed anew, by any device that has both keys; then the old key is retired.
import { argon2 } from "./argon2.js";
import { b64u, random, unb64u } from "./bytes.js";
import { own, retire } from "#web/device.js";
import { must } from "./errors.js";
import { retiringOf, sealRing, withNewKey, wrapRoot } from "./keyring.js";
import { isField } from "./passkey.js";
import * as secrets from "./passphrase.js";
import { envelopeKey } from "./primitives.js";
import * as code from "./recovery.js";
import { behind, propose } from "./root.js";

/**
 * Another root, own key, passphrase and recovery code: {code, fields}. Show the code and have it
 * typed back before `fields` are posted; then call `settle`. If the answer is lost, the new
 * passphrase signs in, or nothing was changed. Couple keys stay, so that no partner notices.
 */
export async function newKeys(handle, passphrase) {
  const { ring, K, login: proof } = behind(handle);
  must(!retiringOf(ring), "renewing");
  const { kdf, salt } = K;
  const [root, bytes] = [random(32), random(16)];
  const next = withNewKey(ring, random(32));
  const given = { kdf, salt: unb64u(salt), least: K.kdf };
  const words = await secrets.derive(K.user, passphrase, given, argon2);
  const wayBack = await code.derive(K.user, bytes);
  const wrapped = async (field, key, id) => {
    const revision = (K.envelopes[field]?.revision ?? 0) + 1;
    const place = { person: K.person, field, revision, kdf: id };
    return { revision, ...(await wrapRoot(root, key, place)) };
  };
  const parts = {
    "root-passphrase": await wrapped("root-passphrase", words.wrap, kdf),
    "root-recovery": await wrapped("root-recovery", wayBack.wrap, 0),
    keys: { revision: next.generation, ...(await sealRing(next, root)) },
  };
  const kid = (await envelopeKey(next.own[0].key)).id;
  const login = b64u(words.login);
  const gone = Object.keys(K.envelopes).filter(isField);
  propose(handle, { ring: next, parts, gone, login, root, K: { kid, kdf, passkeys: [] } });
  return { code: code.spell(bytes), fields: { proof, kid, ...posted(parts, kdf, login, wayBack) } };
}

function posted(parts, kdf, login, wayBack) {
  const { "root-passphrase": wrap, "root-recovery": recovery, keys } = parts;
  return {
    kdf,
    login,
    revision: wrap.revision,
    envelope: b64u(wrap.envelope),
    generation: keys.revision,
    keys: b64u(keys.envelope),
    recovery_login: b64u(wayBack.login),
    recovery_revision: recovery.revision,
    recovery: b64u(recovery.envelope),
  };
}

/** Whether something may still lie under the key before, as far as this device knows. */
export async function hasRetiring() {
  return (await own()).keys.some(({ state }) => state === "retiring");
}

/** Nothing lies under the key before any more: what comes under it from now on is from before. */
export async function nothingLeft() {
  const { keys } = await own();
  const old = keys.find(({ state }) => state === "retiring");
  if (old) await retire(old.id);
}
