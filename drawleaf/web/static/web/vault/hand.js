// The hand that marks words as one's own. The mark is an HMAC, not a signature: it convinces my
// own devices, and proves nothing to anybody else.
import { hkdf, hmac, hmacFits, hmacKey } from "./primitives.js";

export const ACTS = new Set(["reveal", "repair", "packet"]);
const LABEL = "sealed/1 tagged";

/** The secret of one's self-tags; acts have their own, which no open table carries about. */
export function tagSecret(own, collection) {
  return hkdf(own, "", ACTS.has(collection) ? "sealed/1 act tag" : "sealed/1 self tag");
}

/** Who I am, how I tag, and how I once did; `uses` without sign makes a hand that only checks. */
export async function hand(person, secret, old = [], uses = ["sign", "verify"]) {
  return {
    person,
    tag: await hmacKey(secret, uses),
    old: await Promise.all(old.map((each) => hmacKey(each, ["verify"]))),
  };
}

/** For opening what is not mine because nobody is signed in; it can tag nothing. */
export const NOBODY = Object.freeze({ person: null, tag: null, old: [] });

export const selfTag = (me, digest) => hmac(me.tag, LABEL, digest);

export const made = (me, tag, digest) => hmacFits(me.tag, tag, LABEL, digest);

export async function onceMade(me, tag, digest) {
  for (const key of me.old) if (await hmacFits(key, tag, LABEL, digest)) return true;
  return false;
}
