// Setting a mark takes nothing away that stands beside it, whichever tab or form it comes from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { joined } from "../../../../web/tests/js/joined.js";

const RITUAL = { couple: "c", joint: "j" };
const DAY = "2026-11-28";
globalThis.table = {};

// Sealing, laying and sending have tests of their own.
const { setMark } = await joined(
  "drawleaf/practices/rituals/static/rituals/marks.js",
  /^#web\/(sealed|store|vault)\.js$/,
  `export const needOfPage = () => {}, lying = async () => globalThis.table.row;
  export const textOf = (body, name) => (typeof body[name] === "string" ? body[name] : "");
  export const openOnTable = async () => ({ body: globalThis.table.body, trouble: globalThis.table.trouble });
  export const layAndSend = async (to, place, body) => (globalThis.table.laid = body);
  export const tickRecord = async () => "r", who = async () => ({ person: "ana" });`,
);

/** What is laid where `standing` (and its trouble) lies there already. */
async function set(standing, done, words, trouble) {
  const row = standing && { record: "r", author: "ana", revision: 1, envelope: "e" };
  globalThis.table = { row, body: { kind: "ritual.tick", day: DAY, ...standing }, trouble };
  await setMark(RITUAL, "/ticks/", DAY, done, words);
  const { kind, day, ...laid } = globalThis.table.laid;
  assert.deepEqual([kind, day], ["ritual.tick", DAY]);
  assert.deepEqual(Object.keys(globalThis.table.laid).slice(0, 3), ["kind", "day", "done"]);
  return laid;
}

test("words kept in another tab stay, and those of a form opened before follow on them", async () => {
  const standing = { done: true, what: "You sat with me.", mattered: "I was tired." };
  assert.deepEqual(await set(standing, true, { what: "You rang." }), {
    ...standing,
    what: "You sat with me.\n\nYou rang.",
  });
});

test("a mark without words, once more, keeps the words that stand there", async () => {
  const standing = { done: true, what: "You sat with me." };
  assert.deepEqual(await set(standing, true), standing);
});

test("the same words twice stand there once", async () => {
  const standing = { done: true, what: "You sat with me." };
  assert.deepEqual(await set(standing, true, { what: "You sat with me." }), standing);
});

test("what takes the words away takes them all", async () => {
  assert.deepEqual(await set({ done: true, what: "You sat with me." }, false), { done: false });
});

test("what is not one's own without a doubt is not sealed again as if it were", async () => {
  const laid = await set({ done: true, what: "Not hers." }, true, { what: "You rang." }, "not_mine");
  assert.deepEqual(laid, { done: true, what: "You rang." });
});

test("a first mark is the mark and its words alone", async () => {
  assert.deepEqual(await set(null, true, { what: "You rang." }), { done: true, what: "You rang." });
});
