// What stands in an entry, whatever a body may hold in its place.
import { DAY } from "#web/days.js";
import { plain } from "#web/markdown.js";

const FIRST_WORDS = 90;

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
    if (!months.has(month)) months.set(month, []);
    months.get(month).push(item);
  }
  return [...months];
}
