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

// That it was also written elsewhere is settled by writing it anew.
const ANEW = ["kind", "type", "day", "text", "also"];

/** What stands in an entry beside its words, and stays when they change: dots, the mark of a letter. */
export function besideOf({ body }) {
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !ANEW.includes(name)));
}

/** The dots beside a line, as [["close", "●●●○○"], …]. */
export function dotsOf({ body }) {
  const isDots = (number) => Number.isInteger(number) && number >= 1 && number <= 5;
  return ["close", "outside"]
    .filter((name) => isDots(body?.[name]))
    .map((name) => [name, "●".repeat(body[name]) + "○".repeat(5 - body[name])]);
}

/** The first words, without marks: the first line by itself, and under it what follows. */
export function firstWords(item) {
  const [first, ...rest] = plain(textOf(item).slice(0, 4 * FIRST_WORDS)).split("\n");
  const text = [inOneLine(first), inOneLine(rest.join("\n"))].filter(Boolean).join("\n");
  return text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS).trimEnd()}…` : text;
}

/** Lines behind one another; where no sign tells that one ends, such as under a heading, a dot. */
export function inOneLine(text) {
  return text.replace(/([^\s\p{P}])\s*\n\s*/gu, "$1 · ").replace(/\s+/g, " ").trim();
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
