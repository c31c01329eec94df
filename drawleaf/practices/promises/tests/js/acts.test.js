import assert from "node:assert/strict";
import { test } from "node:test";
import { endOf } from "#promises/acts.js";
import { sealedUuid } from "#web/vault/bytes.js";

const RECORD = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a001";
const OTHER = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a002";
const ana = { id: "ana" };
const words = { record: RECORD, revision: 2, author: ana, digest: "D2", body: {} };

const act = (about, more = {}) => ({
  author: ana,
  body: { kind: "promise.outcome", about, outcome: "kept" },
  ...more,
});
const THESE = [sealedUuid(RECORD), 2, "D2"];

test("an act of its author about these words is how it ended", () => {
  assert.equal(endOf(words, act(THESE)), "kept");
  const body = { ...act(THESE).body, outcome: "let_go" };
  assert.equal(endOf(words, { ...act(THESE), body }), "let_go");
});

test("nothing else says how it ended", () => {
  const others = [
    undefined,
    { trouble: "damaged" },
    act(THESE, { trouble: "not_mine" }),
    act(THESE, { author: { id: "bo" } }),
    act([sealedUuid(OTHER), 2, "D2"]),
    act([sealedUuid(RECORD), 1, "D1"]),
    act([sealedUuid(RECORD), 2, "D1"]),
    act("about"),
    { author: ana, body: { ...act(THESE).body, outcome: "late" } },
    { author: ana, body: { ...act(THESE).body, kind: "promise.thanks" } },
  ];
  for (const each of others) assert.equal(endOf(words, each), "unsaid");
  assert.equal(endOf({ ...words, trouble: "changed" }, act(THESE)), "unsaid");
});
