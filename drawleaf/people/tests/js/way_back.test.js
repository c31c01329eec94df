import assert from "node:assert/strict";
import { test } from "node:test";
import { keepLink, wanted, wayBack } from "#people/way_back.js";

test("a link is given back once", () => {
  const kept = new Map();
  globalThis.sessionStorage = {
    setItem: (key, value) => kept.set(key, value),
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => kept.delete(key),
  };
  keepLink("/join/one/#secret");
  assert.equal(wayBack(), "/join/one/#secret");
  assert.equal(wayBack(), null);
  assert.equal(kept.size, 0);
});

test("only a page of this server is gone back to", () => {
  const origin = "https://leaf.example";
  const at = (search) => {
    globalThis.location = { origin, search };
    return wanted();
  };
  assert.equal(at("?next=/table/"), `${origin}/table/`);
  assert.equal(at(""), null);
  const no = ["//evil.example/", "https://evil.example", "javascript:alert(1)", "http://[", "/\\evil"];
  for (const elsewhere of [...no, `blob:${origin}/x`, `${origin}/table/`, "/\t/evil.example", "x"]) {
    assert.equal(at(`?next=${encodeURIComponent(elsewhere)}`), null, elsewhere);
  }
});
