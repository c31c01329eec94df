// Where a sealed thing lies. An envelope opens at its own place and nowhere else.
import { join, lp, sealedUuid, u32, u64, uuidBytes } from "./bytes.js";
import { must } from "./errors.js";
import { sha256 } from "./primitives.js";

const NAME = /^[a-z][a-z0-9_-]{0,63}$/;
const LEAST = {
  notebook: 1024,
  keyring: 4096,
  pairing: 1024,
  "reveal.commitment": 1024,
  "reveal.waiting": 16384,
  "reveal.release": 16384,
};
// What a body repeats of its place must agree with it.
const REPEATED = {
  "keyring.keys": { person: "author", generation: "revision" },
  "pairing.invite": { couple: "scope", person: "author" },
  "pairing.join": { person: "author" },
  "reveal.waiting": { revision: "revision" },
};

/** A place: uuids as text, revision from 1, names as the program has them. */
export function at(scope, author, record, revision, collection, field) {
  must(NAME.test(collection) && NAME.test(field), "malformed");
  must(Number.isSafeInteger(revision) && revision >= 1, "malformed");
  return Object.freeze({ scope, author, record, revision, collection, field });
}

/** A couple's: no couple has the id of a person, so scope and author differ only there. */
export const isShared = (place) => place.scope !== place.author;

export const kindOf = (place) => `${place.collection}.${place.field}`;

/** The least bucket in bytes: below it, size would tell too much. */
export const leastOf = (place) =>
  LEAST[kindOf(place)] ?? LEAST[place.collection] ?? 256;

/** Every byte that says where: it is sealed in with the words, and hashed with them. */
export function context(place) {
  return join(
    "sealed/1 context",
    uuidBytes(place.scope),
    uuidBytes(place.author),
    uuidBytes(place.record),
    u64(place.revision),
    lp(place.collection),
    lp(place.field),
  );
}

/** Of these very words at this very place; a self-tag vouches for it. */
export function digest(place, text) {
  return sha256("sealed/1 digest", lp(context(place)), u32(text.length), text);
}

/** Whether what `body` says of its place is so. */
export function agrees(place, body) {
  return Object.entries(REPEATED[kindOf(place)] ?? {}).every(([name, part]) => {
    const value = part === "revision" ? place.revision : sealedUuid(place[part]);
    return body[name] === value;
  });
}
