// <sealed-text> without a browser: what it shows, what it marks, and that wiped words stay away.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { joined } from "./joined.js";
import { markup, paper } from "./paper.js";

const events = new EventTarget();
const onPage = [];
let answer;
globalThis.openOnTable = () => answer;
globalThis.document = Object.assign(events, paper, {
  documentElement: { lang: "en" },
  body: { dataset: {} },
  getElementById: () => null,
  querySelectorAll: (selector) => (selector === "sealed-text" ? onPage : []),
});
let SealedText;
globalThis.customElements = { define: (_, made) => (SealedText = made) };
globalThis.HTMLElement = class {
  dataset = { couple: "c", revision: "1" };
  marks = new Set();
  children = [];
  told = [];
  height = null;
  style = {
    setProperty: (_, value) => (this.height = value),
    removeProperty: () => (this.height = null),
  };
  getBoundingClientRect = () => ({ height: 40 });
  hasAttribute = (name) => this.marks.has(name);
  setAttribute = (name) => this.marks.add(name);
  removeAttribute = (name) => this.marks.delete(name);
  replaceChildren = (...nodes) => (this.children = nodes);
  dispatchEvent = (event) => this.told.push(event.detail.trouble);
  closest = () => this.card;
  get words() {
    return this.children.map(markup).join("");
  }
};

// What the shelf and the vault do has its own tests.
await joined(
  "drawleaf/web/static/web/sealed.js",
  /^#web\/(store|sentences)\.js$/,
  `export const openOnTable = (row) => globalThis.openOnTable(row);
  export const sentence = (name) => "the sentence for " + name;`,
);

const LEAF = {
  body: { kind: "leaf.passage", day: "2026-11-22", text: "*soup*" },
  author: { name: "Bo" },
  mine: false,
};

beforeEach(() => (onPage.length = 0));

function element() {
  const made = new SealedText();
  made.slots = { author: {}, day: {}, trouble: {}, whose: {} };
  made.shown = new globalThis.HTMLElement();
  made.shown.dataset = { show: "after" };
  made.card = made.shown.card = {
    dataset: {},
    querySelectorAll: (selector) =>
      selector === "[data-show]" ? [made.shown] : [made.slots[selector.match(/leaf-(\w+)/)[1]]],
  };
  onPage.push(made);
  return made;
}

async function opened(leaf) {
  answer = leaf instanceof Error ? Promise.reject(leaf) : Promise.resolve(leaf);
  const made = element();
  await made.open();
  return made;
}

test("words, author and day stand where the page has room for them", async () => {
  const { words, slots } = await opened(LEAF);
  assert.equal(words, "<p><em>soup</em></p>");
  assert.deepEqual(
    Object.values(slots).map(({ textContent }) => textContent),
    ["Bo", "Sunday 22 November", "", "the sentence for leaf_theirs"],
  );
});

test("another member of the body stands where it is named, and goes with the words", async () => {
  const { shown } = await opened({ ...LEAF, body: { ...LEAF.body, after: "after supper", when: 3 } });
  assert.deepEqual([shown.textContent, shown.hidden], ["after supper", false]);
  events.dispatchEvent(new Event("drawleaf:wipe"));
  assert.deepEqual([shown.children, shown.height], [[], "40px"]);
  const other = await opened({ ...LEAF, body: { ...LEAF.body, after: { toString: () => "no text" } } });
  assert.deepEqual([other.shown.textContent, other.shown.hidden], ["", true]);
});

test("one's own is said to be one's own", async () => {
  const { slots, card } = await opened({ ...LEAF, mine: true, author: { name: null } });
  assert.equal(slots.author.textContent, "the sentence for you");
  assert.equal(slots.whose.textContent, "the sentence for leaf_mine");
  assert.equal(card.dataset.whose, "mine");
});

test("a name that says You, or one's own name without one's seal, does not look like one's own", async () => {
  const named = await opened({ ...LEAF, author: { name: "the sentence for you" } });
  assert.equal(named.card.dataset.whose, "theirs");
  assert.equal(named.slots.whose.textContent, "the sentence for leaf_theirs");
  for (const trouble of ["not_mine", "from_before"]) {
    const { card, slots } = await opened({ ...LEAF, mine: true, trouble });
    assert.deepEqual([card.dataset.whose, slots.whose.textContent], ["", ""]);
  }
});

test("words under one's name without one's seal are shown, and marked", async () => {
  const { words, slots } = await opened({ ...LEAF, mine: true, trouble: "not_mine" });
  assert.equal(words, "<p><em>soup</em></p>");
  assert.equal(slots.trouble.textContent, "the sentence for not_mine");
});

for (const reason of ["damaged", "malformed", "unknown_key", "stale", "changed", "bad_size"]) {
  test(`${reason} is one sentence in its place`, async () => {
    const { words, marks, slots } = await opened(Object.assign(new Error(), { reason }));
    assert.equal(words, `<p>the sentence for ${reason}</p>`);
    assert.ok(marks.has("opened"));
    assert.equal(slots.trouble.textContent, "");
  });
}

test("wiped words leave their room, and come back when the page does", async () => {
  const made = await opened(LEAF);
  events.dispatchEvent(new Event("drawleaf:wipe"));
  assert.deepEqual([made.words, made.height, made.marks.has("opened")], ["", "40px", false]);
  events.dispatchEvent(new Event("drawleaf:open"));
  await new Promise(setImmediate);
  assert.deepEqual([made.words, made.height], ["<p><em>soup</em></p>", null]);
});

test("words that open after the page was covered stay away", async () => {
  const made = element();
  let come;
  answer = new Promise((resolve) => (come = resolve));
  const opening = made.open();
  events.dispatchEvent(new Event("drawleaf:wipe"));
  come(LEAF);
  await opening;
  assert.equal(made.words, "");
});

test("what was shut is tried again when the keys are there", async () => {
  const made = await opened(Object.assign(new Error(), { reason: "shut" }));
  answer = Promise.resolve(LEAF);
  events.dispatchEvent(new Event("drawleaf:open"));
  await new Promise(setImmediate);
  assert.equal(made.words, "<p><em>soup</em></p>");
  assert.deepEqual(made.told, ["shut", undefined]);
});

test("a page of one table opens nothing of another's", async () => {
  for (const [table, trouble] of [["c", undefined], ["another", "other_table"]]) {
    document.body.dataset = { table };
    const { leaf, words } = await opened(LEAF);
    assert.equal(leaf.trouble, trouble);
    assert.equal(words.includes("soup"), !trouble);
  }
  document.body.dataset = {};
});

test("a card for one kind opens no leaf of another", async () => {
  answer = Promise.resolve(LEAF);
  for (const [kind, field, trouble] of [
    ["page.addition", "addition", undefined],
    ["page.addition", "reply", "misplaced"],
    ["question.addition", "addition", "misplaced"],
    ["", "reply", undefined],
  ]) {
    const made = element();
    made.card.dataset.leaf = kind;
    Object.assign(made.dataset, { collection: "page", field });
    await made.open();
    assert.equal(made.leaf.trouble, trouble);
    assert.equal(made.words.includes("soup"), !trouble);
    assert.equal(made.words.includes("the sentence for misplaced"), Boolean(trouble));
  }
});
