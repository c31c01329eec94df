// Laying down what belongs to something the two have in common: sealed, then into this device's
// rows and the outbox in one step. So a mark set without a line is set, and arrives once.
import { openLeaf, sealLeaf, who } from "#web/vault.js";
import { isLeaf } from "./given.js";
import { leafKey } from "./incoming.js";
import { done, putting, refusing, waitingFor } from "./outbox.js";
import { read } from "./shelf.js";
import { rememberLeaf } from "./table.js";
import { commit, together } from "./together.js";

const FIXED = ["kind", "day", "about"];

/**
 * Lays `body` as the next revision of one's own leaf at {couple, joint, record, collection, field},
 * to be posted to the address `to`. Resolves with its row once it lies on this device.
 */
export async function layDown(to, place, body) {
  const author = (await who()).person;
  const { row, digest } = await together(async () => {
    const before = await read("rows", leafKey({ ...place, author }));
    const revision = (before?.revision ?? 0) + 1;
    const sealed = await sealedAt({ ...place, author, revision }, body);
    await commit([await putting(entryOf(to, sealed)), ["rows", leafKey(sealed.row), sealed.row]]);
    return sealed;
  });
  await rememberLeaf(row, digest);
  return row;
}

/** One's own leaf, or the partner's, as it lies on this device: its row, or undefined. */
export function lying(place) {
  return read("rows", leafKey(place));
}

/**
 * The server holds another revision of one's own leaf: another device of mine was first. The same
 * words are there already; other words follow on what is there, and both stay. How a thing has
 * ended is said once: there the last word counts.
 * Within `together`. Resolves with {older?}: true where the row is not to be believed.
 */
export async function layOnTop(entry, current) {
  if (!isLeaf(current) || !current.envelope || !isSamePlace(current, entry)) {
    await commit([refusing(entry, "changed")]);
    return {};
  }
  // What this was laid on is no reason for a no: only who gives back something older says so.
  if (current.revision < entry.revision) return { older: true };
  // Not against what was seen: that is what was laid here and has never arrived. Its tag tells.
  const theirs = await openLeaf(current).catch(() => null);
  if (!theirs?.mine) return { older: true };
  const mine = (await openLeaf({ ...entry.leaf, ...rowOf(entry) })).body;
  if (JSON.stringify(mine) === JSON.stringify(theirs.body)) {
    const isLast = (await waitingFor(entry.record)).length === 1;
    await commit([done(entry), ...(isLast ? [["rows", leafKey(current), current]] : [])]);
    return {};
  }
  const body = entry.leaf.field !== "outcome" ? withBoth(mine, theirs.body) : mine;
  const sealed = await sealedAt({ ...entry.leaf, record: entry.record, revision: current.revision + 1 }, body);
  const { row, digest } = sealed;
  await commit([["outbox", entry.key, entryOf(entry.to, sealed)], ["rows", leafKey(row), row]]);
  rememberLeaf(row, digest);
  return {};
}

async function sealedAt(place, body) {
  const { envelope, digest } = await sealLeaf(place, body);
  return { row: { ...place, envelope }, digest };
}

function entryOf(to, { row, digest }) {
  const { record, revision, envelope, ...leaf } = row;
  return { to, record, revision, envelope, digest, leaf };
}

const isSamePlace = (row, { record, leaf }) =>
  row.record === record &&
  ["couple", "author", "collection", "field"].every((name) => row[name] === leaf[name]);

const rowOf = ({ record, revision, envelope }) => ({ record, revision, envelope });

function withBoth(mine, theirs) {
  const words = Object.entries(theirs).filter(
    ([name, value]) => typeof value === "string" && !FIXED.includes(name),
  );
  const both = { ...mine };
  for (const [name, value] of words) {
    const here = mine[name];
    if (!here) both[name] = value;
    else if (typeof here === "string" && !here.includes(value)) both[name] = `${value}\n${here}`;
  }
  return both;
}
