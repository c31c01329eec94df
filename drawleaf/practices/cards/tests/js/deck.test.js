import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { byChance, deckOf, drawn, freeOf, usesOf } from "#cards/deck.js";
import { chanceOf } from "../../../../web/tests/js/chance.js";

/** The true deck, as far as drawing looks at it. */
function trueDeck() {
  const text = readFileSync(new URL("../../content/en/cards@1.toml", import.meta.url), "utf8");
  const questions = {};
  for (const [, name, theme, depth] of text.matchAll(/\[question\.([a-z]+-\d\d)\]\n.*\ntheme = "(\w+)"\ndepth = (\d)/g)) {
    questions[name] = { asks: name, theme, depth: Number(depth) };
  }
  return deckOf({ "cards@1": { questions }, "well@1": { questions: { well: { asks: "What we do well." } } } });
}

const deck = trueDeck();
const laid = ({ id }) => ({ body: { asks: id } });
const THEMES = ["play", "insecurities", "fears", "aspirations"];

test("the deck is two hundred cards, and no other question", () => {
  assert.equal(deck.length, 200);
  assert.ok(deck.some(({ id }) => id === "cards@1/light-01"));
  assert.ok(deck.every(({ id }) => id.startsWith("cards@1/")));
});

test("none comes again before all fifty of a depth were used, round after round", () => {
  for (const depth of [1, 2, 3, 4]) {
    const chance = chanceOf(depth);
    const table = [];
    for (let round = 0; round < 3; round += 1) {
      const seen = new Set();
      for (let count = 0; count < 50; count += 1) {
        const { free, again } = freeOf(deck, usesOf(table), { depth });
        assert.equal(again, round > 0);
        const card = drawn(free, new Set(), chance);
        assert.equal(card.depth, depth);
        assert.ok(!seen.has(card.id));
        seen.add(card.id);
        table.push(laid(card));
      }
      assert.equal(seen.size, 50);
    }
  }
});

test("of a theme none comes again before all of that theme were used", () => {
  for (const theme of THEMES) {
    const own = deck.filter((card) => card.depth === 2 && card.theme === theme);
    const table = [];
    const chance = chanceOf(theme.length);
    for (let count = 0; count < own.length; count += 1) {
      const card = drawn(freeOf(deck, usesOf(table), { depth: 2, theme }).free, new Set(), chance);
      assert.equal(card.theme, theme);
      table.push(laid(card));
    }
    assert.equal(usesOf(table).size, own.length);
    assert.equal(freeOf(deck, usesOf(table), { depth: 2, theme }).again, true);
    const others = freeOf(deck, usesOf(table), { depth: 2 });
    assert.equal(others.again, false, "the rest of the depth has not been used yet");
    assert.equal(others.free.length, 50 - own.length);
  }
});

test("another one is another one, until all were looked at", () => {
  const { free } = freeOf(deck, new Map(), { depth: 1, theme: "play" });
  const looked = new Set();
  const chance = chanceOf(7);
  const found = free.map(() => drawn(free, looked, chance).id);
  assert.equal(new Set(found).size, free.length);
  assert.ok(drawn(free, looked, chance), "then they may be looked at again");
  assert.equal(looked.size, 1);
});

/** Two phones at one table: each draws by what it knows, looks again before it lays, and learns late. */
function twoPhones(seed, isBlind) {
  const chance = chanceOf(seed);
  const [table, twice] = [[], []];
  const phones = [0, 1].map(() => ({ knows: 0, card: null }));
  const used = (phone) => usesOf(table.slice(0, phone.knows));
  const draw = (phone) => drawn(freeOf(deck, used(phone), { depth: 1 }).free, new Set(), chance);
  while (usesOf(table).size < 50) {
    const phone = phones[chance(2)];
    phone.card ??= draw(phone);
    if (!chance(2)) continue;
    // In the very moment in which the other lays one too, a phone does not know of it yet.
    if (!(isBlind && !chance(4))) phone.knows = table.length;
    const { free } = freeOf(deck, used(phone), { depth: 1 });
    if (!free.some(({ id }) => id === phone.card.id)) phone.card = draw(phone);
    if (usesOf(table).has(phone.card.id)) twice.push(phone.card.id);
    table.push(laid(phone.card));
    phone.card = null;
  }
  return { table, twice };
}

test("two who draw at once lay no card twice before all were laid", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const { table, twice } = twoPhones(seed, false);
    assert.deepEqual(twice, []);
    assert.equal(table.length, 50);
  }
});

test("laid by both in one moment, a card lies there twice, and comes no third time", () => {
  let met = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const { table, twice } = twoPhones(seed, true);
    met += twice.length;
    const uses = usesOf(table);
    const { free } = freeOf(deck, uses, { depth: 1 });
    for (const id of twice) assert.ok(!free.some((card) => card.id === id) || uses.get(id) === Math.min(...uses.values()));
    assert.equal(uses.size, 50);
  }
  assert.ok(met > 0, "so that this is seen at all");
});

test("what names no card, or says it in another way, is no use of one", () => {
  const odd = [{ body: { asks: 7 } }, { body: {} }, {}, { body: { asks: "cards@1/constructor" } }];
  assert.equal(freeOf(deck, usesOf(odd), { depth: 1 }).free.length, 50);
});

test("chance is below its bound, and reaches each number", () => {
  const found = new Set(Array.from({ length: 2000 }, () => byChance(50)));
  assert.equal(found.size, 50);
  assert.ok([...found].every((number) => Number.isInteger(number) && number >= 0 && number < 50));
  assert.equal(byChance(1), 0);
});
