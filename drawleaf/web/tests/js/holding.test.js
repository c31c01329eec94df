// Half-written words without a browser: when they leave the page, and to whom they come back.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { joined } from "./joined.js";

const MINUTE = 60_000;
mock.timers.enable({ apis: ["Date", "setTimeout"] });
globalThis.document = new EventTarget();
const device = (globalThis.device = {});
const { holdWords } = await joined(
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
  field = { localName: "textarea", value: "", defaultValue: "" };
  form = {
    isConnected: true,
    querySelectorAll: () => [field],
    reset: () => (field.value = field.defaultValue),
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
