// Rows as they came are read where the notebook is open, checked against what was seen, and folded
// into the packs. Where it is shut they lie on the device sealed, until it opens. What does not
// open waits, in its place.
import { openRecord, who } from "#web/vault.js";
import { keepBoth } from "./both.js";
import { briefly, folding, opened, openedOne } from "./copy.js";
import { isLeaf, isRecord } from "./given.js";
import { waiting } from "./outbox.js";
import { rememberingHalves } from "./reveal.js";
import { isKnown, nowKnown, rememberedRecord, rememberingAll } from "./seen.js";
import { names, read, readAll } from "./shelf.js";
import { commit } from "./together.js";

const CURSOR = ["meta", "store-cursor"];
const CAME = ["meta", "store-came"];

export function recordKey(record) {
  return `n:${record}`;
}

export function leafKey({ couple, author, record, collection, field }) {
  return `t:${couple}:${author}:${record}:${collection}:${field}`;
}

/** How far this device has read the feed; "" before the first page. */
export async function cursor() {
  return (await read(...CURSOR)) ?? "";
}

/**
 * Takes one page of the feed, read where that can be, and how far it reaches. Resolves with what
 * `keepBoth` had to settle, or with null where another page is due. Within `together`.
 */
export async function takePage(page, after) {
  if ((await cursor()) !== after) return null;
  const rows = page.notebook.filter(isRecord).map((row) => [recordKey(row.record), row]);
  const { changes, outcomes } = (await takingIfOpen(rows)) ?? (await laying(rows));
  // The first time, as it lies: afterwards a key that retires opens only what was seen.
  const halves = (await isKnown()) ? [] : await rememberingHalves(page.reveal ?? []);
  await commit([
    ...changes,
    ...halves,
    ...(await onTable(page.table)).map((row) => ["rows", leafKey(row), row]),
    [...CURSOR, page.cursor],
    ...(page.more ? [] : [["meta", "store-whole", true], nowKnown()]),
  ]);
  return outcomes;
}

// While a change of one's own leaf waits to be sent, the server shows what it was laid on.
async function onTable(rows) {
  const mine = await waiting();
  const isBehind = (row) =>
    mine.some(({ leaf, record, revision }) => leaf && record === row.record && revision > row.revision);
  return rows.filter((row) => isLeaf(row) && !isBehind(row));
}

/** The changes that forget the copy and how far the feed was read: all of it comes again. */
export async function forgetting() {
  const packs = await readAll("packs");
  const marks = ["store-cursor", "store-whole"].map((key) => ["meta", key]);
  return [...packs.map(([key]) => ["packs", key]), ...marks];
}

/** Reads what lies here unread; resolves with what `keepBoth` had to settle. Within `together`. */
export async function takeIn() {
  const rows = (await readAll("rows", "n:")).filter(([, row]) => isRecord(row));
  const { changes, outcomes } = await taking(inOrder(rows));
  await commit(changes);
  return outcomes;
}

/** Every record, with those that do not open: {record, revision, body?, trouble?}. */
export async function all() {
  return withTroubled(await opened());
}

/** The same with their first words alone. */
export async function allBriefly() {
  return withTroubled(await briefly());
}

/** One of them, or undefined. */
export async function one(record) {
  const row = await read("rows", recordKey(record));
  const [found] = merged([await openedOne(record)].filter(Boolean), row ? [await opening(row)] : []);
  return found;
}

async function takingIfOpen(rows) {
  if (!(await who())?.notebook) return null;
  try {
    return await taking(rows, { lay: true });
  } catch (error) {
    if (error.reason === "shut") return null;
    throw error;
  }
}

// The rows are opened at the same time: each waits for the browser's ciphers, not for the others.
async function taking(rows, { lay = false } = {}) {
  const mine = await waiting();
  const [outcomes, changes, free] = [[], [], []];
  for (const [key, row] of rows) {
    const ours = mine.filter((entry) => entry.record === row.record);
    if (!ours.length) free.push([key, row]);
    else if (isOurs(row, ours)) changes.push(["rows", key]);
    else outcomes.push(await keepBoth(row.record, row));
  }
  const found = await Promise.all(free.map(([, row]) => opening(row)));
  const lying = new Set(await names("rows", "n:"));
  for (const [at, [key, row]] of free.entries()) {
    if (found[at].trouble && lay) changes.push(["rows", key, row]);
    if (!found[at].trouble && lying.has(key)) changes.push(["rows", key]);
  }
  const items = found.filter(({ trouble }) => !trouble);
  changes.push(...(await folding(items)), ...(await rememberingAll(items)));
  return { changes, outcomes };
}

// They will be read in the order in which they came, which their names do not tell.
async function laying(rows) {
  const came = (await read(...CAME)) ?? 0;
  const changes = rows.map(([key, row], at) => ["rows", key, { ...row, came: came + at }]);
  return { changes: [...changes, [...CAME, came + rows.length]], outcomes: [] };
}

function inOrder(rows) {
  return rows.sort(([, one], [, other]) => (one.came ?? 0) - (other.came ?? 0));
}

// While words wait to be sent, the server shows what they were written on, or has them already.
function isOurs(row, ours) {
  return row.revision === ours[0].revision - 1 || ours.some(({ envelope }) => envelope === row.envelope);
}

async function withTroubled(items) {
  const rows = (await readAll("rows", "n:")).filter(([, row]) => isRecord(row));
  return merged(items, await Promise.all(rows.map(([, row]) => opening(row))));
}

function merged(items, lying) {
  const records = new Map(items.map((item) => [item.record, item]));
  for (const item of lying) {
    const before = records.get(item.record);
    // Words that are only shown never stand in the place of words that were believed.
    const { trouble } = item;
    records.set(item.record, trouble ? { ...item, ...before, doubted: !before, trouble } : item);
  }
  return [...records.values()];
}

// What is shown and not believed is `doubted`: it is looked at, marked, and nothing else.
async function opening(row) {
  const at = { record: row.record, revision: row.revision };
  try {
    const { body, digest } = await openRecord(row, await rememberedRecord(row.record));
    return { ...at, body, digest };
  } catch (error) {
    if (!error.reason || error.reason === "shut") throw error;
    return { ...at, body: error.shown?.body, doubted: true, trouble: error.reason };
  }
}
