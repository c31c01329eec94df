import assert from "node:assert/strict";
import { test } from "node:test";

import { parse } from "#web/markdown.js";
import { passageOf } from "#table/passage/passage.js";
import { markable } from "#table/passage/sentences.js";

const TEXT = `I was short with him. It was not about the *bags at all*. I would rather you asked!
Or not.

- soup, and
- **bread**. Then butter

> He said: later. I said: when?

# Sunday`;

function sentences(text) {
  return markable(parse(text)).flatMap(({ node, sentences: found }) =>
    found.map((atoms) => node.words.slice(atoms[0].at, atoms.at(-1).end).trim()),
  );
}

function marked(text, isMarked) {
  const blocks = markable(parse(text));
  const atoms = blocks
    .flatMap(({ sentences: found }) => found)
    .filter((_, at) => isMarked(at))
    .flat();
  return passageOf(blocks, new Set(atoms));
}

test("a link is marked as a whole, never inside its address", () => {
  const text = "Read [the long way](https://a.example/b.c) first. Then ask.";
  const [{ sentences: found }] = markable(parse(text));
  const atoms = found[0].map(({ at, end }) => text.slice(at, end));
  assert.deepEqual(atoms, ["Read", "[the long way](https://a.example/b.c)", "first."]);
  assert.equal(marked(text, (index) => index === 0), text.slice(0, text.indexOf(" Then")));
});

test("a text falls into what one can touch", () => {
  assert.deepEqual(sentences(TEXT), [
    "I was short with him.",
    "It was not about the *bags at all*.",
    "I would rather you asked!",
    "Or not.",
    "soup, and",
    "**bread**.",
    "Then butter",
    "He said: later.",
    "I said: when?",
    "Sunday",
  ]);
});

test("neighbours are shared as they stand", () => {
  assert.equal(
    marked(TEXT, (at) => at === 1 || at === 2),
    "It was not about the *bags at all*. I would rather you asked!",
  );
});

test("what is left out between two places is marked as left out", () => {
  assert.equal(
    marked(TEXT, (at) => at === 0 || at === 2),
    "I was short with him. … I would rather you asked!",
  );
});

test("lists, quotes and headings stay what they are", () => {
  const passage = marked(TEXT, (at) => at >= 4);
  assert.equal(
    passage,
    "- soup, and\n- **bread**. Then butter\n\n> He said: later. I said: when?\n\n# Sunday",
  );
});

test("everything marked reads like the whole", () => {
  for (const text of [
    TEXT,
    "1. one\n2. two\n   - deep",
    "a `b c` d\n\n```\nx  y\n```",
    "漢字です。次の文。",
  ]) {
    const all = marked(text, () => true);
    const words = (source) => sentences(source).join(" ").replace(/\s+/g, " ");
    assert.equal(words(all), words(text));
  }
});

test("a sentence ends where people end it", () => {
  assert.equal(
    sentences("It cost 3.14, he said. “Really?” I did not answer…  Then I did.").length,
    4,
  );
  assert.equal(sentences("漢字です。次の文。").length, 2);
});

test("nothing marked is nothing to share", () => {
  assert.equal(
    marked(TEXT, () => false),
    "",
  );
});
