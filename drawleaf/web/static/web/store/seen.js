// What this device has seen, place by place: (revision, digest). Without it an old or a changed
// envelope would look as good as the last one. Kept sealed, in parts small enough to write often.
import { names, read } from "./shelf.js";
import { openLocal, sealLocal } from "./local.js";

/** The mark of a device that has had the whole notebook once. */
export const KNOWN = ["meta", "store-known"];

const parts = new Map();
let known = null;

export function forgetSeen() {
  parts.clear();
  known = null;
}

/** The part in which a notebook record is remembered. */
export function notebookPart(record) {
  return `seen-notebook-${record[0]}`;
}

/** What is remembered of a couple's table, and of one place on it. */
export function tablePart(couple) {
  return `seen-${couple}`;
}

export function placeOf({ author, record, collection, field }) {
  return `${author} ${record} ${collection} ${field}`;
}

export async function remembered(part, place) {
  const seen = await load(part);
  return seen[place] && { revision: seen[place][0], digest: seen[place][1] };
}

/**
 * What is remembered of a notebook record: {revision: 0} where it is none, though this device has
 * had the whole notebook once; undefined on a fresh one, which has nothing to compare with.
 */
export function rememberedRecord(record) {
  return rememberedOwn(notebookPart(record), record);
}

/** The same of anything under one's own key. */
export async function rememberedOwn(part, place) {
  const found = await remembered(part, place);
  return found ?? ((await isKnown()) ? { revision: 0 } : undefined);
}

/** Whether this device has had the whole notebook once. */
export function isKnown() {
  known ??= read(...KNOWN);
  return known;
}

/** The change that marks this device as one that has had the whole notebook. */
export function nowKnown() {
  known = Promise.resolve(true);
  return [...KNOWN, true];
}

/** Every notebook record that is remembered, as [record, revision]. */
export async function rememberedAll() {
  const parts = await Promise.all((await names("seen", "seen-notebook-")).map(rememberedIn));
  return parts.flat();
}

/** What is remembered in one part, as [place, revision]. */
export async function rememberedIn(part) {
  return Object.entries(await load(part)).map(([place, [revision]]) => [place, revision]);
}

/**
 * The changes that remember `places` ({place: [revision, digest]}) in one part. What was seen gives
 * way to a later revision only, or where it is one of `unsent`: own words that no server has had.
 */
export async function remembering(part, places, unsent = []) {
  const seen = { ...(await load(part)) };
  const isUnsent = (digest) => unsent.some((entry) => entry.digest === digest);
  for (const [place, now] of Object.entries(places)) {
    const [revision, digest] = seen[place] ?? [0];
    if (now[0] >= revision || isUnsent(digest)) seen[place] = now;
  }
  parts.set(part, Promise.resolve(seen));
  return [["seen", part, await sealLocal(part, seen)]];
}

/** The changes that remember notebook records {record, revision, digest}. */
export async function rememberingAll(items, unsent = []) {
  const places = new Map();
  for (const { record, revision, digest } of items) {
    const part = notebookPart(record);
    places.set(part, { ...places.get(part), [record]: [revision, digest] });
  }
  const changes = [];
  for (const [part, seen] of places) changes.push(...(await remembering(part, seen, unsent)));
  return changes;
}

function load(part) {
  if (!parts.has(part)) {
    const found = reading(part);
    parts.set(part, found);
    found.catch(() => parts.get(part) === found && parts.delete(part));
  }
  return parts.get(part);
}

async function reading(part) {
  const sealed = await read("seen", part);
  if (!sealed) return {};
  try {
    return await openLocal(part, sealed);
  } catch (error) {
    // Eaten by the disk: what was seen begins again, rather than shut the notebook for ever.
    if (error.reason === "damaged") return {};
    throw error;
  }
}
