import assert from "node:assert/strict";
import { test } from "node:test";

import { around, finding, places, terms } from "#notebook/finding.js";

const entry = (text, day = "2026-11-22") => ({ body: { type: "entry", day, text } });
const found = (items, query) => finding(items)(terms(query)).map(({ item }) => item.body.text);

test("every word must be there, in any case, with or without accents", () => {
  const items = [entry("The Café was loud"), entry("A quiet cafe"), entry("Loud")];
  assert.deepEqual(found(items, "CAFE loud"), ["The Café was loud"]);
  assert.deepEqual(found(items, "café"), ["The Café was loud", "A quiet cafe"]);
  assert.deepEqual(found(items, "  "), []);
});

test("marks do not hide a word, and a day can be searched", () => {
  assert.equal(found([entry("so**up**")], "soup").length, 1);
  assert.equal(found([entry("x", "2025-01-02")], "2025-01").length, 1);
});

test("places are those of the text as it stands", () => {
  const text = "İzmir, cafe\u0301 and café";
  const cut = places(text, terms("cafe izmir")).map(([from, to]) => text.slice(from, to));
  assert.deepEqual(cut, ["İzmir", "cafe\u0301", "café"]);
  assert.deepEqual(places("aaaa", ["aa", "aaa"]), [
    [0, 2],
    [2, 4],
  ]);
});

test("the words around the first place come with it, and nothing is invented", () => {
  const text = `${"before ".repeat(40)}needle${" after".repeat(60)}`;
  const parts = around(text, ["needle"]);
  assert.deepEqual(
    parts.filter(({ isFound }) => isFound).map((part) => part.text),
    ["needle"],
  );
  const shown = parts
    .map((part) => part.text)
    .join("")
    .replaceAll("…", "");
  assert.ok(text.includes(shown));
  assert.ok(shown.length < 250);
});
