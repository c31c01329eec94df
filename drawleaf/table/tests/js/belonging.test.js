// What is said beside words: shown where it speaks of them and of this joint, and nowhere else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { joined } from "../../../web/tests/js/joined.js";
import { nameOf } from "#table/about.js";
import { sealedUuid } from "#web/vault/bytes.js";

const WORDS = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a001";
const OTHER = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a002";
const WEEK = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a003";
const words = { record: WORDS, revision: 1, digest: "D" };
const reply = (more, of = words) => ({ body: { about: nameOf(of), text: "Yes, gladly.", ...more } });

const shown = [];
globalThis.showLeaf = (card, leaf, place) => shown.push([card, leaf.trouble, place]);
const { belongs, watchBelonging } = await joined(
  "drawleaf/table/static/table/belonging.js",
  /^#web\/sealed\.js$/,
  "export const showLeaf = (...what) => globalThis.showLeaf(...what);",
);

test("a reply belongs to the words it names, whatever is wrong with either's seal", () => {
  assert.equal(belongs(reply({ joint: sealedUuid(WORDS) }), words, WORDS), true);
  const marked = { ...reply({ joint: sealedUuid(WORDS) }), trouble: "from_before" };
  assert.equal(belongs(marked, { ...words, trouble: "from_before" }, WORDS), true);
});

test("one to other words does not, nor to these as they were before, nor one that names none", () => {
  for (const of of [{ ...words, record: OTHER }, { ...words, digest: "D0" }, { ...words, revision: 2 }]) {
    assert.equal(belongs(reply({ joint: sealedUuid(WORDS) }, of), words, WORDS), false);
  }
  assert.equal(belongs({ body: { joint: sealedUuid(WORDS), text: "Yes, gladly." } }, words, WORDS), false);
});

test("one of another week of the same words does not belong to this week", () => {
  assert.equal(belongs(reply({ joint: sealedUuid(WEEK) }), words, WEEK), true);
  for (const joint of [sealedUuid(OTHER), sealedUuid(WORDS), WEEK, "", null]) {
    assert.equal(belongs(reply({ joint }), words, WEEK), false);
  }
});

test("one that names no joint, from before, belongs where the words have but one", () => {
  assert.equal(belongs(reply(), words, WORDS), true);
  assert.equal(belongs(reply(), words, WEEK), false);
});

function page(joint, ...leaves) {
  const place = { dataset: { record: WORDS, revision: "1" }, leaf: null };
  const replies = leaves.map((leaf) => ({ leaf, card: { hidden: true } }));
  for (const each of replies) each.closest = () => each.card;
  const fields = [{}];
  const listed = { "[data-belongs] sealed-text": replies, "[data-member=joint]": fields };
  globalThis.document = Object.assign(new EventTarget(), {
    querySelectorAll: (selector) => listed[selector],
    querySelector: () => place,
    getElementById: () => ({ textContent: JSON.stringify({ joint }) }),
  });
  watchBelonging();
  const opened = (leaf) => {
    place.leaf = leaf;
    document.dispatchEvent(new Event("sealed:opened"));
  };
  return { replies, fields, opened, hidden: () => replies.map(({ card }) => card.hidden) };
}

test("nothing is shown before the words are open; then what does not belong says only that", () => {
  shown.length = 0;
  const damaged = { trouble: "damaged" };
  const { replies, opened, hidden } = page(WEEK, reply({ joint: sealedUuid(WEEK) }), reply(), damaged);
  assert.deepEqual(hidden(), [true, true, true]);
  opened({ trouble: "damaged" });
  assert.deepEqual([hidden(), shown], [[true, true, true], []]);
  opened({ body: {}, digest: "D" });
  assert.deepEqual(hidden(), [false, false, false]);
  assert.deepEqual(shown, [[replies[1].card, "misplaced", replies[1]]]);
  assert.equal(replies[1].leaf.body, undefined);
});

test("a form for more of it names the joint that the page opens", () => {
  assert.equal(page(WEEK).fields[0].value, sealedUuid(WEEK));
});
