import assert from "node:assert/strict";
import { test } from "node:test";
import hashwasm from "hash-wasm/dist/argon2.umd.min.js";
import { b64u, random, same, u64, uuidBytes, uuidText } from "#web/vault/bytes.js";
import { agree, aesKey, dhPair, dhPublic, hmacKey, supported } from "#web/vault/primitives.js";
import { draw, listOf } from "#web/vault/words.js";
import { refused } from "./vectors_say.js";

test("Argon2id is that of its reference implementation", async () => {
  // phc-winner-argon2, test.c: version 19, t 2; memory in KiB, lanes, hash.
  const known = [
    [65536, 1, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"],
    [256, 1, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"],
    [256, 2, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"],
  ];
  for (const [memorySize, parallelism, hash] of known) {
    const how = { memorySize, parallelism, iterations: 2, hashLength: 32, outputType: "hex" };
    assert.equal(await hashwasm.argon2id({ password: "password", salt: "somesalt", ...how }), hash);
  }
});

test("two fresh pairs agree, and a private key gives back its public half", async () => {
  const [one, other] = [await dhPair(), await dhPair()];
  assert.deepEqual(await agree(one.secret, other.public), await agree(other.secret, one.public));
  assert.deepEqual(await dhPublic(one.secret), one.public);
  await refused("malformed", () => agree(one.secret, new Uint8Array(32)));
  await refused("malformed", () => agree(one.secret, new Uint8Array(31)));
  assert.equal(await supported(), true);
});

test("keys in use cannot be read again", async () => {
  for (const key of [await aesKey(random(32)), await hmacKey(random(32))]) {
    await assert.rejects(crypto.subtle.exportKey("raw", key));
  }
});

test("numbers keep their order of bytes, up to the last revision", () => {
  assert.equal(b64u(u64(2 ** 53 - 1)), "AB________8");
  assert.equal(b64u(u64(1)), "AAAAAAAAAAE");
});

test("a uuid has one spelling", async () => {
  const id = "11111111-1111-4111-8111-11111111111f";
  assert.equal(uuidText(uuidBytes(id)), id);
  for (const other of [id.toUpperCase(), `{${id}}`, id.replaceAll("-", ""), "", null]) {
    await refused("malformed", () => uuidBytes(other));
  }
});

test("bytes are compared whole", () => {
  assert.ok(same(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
  assert.ok(!same(Uint8Array.of(1, 2), Uint8Array.of(1, 3)));
  assert.ok(!same(Uint8Array.of(1, 2), Uint8Array.of(1)));
});

test("words are drawn from all of the list, and only from a whole one", async () => {
  const words = listOf(Array.from({ length: 7776 }, (_, at) => `w${at}`).join("\n"));
  const drawn = new Set(draw(words, 60_000));
  assert.ok(drawn.size > 7700, `${drawn.size}`);
  assert.ok(!drawn.has(undefined));
  await refused("no_line", () => listOf("oat spool"));
});
