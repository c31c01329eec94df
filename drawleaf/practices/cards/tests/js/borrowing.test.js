import assert from "node:assert/strict";
import { test } from "node:test";
import { withOpening } from "#cards/borrowing.js";

test("an opening comes after what stands there, which stays", () => {
  assert.equal(withOpening("", " That sounds lonely. "), "That sounds lonely. ");
  assert.equal(withOpening("Thank you. ", "That sounds lonely."), "Thank you. That sounds lonely. ");
});
