// Sealing and opening with the keys in custody: notebook records and leaves.
import { own } from "#web/device.js";
import { write } from "./body.js";
import { b64u, unb64u } from "./bytes.js";
import { isUnder } from "./carrying.js";
import { facing } from "./couple.js";
import { open, seal } from "./envelope.js";
import { must, VaultError } from "./errors.js";
import { ACTS } from "./hand.js";
import { at, digest } from "./place.js";
import { tickOf } from "./tick.js";

/** Seals a notebook record; only its owner opens it. {envelope, digest} as base64url. */
export async function sealRecord(record, revision, body) {
  const { person, current } = await own();
  return told(await seal(body, inNotebook(person, record, revision), current));
}

/**
 * {body, digest} of a notebook record. `remembered` {revision, digest} is what this device has
 * seen of it, {revision: 0} where it knows the notebook and has not seen this; remember only what
 * is resolved, never what an error shows.
 */
export async function openRecord({ record, revision, envelope }, remembered = undefined) {
  const { person, keys } = await own();
  const place = inNotebook(person, record, revision);
  const trusted = trustedFor(keys, place, remembered);
  return opened(envelope, place, trusted, { seen: seenOf(remembered) });
}

/** Seals a leaf for the couple, tagged as one's own. Refused before both have said yes. */
export async function sealLeaf(leaf, body) {
  const { person, key, self } = await facing(leaf.couple, { mayWrite: true });
  // An act speaks for its author: no open table alone can do that.
  const hand = ACTS.has(leaf.collection) ? (await own()).act : self;
  const place = onTable(leaf, person);
  return told(await seal(body, place, key, hand));
}

/**
 * {body, digest, mine, author} of a leaf of either of the two. A leaf under one's own name that
 * does not carry one's tag throws not_mine, with the words in `shown`.
 */
export async function openLeaf(leaf, remembered = undefined) {
  const { person, partner, key, self, act } = await facing(leaf.couple);
  const mine = leaf.author === person;
  must(mine || leaf.author === partner.id, "unknown_key");
  const place = onTable(leaf, leaf.author);
  const how = { hand: ACTS.has(leaf.collection) ? act : self, seen: seenOf(remembered) };
  const author = mine ? { id: person, name: null } : partner;
  const found = await opened(leaf.envelope, place, [key], how, { mine, author });
  // A passage is laid down once and never changed; a second one in its place is nobody's.
  must(leaf.collection !== "leaf" || Number(leaf.revision) === 1, "malformed");
  return found;
}

/** The record of the day's mark that `person`, one of the two, sets on a ritual of theirs. */
export async function tickRecord(couple, ritual, person, day) {
  const { tick } = await facing(couple);
  must(tick, "shut");
  return tickOf(tick, ritual, person, day);
}

/** Whether an envelope of the notebook lies under one's present key; damaged ones do not. */
export async function isUnderPresent(envelope) {
  const { current } = await own();
  try {
    return isUnder(current, envelope);
  } catch {
    return false;
  }
}

/**
 * A row sealed anew under one's present key, as its next revision: what to post. Throws VaultError
 * when it does not open, or is older than `remembered`.
 */
export async function sealAnew({ record, revision, envelope }, remembered = undefined) {
  const { body } = await openRecord({ record, revision, envelope }, remembered);
  const next = revision + 1;
  return { record, revision: next, envelope: (await sealRecord(record, next, body)).envelope };
}

/** The digest that these words would have as another revision of their record. */
export async function digestAs(record, revision, body) {
  const { person } = await own();
  return b64u(await digest(inNotebook(person, record, revision), write(body)));
}

const inNotebook = (person, record, revision) =>
  at(person, person, record, Number(revision), "notebook", "record");

const onTable = ({ couple, record, revision, collection, field }, author) =>
  at(couple, author, record, Number(revision), collection, field);

/**
 * Others may know a key that retires: under it a device that knows the notebook believes nothing but
 * what it has seen.
 */
export function trustedFor(keys, { revision }, remembered) {
  if (!remembered || remembered.revision >= revision) return keys;
  return keys.map((key) => (key.state === "retiring" ? { ...key, state: "retired" } : key));
}

/** What `remembered` says, as envelope.js asks for it. */
export const seenOf = (remembered) =>
  remembered?.revision > 0 && { revision: remembered.revision, digest: unb64u(remembered.digest) };

/** What was sealed, as the server and the device take it. */
export const told = (sealed) => ({ envelope: b64u(sealed.envelope), digest: b64u(sealed.digest) });

async function opened(envelope, place, keys, how, more = {}) {
  const bytes = typeof envelope === "string" ? unb64u(envelope) : envelope;
  try {
    const found = await open(bytes, place, keys, how);
    return { body: found.body, digest: b64u(found.digest), ...more };
  } catch (error) {
    if (!error.shown) throw error;
    const { body, digest: its } = error.shown;
    throw new VaultError(error.reason, { body, digest: b64u(its), ...more });
  }
}
