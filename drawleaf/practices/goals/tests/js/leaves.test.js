import assert from "node:assert/strict";
import { test } from "node:test";
import { counts, endingOf, restsOn } from "#goals/leaves.js";
import { aimOf, putAside } from "#goals/sums.js";
import { sealedUuid } from "#web/vault/bytes.js";

const BED = "2f1c0fd2-41d2-4b25-9d0a-0f4f4cbcb0ac";
const BOAT = "7f1c0fd2-41d2-4b25-9d0a-0f4f4cbcb0ac";
const of = (goal, body, more = {}) => ({ body: { about: [sealedUuid(goal), 1, "D1"], ...body }, ...more });
const given = (amount, currency = "EUR", more) => of(BED, { amount, currency }, more);

test("what counts opened without trouble, and names this goal", () => {
  assert.ok(counts(BED, of(BED, {})));
  const others = [of(BOAT, {}), of(BED, {}, { trouble: "not_mine" }), { body: {} }, { trouble: "shut" }, {}];
  for (const other of others) assert.equal(counts(BED, other), false);
});

test("the sum is of both, exact, by currency; what cannot be read is left out and said", () => {
  const good = [given("0.10"), given("0.20"), given("5.00", "CHF")];
  const { sums, uncounted } = putAside(BED, good);
  assert.deepEqual([...sums], [["EUR", "0.30"], ["CHF", "5.00"]]);
  assert.equal(uncounted, false);
  const hostile = [
    given("-1.00"), given("1"), given(5), given("1.00", "EURO"), given("1e9"), given(undefined),
    given("9.00", "EUR", { trouble: "stale" }), of(BOAT, { amount: "9.00", currency: "EUR" }),
  ];
  for (const leaf of hostile) {
    const found = putAside(BED, [...good, leaf]);
    assert.deepEqual([...found.sums], [...sums]);
    assert.equal(found.uncounted, true);
  }
});

test("an aim is an amount above nothing in a currency, or none", () => {
  assert.deepEqual(aimOf({ amount: "1.00", currency: "EUR" }), { amount: "1.00", currency: "EUR" });
  for (const body of [{}, { amount: "1.00" }, { amount: "0.00", currency: "EUR" }, { amount: 1, currency: "EUR" }]) {
    assert.equal(aimOf(body), null);
  }
});

test("it has ended where an act speaks of these very words", () => {
  const words = { record: BED, revision: 1, digest: "D1" };
  assert.equal(endingOf(BED, words, [of(BED, { how: "reached" })]).how, "reached");
  assert.equal(endingOf(BED, words, [of(BED, { how: "let_go" })]).how, "let_go");
  const none = [[], [of(BED, { how: "won" })], [of(BOAT, { how: "reached" })], [{ trouble: "damaged" }]];
  for (const acts of none) assert.equal(endingOf(BED, words, acts), null);
  for (const others of [{ digest: "D2" }, { revision: 2 }, { record: BOAT }, { trouble: "changed" }]) {
    assert.equal(endingOf(BED, { ...words, ...others }, [of(BED, { how: "reached" })]), null);
  }
});

test("a rest lasts through its last day", () => {
  const rest = of(BED, { day: "2026-11-20", until: "2026-12-05" });
  assert.equal(restsOn("2026-12-05", rest), true);
  assert.equal(restsOn("2026-12-06", rest), false);
  assert.equal(restsOn("2026-12-01", of(BED, { day: "2026-11-20", until: "soon" })), false);
});
