import assert from "node:assert/strict";
import { test } from "node:test";
import { leafAt, nameOf, speaksOf } from "#table/about.js";
import { sealedUuid } from "#web/vault/bytes.js";

const RECORD = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a001";
const OTHER = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a002";
const words = { record: RECORD, revision: 2, digest: "D2" };
const act = (about, more = {}) => ({ body: { about }, ...more });
const THESE = nameOf(words);

test("an act that names record, revision and digest speaks of these words", () => {
  assert.equal(speaksOf(act(THESE), words), "these");
});

test("what differs in revision or digest speaks of earlier words", () => {
  for (const about of [[THESE[0], 1, "D1"], [THESE[0], 2, "D1"], [THESE[0], 1, "D2"], [THESE[0], "2", "D2"], [THESE[0]]]) {
    assert.equal(speaksOf(act(about), words), "earlier");
  }
});

test("what names another record, or none, does not speak of it", () => {
  for (const about of [[sealedUuid(OTHER), 2, "D2"], [RECORD, 2, "D2"], [], "about", THESE[0], null, { 0: THESE[0] }]) {
    assert.equal(speaksOf(act(about), words), "");
  }
  for (const none of [undefined, null, {}, { trouble: "damaged" }]) assert.equal(speaksOf(none, words), "");
});

test("without its author's seal it says nothing, nor beside words that are in doubt", () => {
  assert.equal(speaksOf(act(THESE, { trouble: "not_mine" }), words), "");
  assert.equal(speaksOf(act(THESE), { ...words, trouble: "changed" }), "");
});

test("of a leaf that is not at hand it never speaks of these words", () => {
  assert.equal(speaksOf(act(THESE), { record: RECORD }), "earlier");
  assert.equal(speaksOf(act([THESE[0]]), { record: RECORD }), "earlier");
  assert.equal(speaksOf(act(THESE), { record: OTHER }), "");
});

test("a place that is shut holds no words that anything could speak of", () => {
  const dataset = { record: RECORD, revision: "2" };
  assert.equal(speaksOf(act(THESE), leafAt({ dataset, leaf: { digest: "D2" } })), "these");
  assert.equal(speaksOf(act(THESE), leafAt({ dataset, leaf: null })), "");
});
