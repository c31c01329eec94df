import assert from "node:assert/strict";
import { test } from "node:test";
import { instantOf, isTimeOf, nextTimes } from "#checkin/instants.js";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
// Clocks that change by an hour and by half an hour, north and south of the line, and some that never do.
const ZONES = [
  "Europe/Lisbon", "Europe/Berlin", "America/New_York", "America/St_Johns", "America/Santiago",
  "Pacific/Auckland", "Australia/Lord_Howe", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Apia", "UTC",
];

const PARTS = { weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const WRITERS = new Map(ZONES.map((zone) => [zone, new Intl.DateTimeFormat("en", { ...PARTS, timeZone: zone })]));

/** What the clocks of a zone show: {weekday, clock}. */
function shown(instant, zone) {
  const said = Object.fromEntries(WRITERS.get(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  return { weekday: said.weekday.toLowerCase(), clock: `${said.hour}:${said.minute}` };
}

/** The same numbers on every run, between 0 and 1. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function cases(many) {
  const next = chance(7);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  return Array.from({ length: many }, () => ({
    // Most of them where clocks change: on a Sunday, in the small hours.
    weekday: next() < 0.7 ? "sunday" : pick(DAYS),
    clock: `${two(next() < 0.7 ? next() * 4 : next() * 24)}:${pick(["00", "15", "30", "45"])}`,
    zone: pick(ZONES),
    // Eight weeks from here on, clocks change.
    after: new Date(Date.UTC(2025 + Math.floor(next() * 6), next() < 0.5 ? 1 : 8, 1 + next() * 30, next() * 24)),
  }));
}

// From an hour before to an hour after.
const HALVES = [-2, -1, 1, 2].map((half) => (half * HOUR) / 2);
const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

test("eight times, each on its day and at its hour by that clock, whatever the clocks do", () => {
  let [leaps, twice] = [0, 0];
  for (const { after, ...standing } of cases(1000)) {
    const times = nextTimes(standing, after);
    const { weekday, clock, zone } = standing;
    const about = JSON.stringify({ ...standing, after });
    assert.equal(times.length, 8, about);
    assert.ok(times[0] > after && times[0] - after <= WEEK + HOUR, about);
    for (const [at, time] of times.entries()) {
      const here = shown(time, zone);
      const around = (from, to) => HALVES.slice(from, to).map((away) => shown(new Date(time.getTime() + away), zone).clock);
      assert.equal(here.weekday, weekday, about);
      assert.ok(!around(0, 2).includes(clock), `the second of two: ${about}`);
      const again = around(2).includes(clock);
      if (here.clock === clock) twice += again;
      else {
        // Only where the clocks leave that minute out, by as much as they leap.
        leaps += 1;
        assert.ok(!again && [30, 60].includes(minutes(here.clock) - minutes(clock)), about);
      }
      if (at) assert.ok(Math.abs(time - times[at - 1] - WEEK) <= HOUR, about);
      assert.ok(isTimeOf(standing, time), about);
      assert.ok(!isTimeOf(standing, new Date(time.getTime() + 60_000)), about);
    }
  }
  assert.ok(leaps > 20 && twice > 20, `${leaps} left out, ${twice} shown twice`);
});

test("at both clock changes in Lisbon it stays seven in the evening", () => {
  const standing = { weekday: "sunday", clock: "19:00", zone: "Europe/Lisbon" };
  const said = (after) => nextTimes(standing, new Date(after), 2).map((at) => at.toISOString());
  assert.deepEqual(said("2026-10-15T00:00:00Z"), ["2026-10-18T18:00:00.000Z", "2026-10-25T19:00:00.000Z"]);
  assert.deepEqual(said("2027-03-20T00:00:00Z"), ["2027-03-21T19:00:00.000Z", "2027-03-28T18:00:00.000Z"]);
});

test("an hour that the clocks show twice, or leave out", () => {
  assert.equal(instantOf("2026-10-25", "01:30", "Europe/Lisbon").toISOString(), "2026-10-25T00:30:00.000Z");
  assert.equal(instantOf("2027-03-28", "01:30", "Europe/Lisbon").toISOString(), "2027-03-28T01:30:00.000Z");
  assert.equal(instantOf("2026-11-01", "01:30", "America/New_York").toISOString(), "2026-11-01T05:30:00.000Z");
  assert.equal(instantOf("2027-03-14", "02:30", "America/New_York").toISOString(), "2027-03-14T07:30:00.000Z");
});

test("the very minute is over; the minute before it is not", () => {
  const standing = { weekday: "sunday", clock: "19:00", zone: "UTC" };
  const [next] = nextTimes(standing, new Date("2026-11-29T18:59:00Z"));
  assert.equal(next.toISOString(), "2026-11-29T19:00:00.000Z");
  assert.equal(nextTimes(standing, next)[0] - next, WEEK);
});

test("words that say no time are none", () => {
  const right = { weekday: "sunday", clock: "19:00", zone: "UTC" };
  for (const wrong of [
    { weekday: "someday" }, { weekday: 7 }, { weekday: undefined }, { clock: "24:00" }, { clock: "7" },
    { clock: ["19:00", "x"] }, { clock: undefined }, { zone: "Nowhere/Here" }, { zone: "" }, { zone: 5 },
  ]) {
    assert.throws(() => nextTimes({ ...right, ...wrong }, new Date()), RangeError, JSON.stringify(wrong));
    assert.equal(isTimeOf({ ...right, ...wrong }, new Date()), false);
  }
});
