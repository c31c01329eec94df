import { monthInWords, shortDay } from "#web/days.js";
import { sentence } from "#web/sentences.js";
import { dayOf, dotsOf, firstWords } from "./written.js";
import { fill, part, reveal } from "./paper.js";

/** One entry as a row that leads to it. */
export function row(item) {
  const made = part("row");
  made.querySelector("a").href = `#entry/${item.record}`;
  const words = item.body && !item.doubted ? firstWords(item) || dotsInWords(item) : sentence(item.trouble);
  fill(made, { day: shortDay(dayOf(item)), first: words });
  reveal(made, "also", Boolean(item.body?.also));
  return made;
}

/** "Close ●●●○○ · The world outside ●●○○○", or nothing. */
export function dotsInWords(item) {
  return dotsOf(item)
    .map(([name, dots]) => `${sentence(`dots_${name}`)} ${dots}`)
    .join(" · ");
}

/** A month under its name. */
export function monthOf([month, items]) {
  const made = part("month");
  fill(made, { name: month ? monthInWords(month) : sentence("no_day") });
  made.querySelector("ul").append(...items.map(row));
  return made;
}

/** A month as a row that leads to it. */
export function monthRow([month]) {
  const made = part("month-row");
  made.querySelector("a").href = `#month/${month}`;
  fill(made, { name: month ? monthInWords(month) : sentence("no_day") });
  return made;
}
