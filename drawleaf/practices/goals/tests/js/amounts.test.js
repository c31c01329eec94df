import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, filled, hundredths, inDigits, isAmount, parse, sumOf } from "#goals/amounts.js";

// A whole number below n, the same ones each time.
let state = 20261128;
function chance(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

/** A truth to compare with: hundredths as BigInt, of any length up to twelve digits and two. */
function someHundredths() {
  const length = 1 + chance(14);
  const digits = Array.from({ length }, () => chance(10)).join("");
  return BigInt(digits) || 1n;
}

const whole = (found) => (found / 100n).toString();
const rest = (found) => (found % 100n).toString().padStart(2, "0");
const spelled = (found) => `${whole(found)}.${rest(found)}`;
const inGroups = (digits, sign) => digits.replace(/\B(?=(\d{3})+$)/g, sign);

/** Every way in which somebody may write it. */
function* writings(found) {
  const [digits, cents] = [whole(found), rest(found)];
  for (const sign of [".", ","]) {
    yield `${digits}${sign}${cents}`;
    yield `  ${digits}${sign}${cents} `;
    yield `00${digits}${sign}${cents}`;
    if (cents.endsWith("0")) yield `${digits}${sign}${cents[0]}`;
    for (const group of [" ", "\u00a0", "\u202f", "'", "’", sign === "." ? "," : "."]) {
      yield `${inGroups(digits, group)}${sign}${cents}`;
      if (cents === "00") yield inGroups(digits, group);
    }
  }
  if (cents === "00") yield digits;
  if (digits === "0") yield `.${cents}`;
}

test("an amount is read as people write it, whichever way", () => {
  for (let round = 0; round < 2000; round += 1) {
    const found = round % 3 ? someHundredths() : (someHundredths() / 100n || 1n) * 100n;
    for (const text of writings(found)) assert.equal(parse(text), spelled(found), JSON.stringify(text));
  }
});

test("as people write it, by example", () => {
  const read = {
    "1.250,00": "1250.00", "1 250": "1250.00", 12.5: "12.50", "12,5": "12.50", "1.250": "1250.00",
    "1,250": "1250.00", "1.250.000": "1250000.00", "1,25,000.50": "125000.50", "1’250.05": "1250.05",
  };
  for (const [text, amount] of Object.entries(read)) assert.equal(parse(text), amount, text);
});

test("what is not clearly an amount is none", () => {
  const nonsense = [
    "", " ", ".", ",", "0", "0,00", "-5", "+5", "1e3", "12 5", "1.2.3", "1,2,3", "1.25.00", "0.125",
    "0,500", "1250.000", "1.2500", "12..5", "12.", "1 250.000", "1.250 000", "€ 5", "5 EUR", "five",
    "1_000", "0x10", "١٢", "1.250,", ",5,", "1234567890123", "Infinity", "NaN", "1 2 3", "1,25,00",
  ];
  for (const text of nonsense) assert.equal(parse(text), null, JSON.stringify(text));
});

test("what is read is what may lie in a body, and reading it again is the same", () => {
  for (let round = 0; round < 2000; round += 1) {
    const amount = spelled(someHundredths());
    assert.ok(isAmount(amount));
    assert.equal(parse(amount), amount);
  }
  const others = ["1250", "1250.0", "01.00", "1.000", "-1.00", "1,00", 12.5, null, undefined, ["1.00"]];
  for (const other of others) assert.equal(isAmount(other), false);
});

test("sums are exact, in any order", () => {
  assert.equal(sumOf([]), "0.00");
  assert.equal(sumOf(["0.10", "0.20"]), "0.30");
  for (let round = 0; round < 500; round += 1) {
    const all = Array.from({ length: chance(60) }, someHundredths);
    const truth = all.reduce((sum, each) => sum + each, 0n);
    assert.equal(sumOf(all.map(spelled)), spelled(truth));
    assert.equal(sumOf(all.map(spelled).reverse()), spelled(truth));
    assert.equal(hundredths(sumOf(all.map(spelled))), truth);
  }
});

test("a picture fills from nothing to whole, never beyond, and never back", () => {
  for (let round = 0; round < 500; round += 1) {
    const aim = someHundredths();
    const [one, more] = [someHundredths(), someHundredths()];
    const levels = [0n, one, one + more].map((part) => filled(spelled(part), spelled(aim), 116));
    assert.ok(levels[0] === 0 && levels[0] <= levels[1] && levels[1] <= levels[2] && levels[2] <= 116);
    assert.equal(filled(spelled(aim), spelled(aim), 116), 116);
    assert.equal(compare(spelled(one), spelled(more)), one < more ? -1 : one > more ? 1 : 0);
  }
});

test("digits are said as the reader's language groups them", () => {
  assert.equal(inDigits("1250.00", "en"), "1,250");
  assert.equal(inDigits("1250.50", "de"), "1.250,50");
  assert.equal(inDigits("999999999999.99", "en"), "999,999,999,999.99");
});
