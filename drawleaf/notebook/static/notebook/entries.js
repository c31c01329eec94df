// Entries, as the notebook's pages see them.
import { everything } from "#web/store.js";
import { dayOf } from "./written.js";

/** Entries with words or with trouble, the latest day first; those of one day as they came last. */
export async function entries() {
  const found = (await everything()).filter(isEntry).reverse();
  return found.sort((one, other) => compare(dayOf(other), dayOf(one)));
}

/** The entry under this record, or undefined. */
export async function entry(record) {
  return (await entries()).find((each) => each.record === record);
}

function isEntry({ body, trouble }) {
  return body ? body.type === "entry" : Boolean(trouble);
}

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}
