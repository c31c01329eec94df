import assert from "node:assert/strict";
import { test } from "node:test";
import { doubtOn } from "#table/agreed.js";
import { sealedUuid } from "#web/vault/bytes.js";

const RITUAL = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a001";
const OTHER = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a002";
const [ana, bo] = [{ id: "ana" }, { id: "bo" }];
const THESE = [sealedUuid(RITUAL), 1, "D1"];

const words = (more = {}, revision = "1", record = RITUAL) => ({
  dataset: { record, revision },
  leaf: { author: ana, digest: "D1", body: { kind: "ritual.words" }, ...more },
});
const yes = (more = {}, about = THESE) => ({
  dataset: { record: OTHER, revision: "1" },
  leaf: { author: bo, digest: "Y1", body: { kind: "ritual.yes", about }, ...more },
});
/** A place of a page as far as it is asked. */
const place = (found, act) => ({
  querySelector: (select) => (select.includes("words") ? found : act) ?? null,
});

test("a yes of the other to these very words is agreed", () => {
  assert.equal(doubtOn(place(words(), yes()), RITUAL, "ritual"), null);
});

test("a yes to other words says so", () => {
  for (const about of [[THESE[0], 1, "D2"], [THESE[0], 2, "D1"]]) {
    assert.equal(doubtOn(place(words(), yes({}, about)), RITUAL, "ritual"), "other_words");
  }
  const later = yes({}, [THESE[0], 2, "D1"]);
  assert.equal(doubtOn(place(words({}, "2"), later), RITUAL, "ritual"), "other_words", "it is offered once");
});

test("nothing else is a yes", () => {
  const none = [
    [words(), undefined],
    [undefined, yes()],
    [words(), { ...yes(), leaf: null }],
    [words(), yes({ trouble: "damaged", body: undefined })],
    [words(), yes({ trouble: "not_mine" })],
    [words({ trouble: "changed" }), yes()],
    [words(), yes({ author: ana })],
    [words(), yes({ body: { kind: "ritual.tick", about: THESE } })],
    [words({ body: { kind: "promise.words" } }), yes()],
    [words(), yes({}, [sealedUuid(OTHER), 1, "D1"])],
    [words(), yes({}, "about")],
    [words({}, "1", OTHER), yes({}, [sealedUuid(OTHER), 1, "D1"])],
  ];
  for (const [found, act] of none) assert.equal(doubtOn(place(found, act), RITUAL, "ritual"), "no_yes");
});

test("a yes of another practice agrees to nothing here", () => {
  assert.equal(doubtOn(place(words(), yes()), RITUAL, "checkin"), "no_yes");
});
