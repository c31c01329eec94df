import assert from "node:assert/strict";
import { test } from "node:test";
import { byMonth } from "#table/our_page/months.js";

const days = (items) => byMonth(items).map(([month, here]) => [month, here.map(({ day, came }) => `${day} ${came}`)]);

test("the newest month stands first, and within a month its first day", () => {
  const items = ["2026-11-03", "2025-12-31", "2026-11-01", "2026-02-10", "2026-11-02"].map((day, came) => ({ day, came }));
  assert.deepEqual(days(items), [
    ["2026-11", ["2026-11-01 2", "2026-11-02 4", "2026-11-03 0"]],
    ["2026-02", ["2026-02-10 3"]],
    ["2025-12", ["2025-12-31 1"]],
  ]);
});

test("what was added on one day stands in the order in which it came", () => {
  const items = [7, -2, 0, 3].map((came) => ({ day: "2026-11-01", came }));
  assert.deepEqual(days(items), [["2026-11", [-2, 0, 3, 7].map((came) => `2026-11-01 ${came}`)]]);
});

test("what has no day to be read comes first, the last first, and breaks nothing", () => {
  for (const day of ["", "yesterday", "2026-13-01", "constructor"]) {
    const items = [{ day, came: 1 }, { day: "2026-11-01", came: 0 }, { day, came: 2 }];
    assert.deepEqual(days(items), [["", [`${day} 2`, `${day} 1`]], ["2026-11", ["2026-11-01 0"]]]);
  }
  assert.deepEqual(byMonth([]), []);
});
