// Days as "YYYY-MM-DD", each the author's own. Arithmetic is done on the calendar alone: a day has
// no hour and no zone here, so that no clock change and no leap day moves one.
const DAY = 86_400_000;

const at = (day) => Date.parse(`${day}T00:00:00Z`);

export function plus(day, days) {
  return new Date(at(day) + days * DAY).toISOString().slice(0, 10);
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(day) {
  return (new Date(at(day)).getUTCDay() + 6) % 7;
}

export function between(from, until) {
  return Math.round((at(until) - at(from)) / DAY);
}
