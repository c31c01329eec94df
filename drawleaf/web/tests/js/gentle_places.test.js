// Where what is pointed at stands, whatever it is written with.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { look } from "#web/gentle.js";
import { toml } from "./toml.js";

const HERE = import.meta.dirname;
const rules = toml(join(HERE, "..", "..", "content", "en", "gentle@1.toml"));
const WORDS = 10_000;
// A pattern that never ends takes minutes. How fast it is, is no matter of a test.
const SLOW = 5_000;

const found = (text) => look(text, rules).map(({ start, end, family }) => [family, text.slice(start, end)]);

test("an empty text has nothing in it", () => {
  for (const text of ["", " ", "\n\n", "…", "?!"]) assert.deepEqual(look(text, rules), []);
});

test("the very words are found, wherever they stand", () => {
  assert.deepEqual(found("We were late, I know. But you never listen to me, and then it rains."), [
    ["absolutes", "you never listen"],
  ]);
  assert.deepEqual(found("You’re such a liar.\n\n- Whatever.\n- you always leave everything to me"), [
    ["name-calling", "You’re such a liar"],
    ["contempt", "Whatever"],
    ["absolutes", "you always leave"],
  ]);
});

test("a finding says which rule found it, with a shape and a reason", () => {
  for (const { rule, family } of look("You never listen. You're pathetic.", rules)) {
    assert.ok(rules[family].rules.includes(rule));
    assert.ok(rule.shape && rule.reason);
  }
});

test("it does not matter which apostrophe, letters, spaces or stars", () => {
  const all = [
    "You're such a liar",
    "You’re such a liar",
    "youre such a liar",
    "YOU'RE SUCH A LIAR",
    "You're\u00a0such\ta liar",
    "You're *such* a _liar_",
  ];
  for (const text of all) assert.equal(found(text)[0]?.[0], "name-calling", text);
});

test("letters that grow when they are made small do not move what is found", () => {
  assert.deepEqual(found("İİİ straße. You never listen to me. İ"), [["absolutes", "You never listen"]]);
});

test("what is quoted is not said", () => {
  const quoted = [
    'When you said "you never listen", it stung.',
    "When you said “you never listen”, it stung.",
    "When you said ‘you don’t ever listen’, it stung.",
    "When you said 'you're a liar', it stung.",
    "I never said you were selfish, and I don't think you're a liar.",
  ];
  for (const text of quoted) assert.deepEqual(found(text), [], text);
});

test("nothing is found over something else", () => {
  const text = "You always act like a spoilt child, you never listen, you're pathetic and you make me sick.";
  const places = look(text, rules);
  assert.ok(places.length > 2);
  places.slice(1).forEach(({ start }, at) => assert.ok(start >= places[at].end));
});

test("nobody is told to soften that they are hurt, afraid, or leaving to be safe", () => {
  const said = [
    "You hit me, and I am afraid of you.",
    "If you hit me again I will leave you and take the children.",
    "If you scream at me again, I'm leaving.",
    "You always hit me when you are drunk.",
    "You never let me see my friends.",
    "You are controlling me.",
    "You are violent.",
    "I don't feel safe with you.",
    "If you don't stop drinking, I will leave.",
    "I'll tell everyone what you did to me.",
    "I am leaving you. I have thought about it for a year.",
    "I'll kill myself if you leave.",
    "Everyone would be better off without me.",
  ];
  for (const text of said) assert.deepEqual(found(text), [], text);
});

test("anger that is said well, praise and plain facts are left alone", () => {
  const said = [
    "I am furious that you told them, and I want to talk about it tonight.",
    "You lied to me about the money. I don't know how to go on.",
    "You always know what to say when I am low.",
    "You've never once made me feel small.",
    "Do you always take the early train?",
    "If you don't mind, I'll take the window seat.",
    "I will leave the room when it gets loud, and come back in twenty minutes.",
    "I'm afraid that you don't love me any more.",
  ];
  for (const text of said) assert.deepEqual(found(text), [], text);
});

/** The quickest of some runs, in milliseconds of this process alone: other work does not count. */
function quickest(act) {
  const times = Array.from({ length: 15 }, () => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test("a long text takes no time", (t) => {
  const { sentence } = toml(join(HERE, "..", "gentle", "first.toml"));
  const once = sentence.map(({ text }) => text).join(" ");
  const text = `${once} `.repeat(Math.ceil(WORDS / once.split(" ").length));
  assert.ok(text.split(" ").length >= WORDS);
  const took = quickest(() => look(text, rules));
  t.diagnostic(`${WORDS} words: ${took.toFixed(0)} ms`);
  assert.ok(took < SLOW, `${took} ms`);
});

const HOSTILE = {
  "one word": "a".repeat(100_000),
  "only blanks": " ".repeat(100_000),
  "only you": "you ".repeat(25_000),
  "you with no end": `you ${"a".repeat(100_000)}`,
  "never an end of the sentence": "you never listen and if you go i am leaving ".repeat(2_000),
  conditions: "if you ".repeat(15_000),
  "marks of quotation": `"'“‘`.repeat(20_000),
  apostrophes: "'a".repeat(50_000),
  points: ".".repeat(100_000),
  lines: "\n".repeat(100_000),
  brackets: "({[".repeat(30_000),
  signs: "◊\uFFFC\u0000\uD800".repeat(20_000),
  hyphens: "you-".repeat(25_000),
};

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`a text that is there to hold it up does not: ${name}`, () => {
    const places = look(text, rules);
    for (const { start, end } of places) assert.ok(start >= 0 && start < end && end <= text.length);
    const took = quickest(() => look(text, rules));
    assert.ok(took < SLOW, `${took} ms`);
  });
}
