// Half-written words without a browser: when they leave the page, and to whom they come back.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { joined } from "./joined.js";

const MINUTE = 60_000;
mock.timers.enable({ apis: ["Date", "setTimeout"], now: 1e12 });
globalThis.document = new EventTarget();
const device = (globalThis.device = {});
const { fillIn, holdWords, takeOff } = await joined(
  "drawleaf/web/static/web/holding.js",
  /^#web\/vault\.js$/,
  "export const who = async () => ({ notebook: globalThis.device.isOpen });",
);

const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const tell = async (...names) => {
  for (const name of names) {
    document.dispatchEvent(new Event(`drawleaf:${name}`));
    await settled();
  }
};
let field, form;

beforeEach(async () => {
  device.isOpen = true;
  await tell("open");
  const own = { localName: "textarea", value: "", defaultValue: "" };
  field = own;
  form = {
    isConnected: true,
    querySelectorAll: () => [own],
    reset: () => (own.value = own.defaultValue),
  };
  holdWords(form);
});

test("words leave with a look elsewhere, and come back with who wrote them", async () => {
  field.value = "half";
  await tell("wipe");
  assert.equal(field.value, "");
  await tell("open");
  assert.equal(field.value, "half");
});

test("after Close they come back once the notebook is open again", async () => {
  field.value = "half";
  device.isOpen = false;
  await tell("closing", "wipe", "open");
  assert.equal(field.value, "");
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "half");
});

test("what is written while the notebook is shut leaves the page too, and is added to what was held", async () => {
  field.value = "first";
  device.isOpen = false;
  await tell("closing", "wipe", "open");
  field.value = "second";
  await tell("wipe");
  assert.equal(field.value, "");
  await tell("open");
  field.value = "third";
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "first\n\nsecond\n\nthird");
});

test("five minutes later nothing of them is left", async () => {
  field.value = "half";
  await tell("wipe");
  mock.timers.tick(6 * MINUTE);
  await tell("open");
  assert.equal(field.value, "");
});

test("what is written later has its own five minutes, also while older words wait for the notebook", async () => {
  field.value = "first";
  device.isOpen = false;
  await tell("closing", "wipe", "open");
  mock.timers.tick(6 * MINUTE);
  await tell("open");
  field.value = "second";
  await tell("wipe");
  mock.timers.tick(1 * MINUTE);
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "second");
});

test("a name of one line is joined by a space, a choice is the newer one", async () => {
  for (const [kind, expected] of [[{ type: "text" }, "first second"], [{ type: "date" }, "second"]]) {
    Object.assign(field, { localName: "input", ...kind, value: "first" });
    device.isOpen = false;
    await tell("closing", "wipe", "open");
    field.value = "second";
    await tell("wipe");
    device.isOpen = true;
    await tell("open");
    assert.equal(field.value, expected);
    field.value = "";
  }
});

test("a leaf's own words in a field are not what somebody wrote", async () => {
  fillIn(field, "as it lies there");
  await tell("wipe");
  assert.equal(field.value, "");
  fillIn(field, "as it lies there");
  field.value = "said anew";
  device.isOpen = false;
  await tell("closing", "wipe", "open");
  fillIn(field, "as it lies there");
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "said anew");
});

test("a field emptied on purpose stays empty, after one look elsewhere and after the next", async () => {
  fillIn(field, "as it lies there");
  field.value = "";
  for (let look = 0; look < 2; look += 1) {
    await tell("wipe", "open");
    fillIn(field, "as it lies there");
    assert.equal(field.value, "");
  }
});

test("five minutes later a field emptied on purpose has the leaf's own words again", async () => {
  fillIn(field, "as it lies there");
  field.value = "";
  await tell("wipe", "open", "wipe");
  mock.timers.tick(6 * MINUTE);
  await tell("open");
  fillIn(field, "as it lies there");
  assert.equal(field.value, "as it lies there");
});

test("a leaf that opens late takes the place of nothing that somebody has written", async () => {
  field.value = "half";
  fillIn(field, "as it lies there");
  assert.equal(field.value, "half");
});

test("words that lie elsewhere leave their field, and what was written on stays", () => {
  for (const [value, left] of [["said", ""], ["said, and more", ", and more"], ["held\n\nsaid", "held"], [" said ", ""], ["sad", "sad"]]) {
    field.value = value;
    takeOff(form, field, "said");
    assert.equal(field.value, left);
  }
});

test("they do not come back either, where they are held", async () => {
  field.value = "said and more";
  await tell("wipe");
  takeOff(form, field, "said");
  await tell("open");
  assert.equal(field.value, "and more");
});
