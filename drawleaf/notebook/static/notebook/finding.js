// Plain search: every word must be there, in any case, with or without accents.
import { folded } from "#web/looking.js";
import { dayOf, textOf } from "./written.js";

const AROUND = 60;
const MARKS = /[*_`#>\\]/g;

export function terms(query) {
  return folded(query).split(/\s+/).filter(Boolean);
}

/** Takes the entries once; then, for each query, gives those that hold all its words. */
export function finding(items) {
  const pages = items.map((item) => ({
    item,
    words: folded(`${textOf(item).replace(MARKS, "")}\n${dayOf(item)}`),
  }));
  return (wanted) => {
    if (!wanted.length) return [];
    return pages.filter(({ words }) => wanted.every((term) => words.includes(term)));
  };
}

/** [from, to) of every place in `text` where a term stands, none overlapping. */
export function places(text, wanted) {
  const { letters, origin } = spelled(text);
  const found = [];
  for (const term of wanted) {
    for (let at = letters.indexOf(term); at >= 0; at = letters.indexOf(term, at + term.length)) {
      found.push([origin[at], origin[at + term.length]]);
    }
  }
  found.sort((one, other) => one[0] - other[0]);
  const apart = [];
  for (const place of found) {
    const end = apart.at(-1)?.[1] ?? 0;
    if (place[0] >= end) apart.push(place);
  }
  return apart;
}

/** The words around the first place: [{text, isFound}]. */
export function around(text, wanted) {
  const all = places(text, wanted);
  const start = Math.max(0, (all[0]?.[0] ?? 0) - AROUND);
  const end = Math.min(text.length, (all[0]?.[1] ?? 0) + 2 * AROUND);
  const parts = [{ text: start ? "…" : "" }];
  let at = start;
  for (const [from, to] of all.filter((place) => place[1] <= end)) {
    parts.push({ text: text.slice(at, from) }, { text: text.slice(from, to), isFound: true });
    at = to;
  }
  return [...parts, { text: text.slice(at, end) + (end < text.length ? "…" : "") }];
}

// The folded letters, and where in the text each of them came from.
function spelled(text) {
  let letters = "";
  const origin = [];
  let at = 0;
  for (const sign of text) {
    const plain = folded(sign);
    letters += plain;
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at);
    at += sign.length;
  }
  origin.push(at);
  return { letters, origin };
}
