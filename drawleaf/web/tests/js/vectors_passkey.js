import { b64u, unb64u } from "#web/vault/bytes.js";
import { unwrapRoot, wrapRoot } from "#web/vault/keyring.js";
import { fieldOf, QUESTION, wrapKey } from "#web/vault/passkey.js";
import { is, refused } from "./vectors_say.js";

export function passkey(given) {
  return { ask, wrap, refuse }[given.does](given);
}

const ask = ({ bytes }) => is(b64u(QUESTION), bytes);

async function wrap({ output, credential, person, number, field, root, nonce, ...due }) {
  const key = await wrapKey(unb64u(output), unb64u(credential));
  is(b64u(key), due.wrap);
  is(fieldOf(number), field);
  const place = { person, field, revision: 1, kdf: 0 };
  const sealed = await wrapRoot(unb64u(root), key, place, unb64u(nonce));
  is(b64u(sealed.envelope), due.envelope);
  is(b64u((await unwrapRoot(sealed.envelope, key, place)).root), root);
}

function refuse({ number, output, credential, error }) {
  if (number !== undefined) return refused(error, () => fieldOf(number));
  return refused(error, () => wrapKey(unb64u(output), unb64u(credential)));
}
