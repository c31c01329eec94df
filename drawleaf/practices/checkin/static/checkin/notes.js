// One's own notes of the last seven days beside what one writes: each goes where one puts it, in
// this browser alone, and none goes anywhere by itself.
import { headsOfEntries } from "#notebook/entries.js";
import { dayOf, firstWords, textOf } from "#notebook/written.js";
import { dayInWords, plus, today } from "#web/days.js";
import { inOne } from "#web/holding.js";
import { during, putInOrder, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { sync, synced, whole } from "#web/store.js";
import { needNotebook } from "#web/unlock.js";
import { who } from "#web/vault.js";

const SEVEN = 7;

export function watchNotes(place) {
  const part = (name) => place.querySelector(`[data-${name}]`);
  const form = place.closest("form");
  const into = part("into");
  const fields = () => [...form.querySelectorAll("textarea[data-member]")];

  part("closed-notes").querySelector("button").addEventListener("click", needNotebook);
  place.addEventListener("toggle", begin);
  // Into what one has written in last, unless one says otherwise.
  form.addEventListener("focusin", ({ target }) => {
    if (fields().includes(target)) into.value = target.dataset.member;
  });
  for (const name of ["unlocked", "synced", "open"]) document.addEventListener(`drawleaf:${name}`, look);
  for (const name of ["locked", "wipe"]) document.addEventListener(`drawleaf:${name}`, clear);

  // What another device has written since comes in a moment later.
  async function begin() {
    const coming = sync().catch(() => {});
    if (!(await synced()).ever) await coming;
    await look();
  }

  async function look() {
    if (!place.open || !fields().length) return;
    const isOpen = Boolean((await who())?.notebook);
    part("closed-notes").hidden = isOpen;
    part("of-week").hidden = !isOpen;
    if (!isOpen) return clear();
    name(into, fields());
    const heads = (await headsOfEntries()).filter(isOfWeek);
    part("none").hidden = heads.length > 0;
    part("some").hidden = !heads.length;
    putInOrder(part("list"), heads.map(rowOf));
  }

  function rowOf(head) {
    const there = part("list").querySelector(`[data-record="${CSS.escape(head.record)}"]`);
    const row = there ?? part("row").content.firstElementChild.cloneNode(true);
    row.querySelector("[data-day]").textContent = dayInWords(dayOf(head));
    row.querySelector("[data-first]").textContent = firstWords(head);
    if (there) return row;
    row.dataset.record = head.record;
    row.querySelector("button").addEventListener("click", () => during(row, () => put(row, head)));
    return row;
  }

  async function put(row, { record }) {
    const field = fields().find(({ dataset }) => dataset.member === into.value);
    const words = textOf(await whole(record));
    field.value = inOne(field.value, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    say(row, sentence("put_there", { part: into.selectedOptions[0].textContent }));
  }

  function clear() {
    part("list").replaceChildren();
  }
}

/** The parts that can be written in, by what they ask. */
function name(into, fields) {
  const options = fields.map(({ dataset, labels }) => new Option(labels[0].textContent, dataset.member));
  if (into.options.length !== options.length) into.replaceChildren(...options);
}

function isOfWeek(head) {
  const day = dayOf(head);
  return !head.trouble && day > plus(today(), -SEVEN) && day <= today();
}
