// The keyring: one's own keys and one's couples, sealed under a root that is never kept.
import { hasMembers } from "./body.js";
import { b64u, sealedUuid, unb64u, uuidOf } from "./bytes.js";
import { must } from "./errors.js";
import { hand, tagSecret } from "./hand.js";
import { open, seal } from "./envelope.js";
import { at, kindOf } from "./place.js";
import { envelopeKey, keyId } from "./primitives.js";

const OWN = ["current", "retiring", "retired"];
const COUPLE = ["asked", "paired", "left"];

const place = (person, revision, field) => at(person, person, person, revision, "keyring", field);

/**
 * The keyring {person, generation, own: [{key, state}], couples: [{id, key, partner: {id, name},
 * digest, state}]} under `root`; ids as text, keys and digests as bytes.
 */
export async function sealRing(ring, root, nonce = undefined) {
  await check(ring, root);
  const where = place(ring.person, ring.generation, "keys");
  return seal(bodyOf(ring), where, await envelopeKey(root), undefined, nonce);
}

/** The keyring of `person` and its digest; one older than `seen` is stale. */
export async function openRing(envelope, root, person, generation, seen = undefined) {
  const where = place(person, generation, "keys");
  const opened = await open(envelope, where, [await envelopeKey(root)], { seen });
  const ring = ringOf(opened.body);
  await check(ring, root);
  return { ring, digest: opened.digest };
}

/** One current key, no two keys of one id, no two couples of one id, known states only. */
async function check(ring, root) {
  const states = ring.own.map(({ state }) => state);
  must(states.filter((state) => state === "current").length === 1, "malformed");
  must(states.filter((state) => state === "retiring").length <= 1, "malformed");
  must(
    states.every((state) => OWN.includes(state)),
    "malformed",
  );
  must(
    ring.couples.every(({ state }) => COUPLE.includes(state)),
    "malformed",
  );
  const keys = [root, ...[...ring.own, ...ring.couples].map(({ key }) => key)];
  const ids = await Promise.all(keys.map(async (key) => b64u(await keyId(key))));
  must(new Set(ids).size === ids.length, "malformed");
  const people = [ring.person, ...ring.couples.map(({ partner }) => partner.id)];
  const couples = ring.couples.map(({ id }) => id);
  must(new Set(couples).size === couples.length, "malformed");
  must(!people.some((id) => couples.includes(id)), "malformed");
  must(people.lastIndexOf(ring.person) === 0, "malformed");
}

/** Refuses oneself, a couple id ever seen, and one that is a person's. */
export function refuseCouple(ring, couple, partner) {
  must(partner !== ring.person, "oneself");
  const people = [ring.person, partner, ...ring.couples.map((known) => known.partner.id)];
  const couples = ring.couples.map(({ id }) => id);
  must(!people.includes(couple) && !couples.includes(couple), "couple_seen");
  must(!couples.includes(partner), "couple_seen");
}

/** The next generation, with a new couple; nothing replaces one that is there. */
export function withCouple(ring, couple) {
  refuseCouple(ring, couple.id, couple.partner.id);
  return { ...ring, generation: ring.generation + 1, couples: [...ring.couples, couple] };
}

/** The next generation, with these couples confirmed: asked becomes paired. */
export function withPaired(ring, ids) {
  const couples = ring.couples.map((couple) =>
    ids.includes(couple.id) && couple.state === "asked" ? { ...couple, state: "paired" } : couple,
  );
  return { ...ring, generation: ring.generation + 1, couples };
}

/** In the same generation: these two have new keys, and write on this table no more. */
export function withLeft(ring, ids) {
  const couples = ring.couples.map((couple) =>
    ids.includes(couple.id) ? { ...couple, state: "left" } : couple,
  );
  return { ...ring, couples };
}

/** The own key before the current one, while something may still lie under it. */
export const retiringOf = (ring) => ring.own.find(({ state }) => state === "retiring");

/** The next generation, with `key` as its own; the one before retires. Couples stay. */
export function withNewKey(ring, key) {
  must(!retiringOf(ring), "malformed");
  const before = ring.own.map((own) =>
    own.state === "current" ? { ...own, state: "retiring" } : own,
  );
  const own = [{ key, state: "current" }, ...before];
  return { ...ring, generation: ring.generation + 1, own };
}

/** The next generation, in which nothing lies under the key before any more. */
export function withRetired(ring) {
  const own = ring.own.map((each) =>
    each.state === "retiring" ? { ...each, state: "retired" } : each,
  );
  return { ...ring, generation: ring.generation + 1, own };
}

/** How the person of `ring` tags in `collection`, and how they once did. */
export async function handFrom(ring, collection) {
  const secrets = ring.own.map(async ({ key, state }) => [state, await tagSecret(key, collection)]);
  const tags = await Promise.all(secrets);
  const [, current] = tags.find(([state]) => state === "current");
  const old = tags.filter(([state]) => state !== "current").map(([, secret]) => secret);
  return hand(ring.person, current, old);
}

/**
 * The root under the key of a passphrase or a code; `field` is root-passphrase or root-recovery,
 * `kdf` 0 for anything but a passphrase.
 */
export async function wrapRoot(root, key, { person, field, revision, kdf }, nonce = undefined) {
  const where = place(person, revision, field);
  const body = { kind: kindOf(where), root: b64u(root), kdf };
  return seal(body, where, await envelopeKey(key), undefined, nonce);
}

/** The root and the wrap's digest; a wrap that names another `kdf` than derived with is refused. */
export async function unwrapRoot(envelope, key, { person, field, revision, kdf }, seen) {
  const where = place(person, revision, field);
  const { body, digest } = await open(envelope, where, [await envelopeKey(key)], { seen });
  must(hasMembers(body, ["kind", "root", "kdf"]), "malformed");
  must(body.kdf === kdf, "bad_kdf");
  return { root: unb64u(body.root, 32), digest };
}

function bodyOf(ring) {
  return {
    kind: "keyring.keys",
    person: sealedUuid(ring.person),
    generation: ring.generation,
    own: ring.own.map(({ key, state }) => ({ key: b64u(key), state })),
    couples: ring.couples.map(({ id, key, partner, digest, state }) => ({
      id: sealedUuid(id),
      key: b64u(key),
      partner: { id: sealedUuid(partner.id), name: partner.name },
      digest: b64u(digest),
      state,
    })),
  };
}

function ringOf(body) {
  must(hasMembers(body, ["kind", "person", "generation", "own", "couples"]), "malformed");
  must(Array.isArray(body.own) && Array.isArray(body.couples), "malformed");
  return {
    person: uuidOf(body.person),
    generation: body.generation,
    own: body.own.map(ownOf),
    couples: body.couples.map(coupleOf),
  };
}

function ownOf(own) {
  must(hasMembers(own, ["key", "state"]), "malformed");
  return { key: unb64u(own.key, 32), state: own.state };
}

function coupleOf(couple) {
  must(hasMembers(couple, ["id", "key", "partner", "digest", "state"]), "malformed");
  must(hasMembers(couple.partner, ["id", "name"]), "malformed");
  must(typeof couple.partner.name === "string", "malformed");
  return {
    id: uuidOf(couple.id),
    key: unb64u(couple.key, 32),
    partner: { id: uuidOf(couple.partner.id), name: couple.partner.name },
    digest: unb64u(couple.digest, 32),
    state: couple.state,
  };
}
