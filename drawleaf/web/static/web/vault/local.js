// What lies on the device: nonce 12, then AES-256-GCM, bound to what it is and what it is called.
import { join, lp, random, utf8 } from "./bytes.js";
import { must } from "./errors.js";
import { decrypt, encrypt } from "./primitives.js";

/** `bytes` under `aes`; they open under the same `label` and `name` only. */
export async function sealUnder(aes, label, name, bytes) {
  const nonce = random(12);
  return join(nonce, await encrypt(aes, nonce, bytes, join(label, lp(name))));
}

export async function openUnder(aes, label, name, sealed) {
  must(sealed?.length >= 28, "damaged");
  return decrypt(aes, sealed.subarray(0, 12), sealed.subarray(12), join(label, lp(name)));
}

/** Bytes as they are, anything else as JSON, with a first byte that says which. */
export function pack(value) {
  if (value instanceof Uint8Array) return join(Uint8Array.of(0), value);
  return join(Uint8Array.of(1), utf8(JSON.stringify(value)));
}

export function unpack(bytes) {
  const rest = bytes.subarray(1);
  return bytes[0] === 0 ? rest : JSON.parse(new TextDecoder().decode(rest));
}
