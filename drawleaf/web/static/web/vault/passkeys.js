// The passkeys of one person on this device: enrolling one, and opening the notebook with it.
import { isMine, read, write } from "#web/device.js";
import { b64u, unb64u } from "./bytes.js";
import { enter, present } from "./entrance.js";
import { must, VaultError } from "./errors.js";
import { wrapRoot } from "./keyring.js";
import { fieldOf, LONGEST, wrapKey } from "./passkey.js";
import { behind } from "./root.js";

/**
 * What to post for a new passkey beside its answer: the proof that its owner asks, and the root
 * under it where the authenticator gave an `output` and the id is short enough to label a key.
 * Then call `keepPasskey`.
 */
export async function passkeyFields(root, { number, credential, output }) {
  const { root: secret, K, login: proof } = behind(root);
  if (!output || credential.length > LONGEST) return { proof };
  const place = { person: K.person, field: fieldOf(number), revision: 1, kdf: 0 };
  const wrap = await wrapRoot(secret, await wrapKey(output, credential), place);
  return { proof, wrap: b64u(wrap.envelope) };
}

/** The proof that somebody with this root removes a passkey. */
export const removalFields = (root) => ({ proof: behind(root).login });

/** The server has said yes: `K` is the keyring it gave, `credential` the new passkey, if any. */
export async function keepPasskey(root, K, credential = null) {
  const next = await enter(K, root, { mine: await isMine() });
  if (credential) await remember(b64u(credential));
  return next;
}

/** Credential ids of the passkeys that have opened the notebook on this device and still may. */
export async function ownPasskeys() {
  const [K, used = []] = await Promise.all([read("keyring", "K"), read("keyring", "passkeys")]);
  return (K?.passkeys ?? [])
    .filter((passkey) => used.includes(passkey.credential) && wrapOf(K, passkey))
    .map(({ credential }) => unb64u(credential));
}

/** Whether the keyring that sign-in gave holds the root under this passkey. */
export const opensBy = (K, { credential, output }) => Boolean(output && fieldFor(K, credential));

/** As `enter`, by a passkey. What changes the keyring asks for the passphrase all the same. */
export async function enterByPasskey(K, { credential, output }, { mine }) {
  const field = fieldFor(K, credential);
  must(output && field, "passkey_gone");
  const key = await wrapKey(output, credential);
  const root = await enter(K, key, { field, mine }).catch((error) => {
    if (error.reason === "wrong_passphrase") throw new VaultError("wrong_passkey");
    throw error;
  });
  await remember(b64u(credential));
  return root;
}

/** As `unlock`, by a passkey; on a device marked mine with the server gone too. */
export async function unlockByPasskey(given) {
  return enterByPasskey(await present(), given, { mine: await isMine() });
}

/** The field of the wrap that opens with this credential; null where there is none. */
function fieldFor(K, credential) {
  const id = b64u(credential);
  const passkey = (K.passkeys ?? []).find((known) => known.credential === id);
  return passkey ? wrapOf(K, passkey) : null;
}

function wrapOf(K, { number }) {
  const field = fieldOf(number);
  return K.envelopes[field] ? field : null;
}

async function remember(id) {
  const used = (await read("keyring", "passkeys")) ?? [];
  if (!used.includes(id)) await write("keyring", [["passkeys", [...used, id]]]);
}
