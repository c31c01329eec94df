// The line for today without a browser: when its words are there, and when they are gone.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { joined } from "../../../web/tests/js/joined.js";

const MINUTE = 60_000;
mock.timers.enable({ apis: ["Date", "setInterval"] });

// The device: its notebook is open or shut, and a draft can be sealed while it is open.
const device = (globalThis.device = {});
const { line } = await joined(
  "drawleaf/home/static/home/line.js",
  /^#(web\/(store|sentences|unlock|vault)|notebook\/keeping)\.js$/,
  `const { device } = globalThis;
  const must = () => { if (!device.isOpen) throw new Error("shut"); };
  export const keepDraft = async (_, words) => { must(); device.draft = words; };
  export const draft = async () => { must(); return device.draft; };
  export const dropDraft = async () => { device.draft = null; };
  export const who = async () => ({ notebook: device.isOpen });
  export const needNotebook = async () => device.isOpen;
  export const keepEntry = async () => null;
  export const [keptAs, whyNot, sentence, explain] = [String, String, String, String];`,
);

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
let field;

const tell = async (...names) => {
  for (const name of names) {
    const detail = { until: (promise) => promise };
    document.dispatchEvent(new CustomEvent(`drawleaf:${name}`, { detail }));
  }
  await settled();
};
const write = (text) => {
  field.value = text;
  field.form.dispatchEvent(new Event("input"));
  document.dispatchEvent(new Event("input"));
};

beforeEach(() => {
  Object.assign(device, { isOpen: false, draft: null });
  globalThis.document = Object.assign(new EventTarget(), { body: { dataset: {} } });
  field = { value: "" };
  field.said = { classList: { toggle() {} }, textContent: "" };
  const parts = { textarea: field, ".button": { hidden: true }, ".say": field.said };
  field.form = Object.assign(new EventTarget(), {
    querySelector: (name) => parts[name],
    querySelectorAll: () => [],
  });
  line(field.form);
});

test("words typed with the notebook shut are there after a look at another window", async () => {
  write("half");
  await tell("wipe");
  assert.equal(field.value, "");
  mock.timers.tick(4 * MINUTE);
  await tell("open");
  assert.equal(field.value, "half");
});

test("after six minutes out of view they do not come back", async () => {
  write("half");
  await tell("wipe");
  mock.timers.tick(6 * MINUTE);
  await tell("open");
  assert.equal(field.value, "");
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "", "nor later: they lay nowhere");
});

test("six minutes untouched take them off the page, before a hand can read them", async () => {
  write("half");
  mock.timers.tick(6 * MINUTE);
  assert.equal(field.value, "");
  await tell("wipe", "open");
  assert.equal(field.value, "");
});

test("a page that slept is emptied by the first touch", async () => {
  write("half");
  mock.timers.setTime(Date.now() + 6 * MINUTE);
  document.dispatchEvent(new Event("pointerdown"));
  assert.equal(field.value, "");
});

test("the notebook's lock takes them into the draft, which opens with the passphrase", async () => {
  device.isOpen = true;
  await tell("open");
  write("half");
  await tell("closing");
  device.isOpen = false;
  await tell("locked");
  assert.equal(field.value, "");
  await tell("wipe", "open");
  assert.equal(field.value, "");
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "half");
});

test("Close with the notebook shut keeps them for the passphrase, five minutes at most", async () => {
  for (const [minutes, expected] of [[4, "half"], [6, ""]]) {
    device.isOpen = false;
    write("half");
    await tell("closing", "wipe", "locked");
    mock.timers.tick(minutes * MINUTE);
    await tell("open");
    assert.equal(field.value, "");
    device.isOpen = true;
    await tell("open");
    assert.equal(field.value, expected);
  }
});

test("Not now leaves the words, and says that leaving the page takes them", async () => {
  write("half");
  field.form.dispatchEvent(new Event("submit", { cancelable: true }));
  await settled();
  assert.deepEqual([field.value, field.said.textContent], ["half", "unkept"]);
  mock.timers.tick(6 * MINUTE);
  assert.deepEqual([field.value, field.said.textContent], ["", ""]);
});

test("words written while older ones wait for the passphrase are added to them", async () => {
  write("first");
  await tell("closing", "wipe", "open");
  write("second");
  await tell("wipe", "open");
  assert.equal(field.value, "");
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "first\n\nsecond");
});

test("a draft from before does not give way to what was written while it was shut", async () => {
  device.isOpen = true;
  await tell("open");
  write("first");
  await tell("closing");
  device.isOpen = false;
  await tell("locked", "wipe", "open");
  write("second");
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "first\n\nsecond");
  await tell("closing");
  device.isOpen = false;
  await tell("locked", "wipe", "open");
  device.isOpen = true;
  await tell("open");
  assert.equal(field.value, "first\n\nsecond", "Close takes nothing of it");
  write("first, second");
  await tell("open");
  assert.equal(field.value, "first, second", "nor does it come twice");
});

test("a second tab with more of the same words does not double them", async () => {
  device.isOpen = true;
  await tell("open");
  write("Tea");
  await tell("wipe", "open");
  device.draft = { text: "Tea and rain" };
  for (let look = 0; look < 4; look += 1) {
    await tell("wipe", "open");
    assert.equal(field.value, "Tea and rain");
  }
});
