// How an entry is told in a row: its first line by itself, and nothing run together.
import assert from "node:assert/strict";
import { test } from "node:test";

import { besideOf, firstWords, inOneLine } from "#notebook/written.js";

const first = (text) => firstWords({ body: { type: "entry", text } });

test("a heading stands by itself, above the words it heads", () => {
  assert.equal(first("# Sunday\nThe *soup*\nwas good."), "Sunday\nThe soup · was good.");
  assert.equal(first("One line."), "One line.");
  assert.equal(first(" \n"), "");
});

test("what follows is cut where the row is full", () => {
  const told = first(`# Sunday\n${"word ".repeat(60)}`);
  assert.ok(told.startsWith("Sunday\nword word"));
  assert.ok(told.endsWith("…") && told.length === 91);
});

test("in one line, a dot stands where nothing else tells two lines apart", () => {
  assert.equal(inOneLine("Title\nText.\nMore,\n and\n\nmore"), "Title · Text. More, and · more");
});

test("what stands beside the words stays when they change", () => {
  const body = { kind: "notebook.record", type: "entry", day: "2026-11-01", text: "Soup.", close: 4, unsent: true, also: "x" };
  assert.deepEqual(besideOf({ body }), { close: 4, unsent: true });
});
