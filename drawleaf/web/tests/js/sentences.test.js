import assert from "node:assert/strict";
import { test } from "node:test";
import { explain, sentence } from "#web/sentences.js";
import { pageOfWords } from "./page_of_words.js";

test("a sentence is found by its name and filled", () => {
  pageOfWords({ kept: "  Kept,\n   {name}. " });
  assert.equal(sentence("kept", { name: "Ana" }), "Kept, Ana.");
});

test("a place without a value is left as it stands", () => {
  pageOfWords({ kept: "Kept, {name}." });
  assert.equal(sentence("kept"), "Kept, {name}.");
});

test("the page's own sentence comes before the shell's", () => {
  pageOfWords({ stale: "The page's." }, { stale: "The shell's.", else: "Else." });
  assert.equal(sentence("stale"), "The page's.");
});

test("a reason nobody has a sentence for still says something", () => {
  pageOfWords({ else: "Something went wrong." });
  assert.equal(explain({ reason: "never_heard_of" }), "Something went wrong.");
  assert.equal(explain(new TypeError("x")), "Something went wrong.");
});

test("the server's own sentence is said as it is", () => {
  pageOfWords({ else: "Else." });
  assert.equal(explain({ reason: "name_taken", sentence: "That name is taken." }), "That name is taken.");
});
