// How well the rules of gentle wording point, on sentences that were labelled by hand.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { look } from "#web/gentle.js";
import { toml } from "./toml.js";

const HERE = join(import.meta.dirname, "..", "gentle");
const SETS = ["first.toml", "second.toml"].filter((name) => existsSync(join(HERE, name)));
const PRECISION = 0.9;
const RECALL = 0.7;

const rules = toml(join(HERE, "..", "..", "content", "en", "gentle@1.toml"));
const families = Object.keys(rules).filter((name) => name !== "words");

/** Of those pointed at, how many want it; of those that want it, how many are pointed at. */
function measure(pointed, wanting) {
  const right = pointed.filter((each) => wanting.includes(each)).length;
  return { precision: right / (pointed.length || 1), recall: right / (wanting.length || 1) };
}

const inWords = (name, { precision, recall }, many) =>
  `${name.padEnd(13)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  of ${many}`;

for (const name of SETS) {
  test(`${name}: what is pointed at wants it, and most of what wants it is pointed at`, (t) => {
    const sentences = toml(join(HERE, name)).sentence.map(({ text, label }) => {
      return { text, label, found: look(text, rules).map(({ family }) => family) };
    });
    assert.deepEqual(
      sentences.filter(({ label }) => ![...families, "fine"].includes(label)).map(({ label }) => label),
      [],
    );
    const wanting = sentences.filter(({ label }) => label !== "fine");
    const overall = measure(sentences.filter(({ found }) => found.length), wanting);
    t.diagnostic(`${name}, ${sentences.length} sentences`);
    t.diagnostic(inWords("all together", overall, wanting.length));
    // By family: pointed at as this one, and not only as something.
    for (const family of families) {
      const named = sentences.filter(({ found }) => found.includes(family));
      const labelled = sentences.filter(({ label }) => label === family);
      t.diagnostic(inWords(family, measure(named, labelled), labelled.length));
    }
    assert.ok(overall.precision >= PRECISION, `precision ${overall.precision}`);
    assert.ok(overall.recall >= RECALL, `recall ${overall.recall}`);
  });
}
