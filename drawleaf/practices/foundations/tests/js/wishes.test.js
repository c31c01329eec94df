import assert from "node:assert/strict";
import { test } from "node:test";
import { answerTo } from "#foundations/answers.js";
import { hopesOf } from "#foundations/hopes.js";
import { sealedUuid } from "#web/vault/bytes.js";

const RECORD = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a001";
const OTHER = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a002";
const [ana, bo] = [{ id: "ana" }, { id: "bo" }];
const wish = { record: RECORD, revision: 1, author: ana, digest: "D1", body: {} };
const THIS = [sealedUuid(RECORD), 1, "D1"];
const answer = (about, more = {}) => ({
  author: bo,
  body: { kind: "foundations.wish-answer", about, answer: "thanks" },
  ...more,
});

test("an answer of the other to this very wish is one", () => {
  assert.equal(answerTo(wish, answer(THIS)), "thanks");
  assert.equal(answerTo(wish, { ...answer(THIS), body: { ...answer(THIS).body, answer: "talk" } }), "talk");
});

test("nothing else is an answer to it", () => {
  const others = [
    undefined,
    { trouble: "damaged" },
    answer(THIS, { trouble: "not_mine" }),
    answer(THIS, { author: ana }),
    answer([sealedUuid(OTHER), 1, "D1"]),
    answer([sealedUuid(RECORD), 1, "D2"]),
    answer("about"),
    { author: bo, body: { ...answer(THIS).body, answer: "no" } },
    { author: bo, body: { ...answer(THIS).body, kind: "foundations.wish" } },
  ];
  for (const each of others) assert.equal(answerTo(wish, each), "");
  assert.equal(answerTo({ ...wish, trouble: "changed" }, answer(THIS)), "");
});

test("what one hopes stands once, though it was marked on two devices", () => {
  const item = (record, members) => ({ record, revision: 1, body: { type: "trust", ...members } });
  const marked = { foundation: "boundaries", what: "A no.", example: "no" };
  const own = { foundation: "boundaries", what: "Quiet." };
  const found = hopesOf([item("a", marked), item("b", own), item("c", marked), item("d", own)]);
  assert.deepEqual(
    found.map(({ record, twins }) => [record, twins.map((twin) => twin.record)]),
    [["c", ["a"]], ["b", []], ["d", []]],
  );
});

test("what is no hope, or in doubt, is left alone", () => {
  const items = [
    { record: "a", revision: 1, body: { type: "entry", what: "x" } },
    { record: "b", revision: 1, body: { type: "trust", foundation: "boundaries", what: 7 } },
    { record: "c", revision: 1, body: { type: "trust", foundation: "boundaries", what: "x" }, trouble: "stale" },
    { record: "d", revision: 1, trouble: "damaged" },
  ];
  assert.deepEqual(hopesOf(items), []);
});
