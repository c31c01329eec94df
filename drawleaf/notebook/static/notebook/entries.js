// Entries, as the notebook's pages see them.
import { DAY } from "#web/days.js";
import { plain } from "#web/markdown.js";
import { everything } from "#web/store.js";

const FIRST_WORDS = 90;

/** Entries with words or with trouble, the latest day first; those of one day as they came last. */
export async function entries() {
  const found = (await everything()).filter(isEntry).reverse();
  return found.sort((one, other) => compare(dayOf(other), dayOf(one)));
}

/** The entry under this record, or undefined. */
export async function entry(record) {
  return (await entries()).find((each) => each.record === record);
}

export function dayOf({ body }) {
  return DAY.test(body?.day) ? body.day : "";
}

export function textOf({ body }) {
  return typeof body?.text === "string" ? body.text : "";
}

/** The first words, without marks, as one line. */
export function firstWords(item) {
  const text = plain(textOf(item).slice(0, 4 * FIRST_WORDS)).replace(/\s+/g, " ");
  return text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS).trimEnd()}…` : text;
}

/** [["2026-11", [entry, …]], …], the latest month first. */
export function byMonth(items) {
  const months = new Map();
  for (const item of items) {
    const month = dayOf(item).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return [...months];
}

function isEntry({ body, trouble }) {
  return body ? body.type === "entry" : Boolean(trouble);
}

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}
