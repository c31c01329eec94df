// A line in words: for who listens, and for the table. No number is in it.
import { dayInWords, monthInWords } from "#web/days.js";
import { sentence } from "#web/sentences.js";
import { hasGaps, standing } from "./series.js";

/** The word for a height of one of the lines. */
export function level(name, value) {
  const scale = ["close", "outside"].includes(name) ? name : "month";
  return sentence(`${scale}_${Math.round(value)}`);
}

// A page says the same months many times.
const months = new Map();

export function monthSaid(month) {
  if (!months.has(month)) months.set(month, monthInWords(month));
  return months.get(month);
}

/** "November 2026", or "Week of Monday 16 November". */
export function whenInWords(when) {
  return when.length > 7 ? sentence("week_of", { day: dayInWords(when) }) : monthSaid(when);
}

/** What the picture of one line shows. */
export function spoken(name, points) {
  const said = standing(points);
  if (!said.length) return "";
  const values = said.map(({ value }) => value);
  const [first, last, least, most] = [values[0], values.at(-1), Math.min(...values), Math.max(...values)].map(
    (value) => level(name, value),
  );
  const [from, until] = [said[0], said.at(-1)].map(({ when }) => monthSaid(when.slice(0, 7)));
  const shape = said.length === 1 ? "spoken_one" : least === most ? "spoken_same" : "spoken";
  const words = sentence(shape, { name: sentence(`name_${name}`), first, last, least, most, from, until });
  return hasGaps(points) ? `${words} ${sentence("spoken_gaps")}` : words;
}
