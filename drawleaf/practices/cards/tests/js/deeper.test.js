import assert from "node:assert/strict";
import { test } from "node:test";
import { isYes, yesesOf } from "#cards/deeper.js";
import { sealedUuid } from "#web/vault/bytes.js";

const SPACE = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a001";
const OTHER = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a002";
const DAY = "2026-11-28";
const words = { record: SPACE, revision: 1, digest: "D1", body: {} };
const THESE = [sealedUuid(SPACE), 1, "D1"];
const act = (mine, more = {}, body = {}) => ({
  mine,
  revision: 1,
  author: { id: mine ? "ana" : "bo" },
  body: { kind: "cards.deeper", day: DAY, about: THESE, ...body },
  ...more,
});

test("it is deeper when each has said yes to these very words", () => {
  assert.equal(yesesOf([act(true), act(false)], words, DAY).both, true);
  assert.equal(yesesOf([act(false)], words, DAY).both, false);
  assert.equal(yesesOf([act(true)], words, DAY).both, false);
  assert.equal(yesesOf([act(true), act(true)], words, DAY).both, false, "twice by one is one");
  assert.equal(yesesOf([act(true), act(true)], words, DAY).mine.length, 2);
  assert.deepEqual(yesesOf([], words, DAY), { mine: [], both: false });
});

test("a yes counts on its day and the day beside it, and lapses by itself", () => {
  for (const day of ["2026-11-27", DAY, "2026-11-29"]) assert.ok(isYes(act(true), words, day));
  for (const day of ["2026-11-26", "2026-11-30", "2027-11-28"]) assert.ok(!isYes(act(true), words, day));
});

test("no other leaf is a yes", () => {
  const none = [
    act(true, { trouble: "not_mine" }),
    act(false, { trouble: "damaged", body: undefined }),
    act(false, { trouble: "stale" }),
    act(true, { trouble: "from_before" }),
    act(false, { revision: 2 }),
    act(false, {}, { kind: "cards.drawn" }),
    act(false, {}, { about: [sealedUuid(OTHER), 1, "D1"] }),
    act(false, {}, { about: [sealedUuid(SPACE), 1, "D2"] }),
    act(false, {}, { about: [sealedUuid(SPACE), 2, "D1"] }),
    act(false, {}, { about: undefined }),
    act(false, {}, { day: "soon" }),
    act(false, {}, { day: undefined }),
  ];
  for (const each of none) {
    assert.ok(!isYes(each, words, DAY), JSON.stringify(each));
    assert.equal(yesesOf([act(true), act(false), each], words, DAY).both, true);
    assert.equal(yesesOf([act(!each.mine), each], words, DAY).both, false);
  }
  assert.ok(!isYes(act(true), { ...words, trouble: "changed" }, DAY));
});
