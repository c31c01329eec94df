import assert from "node:assert/strict";
import { test } from "node:test";
import { drafts } from "#web/shell/events.js";
import { pageOfWords } from "./page_of_words.js";

test("closing waits for drafts to be sealed", async () => {
  const page = pageOfWords({});
  let sealed = false;
  page.addEventListener("drawleaf:closing", ({ detail }) => {
    detail.until(new Promise((done) => setTimeout(done, 20)).then(() => (sealed = true)));
  });
  await drafts(false);
  assert.ok(sealed);
});

test("closing waits for nothing that hangs or fails", async () => {
  const page = pageOfWords({});
  page.addEventListener("drawleaf:closing", ({ detail }) => {
    detail.until(new Promise(() => {}));
    detail.until(Promise.reject(new Error("full disk")));
  });
  const began = Date.now();
  await drafts(true);
  assert.ok(Date.now() - began < 1500);
});
