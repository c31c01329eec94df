// One's own entries beside what one writes: each goes where one puts it, whole or a part of it, in
// this browser alone, and none goes anywhere by itself.
import { dayInWords, plus, today } from "#web/days.js";
import { inOne } from "#web/holding.js";
import { during, putInOrder, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { sync, synced, whole } from "#web/store.js";
import { needNotebook } from "#web/unlock.js";
import { who } from "#web/vault.js";
import { headsOfEntries } from "./entries.js";
import { dayOf, firstWords, textOf } from "./written.js";

const AT_ONCE = 20;

/** `marking` draws a text so that sentences of it can be marked: that of laying on the table. */
export function offerEntries(place, marking) {
  const part = (name) => place.querySelector(`[data-${name}]`);
  const form = place.closest("form");
  const into = part("into");
  const fields = () => [...form.querySelectorAll("textarea[data-member]")];
  const leaving = new Map();
  // With the page, and not when somebody looks: so no request tells that they do.
  const coming = sync().catch(() => {});
  let shown = AT_ONCE;

  part("closed-notes").querySelector("button").addEventListener("click", needNotebook);
  part("earlier").addEventListener("click", () => {
    shown += AT_ONCE;
    look();
  });
  place.addEventListener("toggle", begin);
  // Into what one has written in last, unless one says otherwise.
  form.addEventListener("focusin", ({ target }) => {
    if (fields().includes(target)) into.value = target.dataset.member;
  });
  for (const name of ["unlocked", "synced", "open"]) document.addEventListener(`drawleaf:${name}`, look);
  for (const name of ["locked", "wipe"]) document.addEventListener(`drawleaf:${name}`, clear);

  // What another device has written since comes in a moment later.
  async function begin() {
    if (!(await synced()).ever) await coming;
    await look();
  }

  async function look() {
    if (!place.open || !fields().length) return;
    const isOpen = Boolean((await who())?.notebook);
    part("closed-notes").hidden = isOpen;
    part("own").hidden = !isOpen;
    if (!isOpen) return clear();
    name(into, fields());
    const heads = (await headsOfEntries()).filter(isOffered);
    part("none").hidden = heads.length > 0;
    part("where").hidden = !heads.length || into.options.length < 2;
    part("earlier").hidden = heads.length <= shown;
    putInOrder(part("list"), heads.slice(0, shown).map(rowOf));
  }

  // A letter that is not sent is offered by its own page alone.
  function isOffered(head) {
    const { days } = place.dataset;
    if (head.body?.unsent) return false;
    const since = days ? plus(today(), -days) : "";
    return !head.trouble && textOf(head) && dayOf(head) > since && (!days || dayOf(head) <= today());
  }

  function rowOf(head) {
    const there = part("list").querySelector(`[data-record="${CSS.escape(head.record)}"]`);
    if (leaving.has(there)) return there;
    const row = there ?? part("row").content.firstElementChild.cloneNode(true);
    row.querySelector("[data-day]").textContent = dayInWords(dayOf(head));
    row.querySelector("[data-first]").textContent = firstWords(head);
    if (there) return row;
    row.dataset.record = head.record;
    row.querySelector("[data-put]").addEventListener("click", () => during(row, () => put(row)));
    row.querySelector("[data-choose]").addEventListener("click", () => during(row, () => choose(row)));
    row.querySelector("[data-whole]").addEventListener("click", () => chooseAll(row));
    return row;
  }

  async function choose(row) {
    const [put, choose, all, selected] = ["put", "choose", "whole", "mark-selected"].map((it) => row.querySelector(`[data-${it}]`));
    const text = textOf(await whole(row.dataset.record));
    [put.hidden, choose.hidden, all.hidden] = [true, true, false];
    say(row, sentence("touch_sentences"));
    const leave = marking(
      row.querySelector("[data-first]"),
      text,
      (passage) => {
        row.passage = passage;
        put.hidden = !passage;
      },
      selected,
    );
    leaving.set(row, leave);
    row.querySelector(".sentence").focus();
  }

  async function chooseAll(row) {
    leaving.get(row)();
    leaving.delete(row);
    row.remove();
    await look();
    part("list").querySelector(`[data-record="${CSS.escape(row.dataset.record)}"] [data-put]`)?.focus();
  }

  async function put(row) {
    const field = fields().find(({ dataset }) => dataset.member === into.value);
    const words = row.passage ?? textOf(await whole(row.dataset.record));
    field.value = inOne(field.value, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const isOne = into.options.length < 2;
    say(row, isOne ? sentence("put_above") : sentence("put_there", { part: into.selectedOptions[0].textContent }));
  }

  function clear() {
    for (const leave of leaving.values()) leave();
    leaving.clear();
    part("list").replaceChildren();
  }
}

/** The parts that can be written in, by what they ask. */
function name(into, fields) {
  const options = fields.map(({ dataset, labels }) => new Option(labels[0].textContent, dataset.member));
  if (into.options.length !== options.length) into.replaceChildren(...options);
}
