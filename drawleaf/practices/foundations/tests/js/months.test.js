import assert from "node:assert/strict";
import { test } from "node:test";
import { monthsOf, saidIn } from "#foundations/months.js";

const item = (record, month, members, more = {}) => ({
  record,
  revision: 1,
  body: { kind: "notebook.record", type: "foundations", day: `${month}-20`, month, ...members },
  ...more,
});

test("months stand with the latest first, whatever the order in which they came", () => {
  const items = ["2025-12", "2026-11", "2026-02"].map((month) => item(month, month, { consistency: 3 }));
  assert.deepEqual(
    monthsOf(items).map(({ month }) => month),
    ["2026-11", "2026-02", "2025-12"],
  );
});

test("what is no month, or in doubt, is left alone", () => {
  const entry = { record: "e", revision: 1, body: { type: "entry", day: "2026-11-22", text: "oat" } };
  const items = [
    entry,
    { record: "t", revision: 2, body: { kind: "notebook.record", type: "tombstone" } },
    { record: "d", revision: 1, trouble: "damaged" },
    item("s", "2026-10", { consistency: 1 }, { trouble: "stale" }),
    ...["2026-13", "2026-1", "autumn", 202611].map((month) => item("m", month, { consistency: 1 })),
  ];
  assert.deepEqual(monthsOf(items), []);
});

test("only dots of one to five and words are something said", () => {
  const members = { consistency: 5, transparency: 0, accountability: 6, boundaries: "4" };
  const lines = { consistency_line: " ", transparency_line: "Asked twice.", boundaries_line: 4, more: "x" };
  assert.deepEqual(saidIn({ ...lines, ...members }), { consistency: 5, transparency_line: "Asked twice." });
});

test("a month of two devices is one: the newer dots, and the lines of both", () => {
  const there = item("a", "2026-11", { consistency: 2, boundaries: 4, consistency_line: "On the train." });
  const here = item("b", "2026-11", { consistency: 5, consistency_line: "At home.", transparency_line: "Plain." });
  const [month] = monthsOf([there, here]);
  assert.deepEqual(month, {
    month: "2026-11",
    said: {
      consistency: 5,
      consistency_line: "On the train.\n\nAt home.",
      transparency_line: "Plain.",
      boundaries: 4,
    },
    record: "b",
    revision: 1,
    twins: [{ record: "a", revision: 1 }],
  });
});

test("the same line on two devices stands once", () => {
  const same = { consistency_line: "On the train." };
  const [{ said }] = monthsOf([item("a", "2026-11", same), item("b", "2026-11", same)]);
  assert.deepEqual(said, same);
});
