import { b64u, unb64u } from "#web/vault/bytes.js";
import { openRing, sealRing, unwrapRoot, wrapRoot } from "#web/vault/keyring.js";
import { is, refused } from "./vectors_say.js";

export function keyring(given) {
  return given.does === "wrap" ? wraps(given) : keys(given);
}

async function wraps({ person, field, revision, kdf, wrap, root, nonce, envelope }) {
  const place = { person, field, revision, kdf };
  const sealed = await wrapRoot(unb64u(root), unb64u(wrap), place, unb64u(nonce));
  is(b64u(sealed.envelope), envelope);
  is(b64u((await unwrapRoot(sealed.envelope, unb64u(wrap), place)).root), root);
  const lower = { ...place, kdf: kdf + 1 };
  await refused("bad_kdf", () => unwrapRoot(sealed.envelope, unb64u(wrap), lower));
}

async function keys({ person, generation, root, nonce, digest, envelope, error }) {
  const opening = (seen) => openRing(unb64u(envelope), unb64u(root), person, generation, seen);
  if (error) return refused(error, () => opening());
  const opened = await opening();
  is(b64u(opened.digest), digest);
  const sealed = await sealRing(opened.ring, unb64u(root), unb64u(nonce));
  is(b64u(sealed.envelope), envelope);
  const newer = { revision: generation + 1, digest: opened.digest };
  return refused("stale", () => opening(newer));
}
