// The rules of the exploration: what is said of any answers, and what never is where there is fear.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mayFear, resultOf } from "#barriers/result.js";
import { questionsOf } from "#barriers/set.js";

const rules = {
  leans: { no: 0, little: 1, rather: 3, very: 4 },
  ...{ weighs: 4, most: 3, light: 1, enough: 2, calm: 6, fear: 1 },
};
const group = (name, more = {}) => ({
  ...{ sounds: `${name} sounds`, light: `${name} light`, step: `${name} step`, ...more },
  questions: { [`${name}_a`]: "", [`${name}_b`]: "", [`${name}_c`]: "" },
});
const family = {
  ...{ keep: "keep", together: ["keep"], alone: "alone", fear: ["four_c"] },
  groups: {
    one: group("one", { together: ["step"] }),
    two: group("two", { turn: "two for both", together: ["turn"], leads: "letter" }),
    three: group("three", { turn: "three for one", together: ["step"] }),
    four: group("four"),
  },
};
const questions = questionsOf(family).map(([name]) => name);
const ANSWERS = ["no", "little", "rather", "very", undefined];

/** {one: "rather rather no"} as answers; "-" is left open. */
function given(said, words = {}) {
  const answers = {};
  for (const [name, list] of Object.entries(said)) {
    list.split(" ").forEach((answer, at) => answer !== "-" && (answers[`${name}_${"abc"[at]}`] = answer));
  }
  return { answers, words };
}
const of = (said, { words, isAfraid } = {}) => {
  const all = given(said, words);
  return resultOf(family, rules, all, isAfraid ?? mayFear(family, rules, all));
};

test("one of each group in turn is asked, each once", () => {
  assert.deepEqual(questions.slice(0, 5), ["one_a", "two_a", "three_a", "four_a", "one_b"]);
  assert.equal(new Set(questions).size, 12);
});

test("a group is spoken of for one very much, or a rather that is not alone", () => {
  for (const [said, isHeavy] of [
    ["very - -", true], ["rather little no", true], ["no rather rather", true], ["rather - -", false],
    ["rather no no", false], ["little little little", false], ["no no no", false], ["- - -", false],
  ]) {
    assert.deepEqual(of({ two: said }).sounds, isHeavy ? ["two sounds"] : [], said);
  }
});

test("a group is called light where most of it was answered, and hardly any of it weighs", () => {
  for (const [said, isLight] of [
    ["no no no", true], ["no - little", true], ["no no -", true],
    ["no - -", false], ["little little no", false], ["- - -", false],
  ]) {
    assert.equal(of({ two: said }).light, isLight ? "two light" : "", said);
  }
});

test("the heaviest comes first, three at most, and the step is its own", () => {
  const all = of({ one: "rather little -", two: "very very -", three: "rather rather -", four: "very no no" });
  assert.deepEqual(all.sounds, ["two sounds", "three sounds", "one sounds"]);
  assert.deepEqual([all.step, all.leads, all.turn], ["two step", "letter", "two for both"]);
});

test("of what weighs the same, the first in the file comes first", () => {
  assert.deepEqual(of({ three: "very - -", one: "- very -" }).sounds, ["one sounds", "three sounds"]);
});

test("that nothing weighs is only said where enough was answered", () => {
  const much = of({ one: "no no no", two: "no little no" });
  assert.deepEqual([much.isCalm, much.isOpen, much.step], [true, false, "keep"]);
  const few = of({ one: "no no no" });
  assert.deepEqual([few.isCalm, few.isOpen], [false, true]);
});

test("where there may be fear, nothing takes the other one and nothing is called light or calm", () => {
  const said = { one: "very very very", two: "very very -", three: "very - -", four: "no no little" };
  const found = of(said);
  assert.deepEqual([found.step, found.turn], ["two step", "three for one"]);
  assert.deepEqual(found.sounds, ["one sounds", "two sounds", "three sounds"]);
  const little = of({ one: "no no no", two: "no no no", four: "no no little" });
  assert.deepEqual([little.light, little.isCalm, little.isOpen, little.step], ["", false, false, "alone"]);
  assert.equal(of({ one: "very - -" }, { isAfraid: true }).step, "alone");
});

test("own words beside a sentence about fear are taken for fear, unless a no stands there too", () => {
  const words = { four_c: "Sometimes." };
  assert.equal(mayFear(family, rules, given({}, words)), true);
  assert.equal(mayFear(family, rules, given({ four: "- - no" }, words)), false);
  assert.equal(mayFear(family, rules, given({}, { four_a: "Sometimes." })), false);
});

test("a thousand ways to answer: one step always, and with fear never one for two", () => {
  const forTwo = new Set(["one step", "three step", "two for both", "keep"]);
  for (let seed = 0; seed < 1000; seed += 1) {
    let rest = (seed * 48_271 + 11) % 2_147_483_647;
    const next = () => (rest = (rest * 48_271) % 2_147_483_647) % ANSWERS.length;
    const answers = Object.fromEntries(questions.map((name) => [name, ANSWERS[next()]]));
    const all = { answers, words: {} };
    const isAfraid = mayFear(family, rules, all);
    const found = resultOf(family, rules, all, isAfraid);
    assert.ok(found.step);
    assert.ok(found.sounds.length <= rules.most);
    if (!isAfraid) continue;
    assert.ok(![found.step, found.turn].some((text) => forTwo.has(text)), JSON.stringify(answers));
    assert.deepEqual([found.light, found.isCalm], ["", false]);
  }
});

test("an answer that is none of the words, as a hand-made record may hold, is no answer", () => {
  const odd = resultOf(family, rules, { answers: { one_a: "constructor", zero: "very" }, words: {} }, false);
  assert.deepEqual([odd.sounds, odd.light, odd.isOpen], [[], "", true]);
});
