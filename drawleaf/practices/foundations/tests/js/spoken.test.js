// What is read to who listens. No number is in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOfWords } from "../../../../web/tests/js/page_of_words.js";

pageOfWords({
  name_consistency: "Consistency",
  name_outside: "Outside",
  month_1: "seldom",
  month_3: "half",
  month_5: "always",
  outside_4: "rather heavy",
  week_of: "Week of {day}",
  spoken_one: "{name}: {last} in {until}.",
  spoken_same: "{name}: {last} throughout, {from} to {until}.",
  spoken: "{name}: {first} in {from}, {last} in {until}; {least} to {most}.",
  spoken_gaps: "Gaps.",
});
document.documentElement = { lang: "en" };
const { level, spoken, whenInWords } = await import("#foundations/spoken.js");

const points = (...values) => values.map((value, at) => ({ when: `2026-0${at + 1}`, value }));

test("nothing is said of nothing", () => {
  assert.equal(spoken("consistency", points(null, null)), "");
});

test("one point is said to be one", () => {
  assert.equal(spoken("consistency", points(null, 3)), "Consistency: half in February 2026.");
});

test("a line is said by its ends and its reach", () => {
  assert.equal(
    spoken("consistency", points(3, 1, 5)),
    "Consistency: half in January 2026, always in March 2026; seldom to always.",
  );
});

test("what never changed is said to be so", () => {
  assert.equal(spoken("consistency", points(3, 3)), "Consistency: half throughout, January 2026 to February 2026.");
});

test("gaps are said, and only those within the line", () => {
  assert.match(spoken("consistency", points(null, 3, null, 5)), /half in February 2026.* Gaps\.$/);
  assert.doesNotMatch(spoken("consistency", points(null, 3, 5, null)), /Gaps/);
});

test("a mean is said in the nearest word", () => {
  assert.equal(level("outside", 3.6), "rather heavy");
  assert.equal(whenInWords("2026-02"), "February 2026");
  assert.equal(whenInWords("2026-02-02").slice(0, 8), "Week of ");
});
