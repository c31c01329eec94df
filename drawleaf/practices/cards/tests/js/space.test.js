import assert from "node:assert/strict";
import { test } from "node:test";
import { sealedUuid } from "#web/vault/bytes.js";
import { pageOfWords } from "../../../../web/tests/js/page_of_words.js";

pageOfWords({});
globalThis.HTMLElement ??= class {};
globalThis.customElements ??= { define() {} };
const { newest } = await import("#cards/space.js");

const id = (last) => `7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a00${last}`;
const space = (last, day, about) => ({
  words: { record: id(last), revision: 1, digest: `D${last}`, body: { day, about } },
});
const named = (last) => [sealedUuid(id(last)), 1, `D${last}`];

test("there is none before one was opened", () => assert.equal(newest([]), null));

test("made anew, the one it was made in place of gives way, on the same day too", () => {
  const [first, second] = [space(2, "2026-11-28"), space(1, "2026-11-28", named(2))];
  assert.equal(newest([first, second]), second);
  assert.equal(newest([second, first]), second);
  const third = space(3, "2026-11-28", named(1));
  assert.equal(newest([third, first, second]), third);
});

test("of two that know nothing of each other, it is the same one on both phones", () => {
  const [one, other] = [space(1, "2026-11-28"), space(2, "2026-11-28")];
  assert.equal(newest([one, other]), newest([other, one]));
  const later = space(0, "2026-12-01");
  assert.equal(newest([one, later, other]), later);
});

test("only the very words that are named give way", () => {
  const first = space(2, "2026-11-28");
  const odd = space(1, "2026-11-27", [sealedUuid(id(2)), 1, "D9"]);
  assert.equal(newest([first, odd]), first);
});
