// A passkey as a key. Its authenticator gives 32 bytes for one fixed question, and only after it
// has checked who holds it; under them lies the root. They never leave this device.
import { join, lp, utf8 } from "./bytes.js";
import { must } from "./errors.js";
import { hkdf } from "./primitives.js";

/** What every authenticator is asked (PRF, eval.first). */
export const QUESTION = utf8("sealed/1 passkey");
// With its label a credential id fits into the 1,024 bytes of info that every HKDF takes.
export const LONGEST = 1001;

/** The key that wraps the root, of what the authenticator gave for this credential id. */
export async function wrapKey(output, credential) {
  must(output.length === 32, "malformed");
  must(credential.length >= 1 && credential.length <= LONGEST, "malformed");
  return hkdf(output, "", join("sealed/1 passkey wrap", lp(credential)));
}

const FIELD = "root-passkey-";

/** What the root's wrap under a passkey is called; no number is given twice. */
export function fieldOf(number) {
  must(Number.isSafeInteger(number) && number >= 1, "malformed");
  return `${FIELD}${number}`;
}

/** Whether this is what the root's wrap under some passkey is called. */
export const isField = (name) => name.startsWith(FIELD);
