// Days are each author's own, whatever their clocks do: against the calendar of the platform.
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOfRests } from "#rituals/rhythm.js";
import { between, plus, today, weekdayOf } from "#web/days.js";

const HALF_HOUR = 1_800_000;
const ZONES = ["Pacific/Auckland", "Europe/Lisbon", "America/Los_Angeles", "Asia/Kathmandu"];
// Both clock changes of both, a leap day, and a new year.
const TURNS = ["2026-03-29", "2026-04-05", "2026-09-27", "2026-10-25", "2028-02-29", "2027-01-01"];

const truth = (zone) => new Intl.DateTimeFormat("en-CA", { timeZone: zone });

function inZone(zone, act) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return act();
  } finally {
    process.env.TZ = before ?? "";
  }
}

test("today is the day where one is, across every change of the clocks", () => {
  let asked = 0;
  for (const zone of ZONES) {
    const calendar = truth(zone);
    inZone(zone, () => {
      for (const turn of TURNS) {
        const noon = Date.parse(`${turn}T12:00Z`);
        for (let at = noon - 60 * HALF_HOUR; at < noon + 60 * HALF_HOUR; at += HALF_HOUR) {
          assert.equal(today(new Date(at)), calendar.format(at), `${zone} ${new Date(at).toISOString()}`);
          asked += 1;
        }
      }
    });
  }
  assert.equal(asked, ZONES.length * TURNS.length * 120);
});

test("yesterday is the day before, in every zone, on every day of years", () => {
  for (const zone of ZONES) {
    inZone(zone, () => {
      let day = "2024-01-01";
      for (let number = 0; number < 1600; number += 1) {
        const next = plus(day, 1);
        assert.equal(plus(next, -1), day);
        assert.equal(between(day, next), 1);
        assert.equal(weekdayOf(next), (weekdayOf(day) + 1) % 7);
        assert.ok(next > day);
        day = next;
      }
      assert.equal(day, "2028-05-19");
      assert.equal(plus("2028-02-28", 1), "2028-02-29");
      assert.equal(weekdayOf("2026-11-30"), 0);
    });
  }
});

test("a rest is drawn on each of its days, and on none that has not come", () => {
  const days = daysOfRests([{ day: "2028-02-27", until: "2028-03-02" }], "2028-03-01");
  assert.deepEqual([...days], ["2028-02-27", "2028-02-28", "2028-02-29", "2028-03-01"]);
  assert.equal(daysOfRests([{ day: "2028-03-02", until: "2028-02-27" }], "2028-03-01").size, 0);
});
