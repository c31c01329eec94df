import assert from "node:assert/strict";
import { test } from "node:test";
import { guesses, tried } from "#people/guesses.js";
import { ENOUGH } from "#people/strength.js";

const ANA_AND_BO = ["Ana", "Bo", "Lisbon, 14.06.2015"];
const isEnough = (passphrase) => guesses(passphrase, ANA_AND_BO) >= ENOUGH;

test("five words of the list are enough", () => {
  assert.ok(isEnough("reentry unworn ladle vivid gooey"));
});

test("what a password keeper makes is enough", () => {
  assert.ok(isEnough("kX9-fqPz2-Lm7Rt"));
  assert.ok(isEnough("tyqwef-3jhkda-bnqwxs"));
});

test("what a partner would try is not enough", () => {
  for (const words of ["Ana Bo Lisbon 14.06.2015", "AnaundBo14.06.2015!", "Ana and Bo, 2015"]) {
    assert.ok(!isEnough(words), words);
  }
});

test("common words are not enough for being long", () => {
  for (const long of ["I love you so much Bo", "correct horse battery staple"]) {
    assert.ok(!isEnough(long), long);
  }
});

test("one long word is not enough, in any language", () => {
  for (const word of ["iloveyousomuch", "Donaudampfschifffahrt", "ichliebedichsosehr"]) {
    assert.ok(!isEnough(word), word);
  }
});

test("repeating does not help", () => {
  assert.ok(!isEnough("abcabcabcabcabcabcabcabc"));
});

test("an empty passphrase takes one guess", () => {
  assert.ok(guesses("", []) <= 1);
});

test("what somebody knows is tried in its parts, with short years", () => {
  assert.deepEqual(tried(["Lisbon, 14.06.2015"]), [
    "lisbon, 14.06.2015",
    "lisbon",
    "14",
    "06",
    "2015",
    "15",
  ]);
});
