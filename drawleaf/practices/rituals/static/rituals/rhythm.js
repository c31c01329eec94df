// The picture of a ritual: a column a week, a dot a day that either of the two has marked. It knows
// no persons, counts nothing, and leaves what was not marked empty.
import { between, dayInWords, plus, weekdayOf } from "#web/days.js";
import { drawn } from "#web/picture.js";
import { sentence } from "#web/sentences.js";

const YEAR = 400;
const BAND = 7;
const GAP = 1.5;
/** How many weeks, and how many of them beside each other. */
export const SPANS = { weeks: { weeks: 13, wide: 13 }, year: { weeks: 54, wide: 27 } };

/** Draws `weeks` columns that end with the week of `today`. `marked` and `rests` are Sets of days. */
export function drawRhythm(place, { marked, rests, today, span: { weeks, wide } }) {
  const first = plus(today, -weekdayOf(today) - 7 * (weeks - 1));
  const step = 100 / wide;
  const height = (weeks / wide) * (BAND + GAP) - GAP;
  const svg = drawn("svg", { viewBox: `0 0 100 ${height * step}` });
  for (let day = first; day <= today; day = plus(day, 1)) {
    const week = Math.floor(between(first, day) / 7);
    const x = (week % wide) + 0.5;
    const y = Math.floor(week / wide) * (BAND + GAP) + weekdayOf(day) + 0.5;
    const dot = drawn("circle", { cx: x * step, cy: y * step, r: step * radiusOf(day) });
    dot.setAttribute("class", kindOf(day));
    svg.append(dot);
  }
  place.setAttribute("aria-label", sentence("rhythm_of", { from: dayInWords(first) }));
  place.replaceChildren(svg);

  function kindOf(day) {
    if (marked.has(day)) return "marked";
    return rests.has(day) ? "rest" : "open";
  }

  function radiusOf(day) {
    return { marked: 0.36, rest: 0.3, open: 0.07 }[kindOf(day)];
  }
}

/** All days from the first to the last of each rest, as a Set; a rest is {day, until}. */
export function daysOfRests(rests, today) {
  const days = new Set();
  const first = plus(today, -YEAR);
  for (const { day, until } of rests) {
    for (let each = day < first ? first : day; each <= until && each <= today; each = plus(each, 1)) days.add(each);
  }
  return days;
}
