// Everything that WebCrypto does for the vault, and nothing else: no cipher of our own.
import { b64u, join, unb64u } from "./bytes.js";
import { must, VaultError } from "./errors.js";

const { subtle } = globalThis.crypto;
// An X25519 private key as the browser takes it: this, then its 32 bytes.
const PKCS8 = unb64u("MC4CAQAwBQYDK2VuBCIEIA");

/** Whether this browser has all that the vault calls; a page without HTTPS has nothing. */
export async function supported() {
  try {
    const pair = await dhPair();
    return (await agree(pair.secret, pair.public)).length === 32;
  } catch {
    return false;
  }
}

export async function sha256(...parts) {
  return new Uint8Array(await subtle.digest("SHA-256", join(...parts)));
}

/** RFC 5869 with SHA-256; an empty salt means none. */
export async function hkdf(secret, salt, info, length = 32) {
  const key = await subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: join(salt), info: join(info) };
  return new Uint8Array(await subtle.deriveBits(how, key, length * 8));
}

/** A key of HMAC-SHA256 that no script can read again. */
export function hmacKey(secret, uses = ["sign", "verify"]) {
  return subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, uses);
}

export async function hmac(key, ...parts) {
  return new Uint8Array(await subtle.sign("HMAC", key, join(...parts)));
}

export function hmacFits(key, mac, ...parts) {
  return subtle.verify("HMAC", key, mac, join(...parts));
}

/** A key of AES-256-GCM that no script can read again. */
export function aesKey(secret) {
  return subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** Ciphertext and 16 bytes of tag. A nonce must never meet the same key twice. */
export async function encrypt(key, nonce, plain, about) {
  const how = { name: "AES-GCM", iv: nonce, additionalData: about, tagLength: 128 };
  return new Uint8Array(await subtle.encrypt(how, key, plain));
}

/** What was sealed, if not a bit of it, its nonce or what it is about has changed. */
export async function decrypt(key, nonce, box, about) {
  const how = { name: "AES-GCM", iv: nonce, additionalData: about, tagLength: 128 };
  try {
    return new Uint8Array(await subtle.decrypt(how, key, box));
  } catch {
    throw new VaultError("damaged");
  }
}

/** The name a key goes by on an envelope. It tells nothing about the key. */
export const keyId = (secret) => hkdf(secret, "", "sealed/1 key id", 8);

/** A key that opens one scope. Own keys are current, retiring or retired; others current. */
export async function envelopeKey(secret, state = "current") {
  must(secret.length === 32, "malformed");
  return { id: b64u(await keyId(secret)), aes: await aesKey(secret), state };
}

/** A fresh X25519 pair, as 32 bytes each. */
export async function dhPair() {
  const pair = await subtle.generateKey("X25519", true, ["deriveBits"]);
  const secret = new Uint8Array(await subtle.exportKey("pkcs8", pair.privateKey)).slice(-32);
  return { secret, public: new Uint8Array(await subtle.exportKey("raw", pair.publicKey)) };
}

/** The public half of a private key. */
export async function dhPublic(secret) {
  const { x } = await subtle.exportKey("jwk", await dhKey(secret, true));
  return unb64u(x, 32);
}

/** X25519. An agreement that comes out as zero is no agreement: malformed. */
export async function agree(secret, theirs) {
  must(theirs.length === 32, "malformed");
  let agreed;
  try {
    const other = await subtle.importKey("raw", theirs, "X25519", false, []);
    const how = { name: "X25519", public: other };
    agreed = new Uint8Array(await subtle.deriveBits(how, await dhKey(secret, false), 256));
  } catch (error) {
    // Some refuse an all-zero agreement themselves; a browser without X25519 says something else.
    throw new VaultError(error.name === "NotSupportedError" ? "unsupported" : "malformed");
  }
  must(
    agreed.some((byte) => byte !== 0),
    "malformed",
  );
  return agreed;
}

function dhKey(secret, readable) {
  must(secret.length === 32, "malformed");
  return subtle.importKey("pkcs8", join(PKCS8, secret), "X25519", readable, ["deriveBits"]);
}
