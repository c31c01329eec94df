// Entries, as the notebook's pages see them.
import { briefly, everything, whole } from "#web/store.js";
import { dayOf } from "./written.js";

/** Entries with words or with trouble, the latest day first; those of one day as they came last. */
export async function entries() {
  return inOrder(await everything());
}

/** The same with the first words of each alone, for a list. */
export async function headsOfEntries() {
  return inOrder(await briefly());
}

/** The entry under this record, or undefined. */
export async function entry(record) {
  const found = await whole(record);
  return found && isEntry(found) ? found : undefined;
}

function inOrder(items) {
  const found = items.filter(isEntry).reverse();
  return found.sort((one, other) => compare(dayOf(other), dayOf(one)));
}

function isEntry({ body, trouble }) {
  return body ? body.type === "entry" : Boolean(trouble);
}

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}
