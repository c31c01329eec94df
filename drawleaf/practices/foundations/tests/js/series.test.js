import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOf, hasGaps, moved, standing, trendOf } from "#foundations/series.js";

const TODAY = "2026-11-28";
const month = (name, consistency) => ({ month: name, said: { consistency } });
const values = (points) => points.map(({ value }) => value);

test("months are counted over the turn of a year", () => {
  assert.equal(moved("2026-01", -1), "2025-12");
  assert.equal(moved("2026-11", 2), "2027-01");
  assert.equal(moved("2026-11", -119), "2016-12");
});

test("days are entries with dots; nothing else in the notebook is one", () => {
  const entry = (members) => ({ body: { type: "entry", day: "2026-11-02", text: "x", ...members } });
  const items = [
    entry({ close: 3 }),
    entry({ outside: 5 }),
    entry({}),
    entry({ close: 0, outside: 6 }),
    entry({ close: 2, day: "soon" }),
    { ...entry({ close: 2 }), trouble: "stale" },
    { body: { type: "foundations", day: "2026-11-02", month: "2026-11", close: 2 } },
    { trouble: "damaged" },
  ];
  assert.deepEqual(daysOf(items), [items[0].body, items[1].body]);
});

test("with nothing there is nothing to draw", () => {
  const it = trendOf({ months: [], days: [] }, "year", TODAY);
  for (const points of [...Object.values(it.months), ...Object.values(it.days)]) {
    assert.deepEqual(standing(points), []);
    assert.equal(hasGaps(points), false);
  }
  assert.equal(it.isLong, false);
});

test("one month is a point among half a year", () => {
  const it = trendOf({ months: [month("2026-11", 4)], days: [] }, "year", TODAY);
  assert.deepEqual([it.from, it.until], ["2026-06", "2026-11"]);
  assert.deepEqual(values(it.months.consistency), [null, null, null, null, null, 4]);
  const [{ x }] = standing(it.months.consistency);
  assert.ok(it.range[0] < x && x < it.range[1]);
});

test("a month that was left out is a gap, and no line goes over it", () => {
  const months = [month("2026-11", 4), month("2026-09", 2), month("2026-08", 2)];
  const { consistency, boundaries } = trendOf({ months, days: [] }, "year", TODAY).months;
  assert.deepEqual(values(consistency), [null, null, 2, 2, null, 4]);
  assert.equal(hasGaps(consistency), true);
  assert.deepEqual(standing(boundaries), []);
});

test("a year is the twelve months that end with this one; all years begin with the first", () => {
  const months = [month("2026-11", 1), month("2019-03", 5)];
  const year = trendOf({ months, days: [] }, "year", TODAY);
  assert.deepEqual([year.from, year.isLong, year.months.consistency.length], ["2025-12", true, 12]);
  const all = trendOf({ months, days: [] }, "all", TODAY);
  assert.deepEqual([all.from, all.isLong, all.months.consistency.length], ["2019-03", true, 93]);
  assert.equal(all.years.length, 7, "a rule a new year");
});

test("over a year the days stand week by week, over all years by month, each at their mean", () => {
  const days = [
    { day: "2026-11-16", close: 1 },
    { day: "2026-11-22", close: 4, outside: 2 },
    { day: "2026-11-23", close: 5 },
  ];
  const weeks = trendOf({ months: [], days }, "year", TODAY).days;
  assert.deepEqual(
    standing(weeks.close).map(({ when, value }) => [when, value]),
    [["2026-11-16", 2.5], ["2026-11-23", 5]],
  );
  const months = trendOf({ months: [], days }, "all", TODAY).days;
  assert.deepEqual(standing(months.close).map(({ when, value }) => [when, Math.round(value * 3)]), [["2026-11", 10]]);
  assert.deepEqual(standing(months.outside).map(({ value }) => value), [2]);
});

test("a week over the turn of the year is one week, and one of days to come is none", () => {
  const days = [{ day: "2025-12-31", close: 2 }, { day: "2026-01-01", close: 4 }, { day: "2027-01-01", close: 5 }];
  const { close } = trendOf({ months: [], days }, "year", TODAY).days;
  assert.deepEqual(standing(close).map(({ when, value }) => [when, value]), [["2025-12-29", 3]]);
});
