// The server would not take a change: another device wrote on the same record, and neither is
// dropped. What the server holds stays in its place, and one's own words become an entry of their
// own, marked "also written here". What it holds is believed only where it can be what another
// device wrote: older than one's words were written on, it is a host's doing, and one's own stay.
import { digestAs, openRecord, sealRecord } from "#web/vault.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { folding, leavingOut } from "./copy.js";
import { isRecord } from "./given.js";
import { done, putting, waitingFor } from "./outbox.js";
import { KNOWN, rememberingAll } from "./seen.js";
import { read } from "./shelf.js";
import { commit } from "./together.js";

/**
 * Only within `together`, with the notebook open. `theirs` is the server's row, or null when it has
 * lost the record. Resolves with {twice?, undeleted?, older?}: the record under which one's own
 * words now stand beside the other's, whether a deletion was given up for words unseen, and
 * whether the row is not to be believed: then it marks the place, and one's own go on waiting.
 */
export async function keepBoth(record, theirs) {
  const mine = await waitingFor(record);
  if (!mine.length) return {};
  // Another's row, or none: nothing of it is taken in.
  if (theirs && !(isRecord(theirs) && theirs.record === record)) return { older: true };
  if (theirs?.revision < mine[0].revision) return marking(theirs);
  const other = theirs && (await readable(theirs, mine));
  const acknowledged = await heldAs(record, mine, other);
  if (acknowledged >= 0) {
    await commit(mine.slice(0, acknowledged + 1).map(done));
    return {};
  }
  if (theirs && !other) return marking(theirs);
  if (other && mine[0].on && (await isOnlySealedAnew(record, mine[0], other))) {
    return writtenOn(mine, other);
  }
  const { body } = await openRecord(mine.at(-1));
  // What has a day is somebody's words.
  const again = body.day ? await anew(record, body) : null;
  const items = [again?.item, other].filter(Boolean);
  await commit([
    ...mine.map(done),
    ...(again ? [await putting(again.entry)] : []),
    ["rows", `n:${record}`],
    ...(other ? [] : await leavingOut(record)),
    ...(await folding(items)),
    ...(await rememberingAll(items, mine)),
  ]);
  return { twice: again?.item.record, undeleted: isDeleted(body) && other && !isDeleted(other.body) };
}

// After new keys another device has sealed the notebook anew: the same words, one revision later.
async function heldAs(record, mine, other) {
  for (const [at, { revision, digest }] of other ? mine.entries() : []) {
    if (digest === other.digest) return at;
    if (digest === (await digestAs(record, revision, other.body))) return at;
  }
  return -1;
}

async function isOnlySealedAnew(record, { revision, on }, other) {
  return (await digestAs(record, revision - 1, other.body)) === on;
}

/** One's own words follow on what the server holds now, as they did on the same words before. */
async function writtenOn(mine, { record, revision, digest }) {
  const changes = [];
  let last = { digest };
  for (const [at, { key, ...entry }] of mine.entries()) {
    const { body } = await openRecord({ ...entry, record });
    const next = revision + 1 + at;
    const sealed = await sealRecord(record, next, body);
    changes.push(["outbox", key, { record, revision: next, ...sealed, on: last.digest }]);
    last = { record, revision: next, digest: sealed.digest, body };
  }
  const rest = [...(await folding([last])), ...(await rememberingAll([last], mine))];
  await commit([...changes, ["rows", `n:${record}`], ...rest]);
  return {};
}

/** Tells the page what became of its words: `outcomes` of `keepBoth`. */
export function tellOf(outcomes) {
  for (const name of ["twice", "undeleted"]) {
    if (outcomes.some((outcome) => outcome[name])) {
      document.dispatchEvent(new CustomEvent(`drawleaf:${name}`));
    }
  }
}

async function marking(theirs) {
  await commit([["rows", `n:${theirs.record}`, theirs]]);
  return { older: true };
}

function isDeleted({ type }) {
  return type === "tombstone";
}

async function anew(record, body) {
  const item = { record: crypto.randomUUID(), revision: 1 };
  item.body = { ...body, also: sealedUuid(record) };
  const { envelope, digest } = await sealRecord(item.record, 1, item.body);
  item.digest = digest;
  return { item, entry: { record: item.record, revision: 1, envelope, digest } };
}

// Under a key that retires, one's own words are known by what waits, or by what it was written on.
async function readable(row, mine) {
  const at = { record: row.record, revision: row.revision };
  try {
    return { ...at, ...(await openRecord(row, await knowing())) };
  } catch (error) {
    const { body, digest } = error.shown ?? {};
    const isOurs = digest && mine.some((entry) => [entry.digest, entry.on].includes(digest));
    return isOurs ? { ...at, digest, body } : null;
  }
}

async function knowing() {
  return (await read(...KNOWN)) ? { revision: 0 } : undefined;
}
