// From months and days to what is drawn: points at equal steps, null where nothing was said. Means
// stand as heights and as words, never as numbers.
import { between, DAY, plus, weekdayOf } from "#web/days.js";
import { FOUNDATIONS, isDots } from "./months.js";

const OF_A_DAY = ["close", "outside"];
const YEAR = 12;
// So much is drawn at least, or two months would look like a cliff.
const LEAST = 6;
// A week stands at its middle, which may lie in the next month.
const EDGE = 3;

const at = (day) => between("1970-01-01", day);
const monday = (day) => plus(day, -weekdayOf(day));

/** The days with dots among records, in no order: [{day, close?, outside?}]. */
export function daysOf(items) {
  const isDotted = ({ body, trouble }) =>
    !trouble && body?.type === "entry" && DAY.test(body.day) && OF_A_DAY.some((name) => isDots(body[name]));
  return items.filter(isDotted).map(({ body }) => body);
}

/** "2026-11" and how many months to move by. */
export function moved(month, by) {
  const months = Number(month.slice(0, 4)) * YEAR + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(months / YEAR)}-${String((months % YEAR) + 1).padStart(2, "0")}`;
}

/**
 * `span` is "year" or "all". → {from, until, range, years, isLong, months, days}: months from and
 * until, the same as numbers of days, each new year, whether there is more than a year; and of the
 * two groups {name: [{when, x, value}]}, by month, days in a year by week.
 */
export function trendOf({ months, days }, span, today) {
  const until = today.slice(0, 7);
  const seen = [...months.map(({ month }) => month), ...days.map(({ day }) => day.slice(0, 7))];
  const first = seen.filter((month) => month <= until).reduce((one, other) => (other < one ? other : one), until);
  const yearAgo = moved(until, 1 - YEAR);
  const begun = span === "all" || first > yearAgo ? first : yearAgo;
  const from = [begun, moved(until, 1 - LEAST)].sort()[0];
  const byMonth = stepsOfMonths(from, until);
  const byDay = span === "all" ? byMonth : stepsOfWeeks(from, today);
  const keyOf = span === "all" ? (day) => day.slice(0, 7) : monday;
  return {
    from,
    until,
    range: [at(`${from}-01`) - EDGE, at(`${moved(until, 1)}-01`) + EDGE],
    years: byMonth.filter(({ when }) => when > from && when.endsWith("-01")).map(({ when }) => at(`${when}-01`)),
    isLong: first < yearAgo,
    months: grouped(FOUNDATIONS, byMonth, months, ({ month }) => month, (each, name) => each.said[name]),
    days: grouped(OF_A_DAY, byDay, days.filter(({ day }) => day >= from), ({ day }) => keyOf(day), (each, name) => each[name]),
  };
}

function stepsOfMonths(from, until) {
  const steps = [];
  for (let when = from; when <= until; when = moved(when, 1)) steps.push({ when, x: at(`${when}-15`) });
  return steps;
}

function stepsOfWeeks(from, today) {
  const steps = [];
  for (let when = monday(`${from}-01`); when <= today; when = plus(when, 7)) steps.push({ when, x: at(when) + 3 });
  return steps;
}

function grouped(names, steps, items, keyOf, valueOf) {
  const sums = new Map(steps.map(({ when }) => [when, names.map(() => [0, 0])]));
  for (const item of items) {
    const here = sums.get(keyOf(item));
    if (!here) continue;
    for (const [place, name] of names.entries()) {
      const value = valueOf(item, name);
      if (!isDots(value)) continue;
      here[place][0] += value;
      here[place][1] += 1;
    }
  }
  const pointsOf = (place) =>
    steps.map(({ when, x }) => {
      const [sum, count] = sums.get(when)[place];
      return { when, x, value: count ? sum / count : null };
    });
  return Object.fromEntries(names.map((name, place) => [name, pointsOf(place)]));
}

/** The points of a line at which something stands. */
export const standing = (points) => points.filter(({ value }) => value !== null);

/** Whether the line breaks between its first and its last point. */
export function hasGaps(points) {
  const first = points.findIndex(({ value }) => value !== null);
  const last = points.findLastIndex(({ value }) => value !== null);
  return points.slice(first, last).some(({ value }) => value === null);
}
