// Days as people say them. A day is "YYYY-MM-DD", the author's own; no hour is ever kept with it.

export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Arithmetic is done on the calendar alone: no clock change and no leap day moves a day.
const LENGTH = 86_400_000;

const at = (day) => Date.parse(`${day}T00:00:00Z`);

export function plus(day, days) {
  return new Date(at(day) + days * LENGTH).toISOString().slice(0, 10);
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(day) {
  return (new Date(at(day)).getUTCDay() + 6) % 7;
}

export function between(from, until) {
  return Math.round((at(until) - at(from)) / LENGTH);
}

/** "Saturday 21 November", with the year when it is another one. */
export function dayInWords(day, now = new Date()) {
  const year = day.slice(0, 4) === today(now).slice(0, 4) ? undefined : "numeric";
  return say(day, { weekday: "long", day: "numeric", month: "long", year });
}

/** "Sat 21", for a row under its month. */
export function shortDay(day) {
  return say(day, { weekday: "short", day: "numeric" });
}

/** "November 2026" of "2026-11". */
export function monthInWords(month) {
  return say(`${month}-01`, { month: "long", year: "numeric" });
}

export function weekday(now = new Date()) {
  return say(today(now), { weekday: "long" });
}

/**
 * A moment by this device's clock: {day: "Sunday", hour: "19:00"}, the day with its date where it is
 * not one of the seven from today on.
 */
export function momentInWords(moment, now = new Date()) {
  const away = between(today(now), today(moment));
  const isNear = away >= 0 && away < 7;
  const hour = new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit" });
  return { day: isNear ? weekday(moment) : dayInWords(today(moment), now), hour: hour.format(moment) };
}

function language() {
  const { lang } = document.documentElement;
  return lang === "en" ? "en-GB" : lang;
}

function say(day, parts) {
  if (!DAY.test(day)) return "";
  const lang = language();
  const words = new Intl.DateTimeFormat(lang, { ...parts, timeZone: "UTC" });
  const said = words.format(new Date(`${day}T12:00:00Z`));
  // English puts a comma after the weekday only where a year follows: one way of writing is enough.
  return lang === "en-GB" ? said.replace(",", "") : said;
}
