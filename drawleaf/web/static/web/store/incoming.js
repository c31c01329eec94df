// Rows as they came lie on the device sealed; with the notebook open they are read, checked
// against what was seen, and folded into the packs. What does not open waits, in its place.
import { openRecord } from "#web/vault.js";
import { keepBoth } from "./both.js";
import { folding, opened } from "./copy.js";
import { waiting } from "./outbox.js";
import { notebookPart, remembered, rememberingAll } from "./seen.js";
import { readAll } from "./shelf.js";
import { commit } from "./whole.js";

export function recordKey(record) {
  return `n:${record}`;
}

function leafKey({ couple, author, record, collection, field }) {
  return `t:${couple}:${author}:${record}:${collection}:${field}`;
}

/** The changes that lay down one page of the feed, and how far it reaches. */
export function layingDown(page) {
  return [
    ...page.notebook.map((row) => ["rows", recordKey(row.record), row]),
    ...page.table.map((row) => ["rows", leafKey(row), row]),
    ["meta", "store-cursor", page.cursor],
  ];
}

/** The changes that forget the copy and how far the feed was read: all of it comes again. */
export async function forgetting() {
  const packs = await readAll("packs");
  const marks = ["store-cursor", "store-whole"].map((key) => ["meta", key]);
  return [...packs.map(([key]) => ["packs", key]), ...marks];
}

/** Reads what has come; resolves with what `keepBoth` had to settle. Within `whole`. */
export async function takeIn() {
  const mine = await waiting();
  const outcomes = [];
  const settled = [];
  const items = [];
  for (const [key, row] of await readAll("rows", "n:")) {
    const ours = mine.filter((entry) => entry.record === row.record);
    if (ours.length && isOurs(row, ours)) settled.push(["rows", key]);
    else if (ours.length) outcomes.push(await keepBoth(row.record, row));
    else {
      const item = await opening(row);
      if (item.trouble) continue;
      items.push(item);
      settled.push(["rows", key]);
    }
  }
  await commit([...settled, ...(await folding(items)), ...(await rememberingAll(items))]);
  return outcomes;
}

// While words wait to be sent, the server shows what they were written on, or has them already.
function isOurs(row, ours) {
  return row.revision === ours[0].revision - 1 || ours.some(({ envelope }) => envelope === row.envelope);
}

/** Every record, with those that do not open: {record, revision, body?, trouble?}. */
export async function all() {
  const records = new Map(await opened());
  for (const [, row] of await readAll("rows", "n:")) {
    const item = await opening(row);
    const before = records.get(row.record);
    records.set(row.record, item.body ? item : { ...item, ...before, trouble: item.trouble });
  }
  return [...records.values()];
}

async function opening(row) {
  const at = { record: row.record, revision: row.revision };
  const before = await remembered(notebookPart(row.record), row.record);
  try {
    const { body, digest } = await openRecord(row, before);
    return { ...at, body, digest };
  } catch (error) {
    if (!error.reason || error.reason === "shut") throw error;
    return { ...at, body: error.shown?.body, trouble: error.reason };
  }
}
