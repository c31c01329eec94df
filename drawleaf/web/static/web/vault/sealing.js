// Sealing and opening with the keys in custody: notebook records, leaves, and what the device
// keeps for itself.
import { own, table } from "#web/device.js";
import { b64u, unb64u, UUID } from "./bytes.js";
import { facing } from "./couple.js";
import { open, seal } from "./envelope.js";
import { must, VaultError } from "./errors.js";
import { openUnder, sealUnder } from "./local.js";
import { at } from "./place.js";

/** Seals a notebook record; only its owner opens it. {envelope, digest} as base64url. */
export async function sealRecord(record, revision, body) {
  const { person, current } = await own();
  return told(await seal(body, inNotebook(person, record, revision), current));
}

/**
 * {body, digest} of a notebook record. `remembered` {revision, digest} is what this device has
 * seen of it; remember only what is resolved, never what an error shows.
 */
export async function openRecord({ record, revision, envelope }, remembered = undefined) {
  const { person, keys } = await own();
  const place = inNotebook(person, record, revision);
  return opened(envelope, place, keys, { seen: seen(remembered) });
}

/** Seals a leaf for the couple, tagged as one's own. Refused before both have said yes. */
export async function sealLeaf(leaf, body) {
  const { person, key, self } = await facing(leaf.couple, { mayWrite: true });
  const place = onTable(leaf, person);
  return told(await seal(body, place, key, self));
}

/**
 * {body, digest, mine, author} of a leaf of either of the two. A leaf under one's own name that
 * does not carry one's tag throws not_mine, with the words in `shown`.
 */
export async function openLeaf(leaf, remembered = undefined) {
  const { person, partner, key, self } = await facing(leaf.couple);
  const mine = leaf.author === person;
  must(mine || leaf.author === partner.id, "unknown_key");
  const place = onTable(leaf, leaf.author);
  const how = { hand: self, seen: seen(remembered) };
  const author = mine ? { id: person, name: null } : partner;
  const more = { mine, author };
  return opened(leaf.envelope, place, [key], how, more);
}

/**
 * Seals bytes for this device alone: what was seen on a table, `seen-<couple>`, under the couple's
 * key, everything else under one's own. They open under the same name only.
 */
export async function sealLocal(name, bytes) {
  const { aes, label } = await localKey(name);
  return sealUnder(aes, label, name, bytes);
}

export async function openLocal(name, sealed) {
  const { aes, label } = await localKey(name);
  return openUnder(aes, label, name, sealed);
}

async function localKey(name) {
  const [, seen, place] = name.match(/^(seen-)?(.*)$/s);
  const label = seen ? "sealed/1 seen" : "sealed/1 pack";
  const couples = seen && UUID.test(place) ? (await table()).couples : [];
  const couple = couples.find(({ id }) => id === place);
  return { label, aes: (couple?.key ?? (await own()).current).aes };
}

const inNotebook = (person, record, revision) =>
  at(person, person, record, Number(revision), "notebook", "record");

const onTable = ({ couple, record, revision, collection, field }, author) =>
  at(couple, author, record, Number(revision), collection, field);

const seen = (remembered) =>
  remembered && { revision: remembered.revision, digest: unb64u(remembered.digest) };

const told = ({ envelope, digest }) => ({ envelope: b64u(envelope), digest: b64u(digest) });

async function opened(envelope, place, keys, how, more = {}) {
  const bytes = typeof envelope === "string" ? unb64u(envelope) : envelope;
  try {
    const { body, digest } = await open(bytes, place, keys, how);
    return { body, digest: b64u(digest), ...more };
  } catch (error) {
    if (!error.shown) throw error;
    const { body, digest } = error.shown;
    throw new VaultError(error.reason, { body, digest: b64u(digest), ...more });
  }
}
