// Which instants a standing time comes to: a day of the week and an hour, by the clock of one place.
// The two alone know those; the server is told the instants, and nobody's place.
import { DAY, plus, weekdayOf } from "#web/days.js";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const MINUTE = 60_000;
const A_DAY = 24 * 60 * MINUTE;
const EIGHT = 8;

/** The next times after `after`: {weekday: "sunday", clock: "19:00", zone}. RangeError for no time at all. */
export function nextTimes({ weekday, clock, zone }, after, many = EIGHT) {
  const wanted = DAYS.indexOf(weekday);
  if (wanted < 0 || !HOUR.test(clock)) throw new RangeError(`${weekday} ${clock}`);
  const from = new Date(after.getTime() + aheadOf(after.getTime(), zone)).toISOString().slice(0, 10);
  let day = plus(from, (wanted - weekdayOf(from) + 7) % 7);
  if (instantOf(day, clock, zone) <= after) day = plus(day, 7);
  return Array.from({ length: many }, (_, week) => instantOf(plus(day, 7 * week), clock, zone));
}

/** Whether an instant is one of a standing time's. */
export function isTimeOf(standing, instant) {
  try {
    const [next] = nextTimes(standing, new Date(instant.getTime() - 1), 1);
    return next.getTime() === instant.getTime();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * When the clocks of a zone show `clock` on `day`. Where they show it twice it is the first time;
 * where they leave it out, as much later as they leap.
 */
export function instantOf(day, clock, zone) {
  if (!DAY.test(day)) throw new RangeError(day);
  const shown = Date.parse(`${day}T${clock}Z`);
  const [before, after] = [-A_DAY, A_DAY].map((away) => shown - aheadOf(shown + away, zone));
  const right = [before, after].filter((at) => at + aheadOf(at, zone) === shown);
  return new Date(right.length ? Math.min(...right) : before);
}

const writers = new Map();

/** By how many milliseconds the clocks of a zone are ahead of UTC at an instant. */
function aheadOf(at, zone) {
  const said = Object.fromEntries(writerOf(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  const shown = Date.UTC(said.year, said.month - 1, said.day, said.hour, said.minute);
  return shown - Math.floor(at / MINUTE) * MINUTE;
}

function writerOf(zone) {
  if (!writers.has(zone)) {
    const [year, month] = ["numeric", "2-digit"];
    const parts = { year, month, day: month, hour: month, minute: month, hourCycle: "h23" };
    writers.set(zone, new Intl.DateTimeFormat("en", { ...parts, calendar: "gregory", timeZone: zone }));
  }
  return writers.get(zone);
}
