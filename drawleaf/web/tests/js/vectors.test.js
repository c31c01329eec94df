import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import "fake-indexeddb/auto";
import hashwasm from "hash-wasm/dist/argon2.umd.min.js";
import { unb64u } from "#web/vault/bytes.js";
import { listOf, pairingWords } from "#web/vault/words.js";
import { world } from "#web/device/world.js";
import { check } from "./vectors.js";

// Some of them need keys in custody, on a device with one tab.
const session = new Map();
world.tab = () => ({
  getItem: (name) => session.get(name) ?? null,
  setItem: (name, value) => session.set(name, value),
  removeItem: (name) => session.delete(name),
});

const FOLDER = new URL("../../../../vectors/", import.meta.url);
const argon2 = (password, salt, parameters) =>
  hashwasm.argon2id({ ...parameters, password, salt, outputType: "binary" });

for (const file of readdirSync(FOLDER)) {
  const topic = file.replace(".json", "");
  const { about, cases } = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
  test(`${cases.length} vectors of ${topic}: ${about}`, async () => {
    for (const given of cases) {
      await check(topic, given, argon2).catch((error) =>
        assert.fail(`${given.name}: ${error.stack}`),
      );
    }
  });
}

test("six words of a pairing come from the list as it is ordered", async () => {
  const { cases } = JSON.parse(readFileSync(new URL("pairing.json", FOLDER), "utf8"));
  const numbers = Array.from({ length: 7776 }, (_, number) => `w${number}`);
  const words = await pairingWords(unb64u(cases[0].t), listOf(numbers.join("\n")));
  let n = BigInt(cases[0].n);
  for (const word of words) {
    assert.equal(word, `w${n % 7776n}`);
    n /= 7776n;
  }
});
