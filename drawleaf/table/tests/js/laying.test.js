// What a form names of the page it stands on: the leaf it speaks of, as it was opened there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { joined } from "../../../web/tests/js/joined.js";
import { nameOf } from "#table/about.js";

const RECORD = "7c0f9c4e-5a4e-4c5b-9d53-0a54f0a3a001";
const said = [];
globalThis.sealLeaf = (_, body) => said.push(body) && { envelope: "e", digest: "d" };
globalThis.during = (_, act) => act().then(() => "done", ({ reason }) => reason);
globalThis.CSS = { escape: (text) => text };
globalThis.location = { assign() {} };

// Holding, sealing and sending have tests of their own.
const { watchForm } = await joined(
  "drawleaf/table/static/table/laying.js",
  /^(#web\/(days|holding|paper|sealed|send|store|vault)\.js|\.\/shut\.js)$/,
  `export const today = () => "2026-11-29", holdWords = () => {}, fillIn = () => {}, standAgain = () => {}, openedIn = () => {};
  export const during = (...how) => globalThis.during(...how), needOfPage = () => {}, needTable = () => true;
  export const send = async () => ({ next: "/" }), rememberLeaf = () => {}, who = () => ({ person: "ana" });
  export const sealLeaf = (...what) => globalThis.sealLeaf(...what);`,
);

/** Lays a reply by a form {lay, of} on a page with one open leaf of `kind`; what its body is about. */
async function about(dataset, kind, leaf = { body: {}, digest: "D" }) {
  const [collection, field] = kind.split(".");
  const place = { dataset: { record: RECORD, revision: "1", collection, field }, leaf };
  const selector = `sealed-text[data-record="${RECORD}"][data-collection="${collection}"][data-field="${field}"]`;
  globalThis.document = { querySelector: (wanted) => (wanted === selector ? place : null) };
  const text = { dataset: { member: "text" }, value: "Yes, gladly." };
  let submit = null;
  const form = {
    dataset: { couple: "c", about: RECORD, ...dataset },
    addEventListener: (_, act) => (submit = act),
    querySelectorAll: (wanted) => (wanted.startsWith("[data-member]") ? [text] : []),
    closest: () => null,
  };
  let ending = null;
  const before = globalThis.during;
  globalThis.during = (...how) => (ending = before(...how));
  watchForm(form);
  submit({ preventDefault() {} });
  const how = await ending;
  globalThis.during = before;
  return how === "done" ? said.at(-1).about : how;
}

const NAMED = nameOf({ record: RECORD, revision: 1, digest: "D" });

test("a form speaks of the words of its own practice, or of the field it names", async () => {
  assert.deepEqual(await about({ lay: "promise.thanks" }, "promise.words"), NAMED);
  assert.deepEqual(await about({ lay: "cards.reply", of: "telling" }, "cards.telling"), NAMED);
});

test("a reply to an opened week speaks of the words of the standing time, another practice's", async () => {
  assert.deepEqual(await about({ lay: "question.reply", of: "checkin.words" }, "checkin.words"), NAMED);
  assert.deepEqual(await about({ lay: "question.reply", of: "question.words" }, "question.words"), NAMED);
});

test("what is not open on the page, or is in doubt, is not spoken of", async () => {
  assert.equal(await about({ lay: "question.reply", of: "words" }, "checkin.words"), "shut");
  assert.equal(await about({ lay: "promise.thanks" }, "promise.words", { trouble: "changed" }), "changed");
});
