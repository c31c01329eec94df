// From a passphrase to two secrets: one signs in, the other never leaves the device.
import { join, lp, u8, utf8 } from "./bytes.js";
import { must } from "./errors.js";
import { hkdf, sha256 } from "./primitives.js";

const USER = /^[a-z0-9][a-z0-9._@+-]{0,63}$/;

/** Argon2id's parameters by their id: memory in KiB. They never come over the wire. */
const KDFS = { 1: { memorySize: 65536, iterations: 3, parallelism: 1, hashLength: 32 } };

/** The sign-in name as it stands in the salt; bad_user for what could not be one. */
export function user(text) {
  const name = String(text).replace(/^ +| +$/g, "");
  // Not every letter that becomes a small ASCII one was a large ASCII one.
  const small = /^[ -~]*$/.test(name) ? name.toLowerCase() : name;
  must(USER.test(small), "bad_user");
  return small;
}

/** However it was typed, the same bytes: NFKC, one space between words, none around. */
export function normalise(text) {
  const words = text.normalize("NFKC").replace(/\p{White_Space}+/gu, " ");
  must(words.isWellFormed(), "bad_pass");
  const bytes = utf8(words.replace(/^ | $/g, ""));
  must(bytes.length >= 1 && bytes.length <= 1024, "bad_pass");
  return bytes;
}

/** Refuses an id this program does not know, or one lower than this device has used. */
export function checkKdf(kdf, least = 1) {
  must(Number.isInteger(kdf) && Object.hasOwn(KDFS, kdf) && kdf >= least, "bad_kdf");
  return kdf;
}

/**
 * Argon2id of the passphrase, under the site's salt (16 bytes) bound to the name, so that no two
 * people share one. `argon2(password, salt, parameters)` resolves with 32 bytes.
 */
export async function stretch(name, passphrase, { kdf, salt }, argon2) {
  const parameters = KDFS[checkKdf(kdf)];
  must(salt.length === 16, "bad_kdf");
  const bytes = normalise(passphrase);
  return argon2(bytes, await ownSalt(name, salt), parameters);
}

export const ownSalt = (name, salt) => sha256("sealed/1 salt", lp(name), salt);

/** {login, wrap}: refuses a weaker `kdf` than `least` before deriving anything. */
export async function derive(name, passphrase, { kdf, salt, least = 1 }, argon2) {
  const own = user(name);
  checkKdf(kdf, least);
  const stretched = await stretch(own, passphrase, { kdf, salt }, argon2);
  const info = join(u8(kdf), lp(own));
  return {
    login: await hkdf(stretched, "", join("sealed/1 login", info)),
    wrap: await hkdf(stretched, "", join("sealed/1 wrap", info)),
  };
}
