// Reading the table: each leaf is opened at its place, against what was seen there before.
import { openLeaf } from "#web/vault.js";
import { placeOf, remembered, remembering, tablePart } from "./seen.js";
import { readAll } from "./shelf.js";
import { commit, together } from "./together.js";

const SOON = 50;
const ASIDE = "aside";
const queue = new Map();
let writing = null;

/**
 * Opens one row and remembers it: {body, digest, mine, author, trouble?}. What may be shown, but
 * only marked, has `trouble` and is not remembered; what may not is thrown as VaultError.
 */
export async function openOnTable(row) {
  const before = await remembered(tablePart(row.couple), placeOf(row));
  try {
    const leaf = await openLeaf(row, before);
    if (before?.revision !== row.revision) queueUp(row, leaf.digest);
    return leaf;
  } catch (error) {
    if (!error.shown) throw error;
    return { ...error.shown, trouble: error.reason };
  }
}

/** Remembers what was sealed here for a place of the table. */
export function rememberLeaf(row, digest) {
  queueUp(row, digest);
  return writing;
}

/** Remembers that a leaf was taken back: put there again, it is older than what was seen. */
export function rememberTakenBack(row) {
  queueUp({ ...row, revision: Number(row.revision) + 1 }, "");
  return writing;
}

/** What this device holds of a couple's table, opened: the rows that `are` those one asks for. */
export async function leaves(couple, are) {
  const rows = (await readAll("rows", `t:${couple}:`)).map(([, row]) => row);
  const opening = rows
    .filter((row) => row.envelope && are(row))
    .map(async (row) => {
      try {
        return { ...row, ...(await openOnTable(row)) };
      } catch (error) {
        return { ...row, trouble: error.reason };
      }
    });
  return Promise.all(opening);
}

/** Whether what lies at this place of the table has ever been opened on this device. */
export async function isSeen(place) {
  return Boolean(await remembered(tablePart(place.couple), placeOf(place)));
}

/** Whether its reader has set a thing on the table aside; known without the notebook. */
export async function isAside(couple, joint) {
  return (await remembered(tablePart(couple), asidePlace(joint)))?.digest === ASIDE;
}

/**
 * Remembers that a thing was set aside, or brought back, as the notebook says in `revision`; false
 * where that is known, or something later.
 */
export async function rememberAside(couple, joint, revision, isAway) {
  const digest = isAway ? ASIDE : "";
  const before = await remembered(tablePart(couple), asidePlace(joint));
  if (before?.revision > revision) return false;
  if (before?.revision === revision && before.digest === digest) return false;
  queuePlace(couple, asidePlace(joint), revision, digest);
  await writing;
  return true;
}

const asidePlace = (joint) => `aside ${joint}`;

function queueUp(row, digest) {
  queuePlace(row.couple, placeOf(row), row.revision, digest);
}

function queuePlace(couple, place, revision, digest) {
  const part = tablePart(couple);
  const places = queue.get(part) ?? {};
  const [before] = places[place] ?? [0];
  if (revision >= before) places[place] = [revision, digest];
  queue.set(part, places);
  writing ??= new Promise((resolve) => setTimeout(resolve, SOON)).then(writeDown);
}

// Not remembered this time is remembered the next; the words are on the page already.
async function writeDown() {
  const parts = [...queue];
  queue.clear();
  writing = null;
  try {
    await together(async () => {
      for (const [part, places] of parts) await commit(await remembering(part, places));
    });
  } catch (error) {
    console.warn(error);
  }
}
