// A promise to oneself: a record of the notebook like any other, so that nobody learns of it, the
// server included. It is on the page only while the notebook is open.
import { deleteEntry, keptAs, whyNot } from "#notebook/keeping.js";
import { today } from "#web/days.js";
import { render } from "#web/markdown.js";
import { goOnFrom, putInOrder, say } from "#web/paper.js";
import { textOf } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { briefly, keep, sync } from "#web/store.js";
import { needNotebook } from "#web/unlock.js";
import { showMeta, showWords } from "./words.js";

/** Keeps one; {what, by, often} or {when, then}. Resolves with what `keep` says of it. */
export function keepPrivate(members) {
  return keep({ kind: "notebook.record", type: "promise", day: today(), ...members });
}

export function watchPrivate(section) {
  let turn = 0;
  for (const event of ["open", "unlocked", "locked", "synced", "kept"]) {
    document.addEventListener(`drawleaf:${event}`, look);
  }
  document.addEventListener("drawleaf:wipe", wipe);
  section.querySelector("[data-closed] button").addEventListener("click", needNotebook);
  section.addEventListener("click", ({ target }) => target.closest("li")?.act?.(target));
  sync().catch(() => {});
  return look();

  async function look() {
    const now = ++turn;
    // It may shut while it is being read: then there is nothing here until it opens again.
    const found = await promises().catch((error) => {
      if (error.reason !== "shut") throw error;
      return null;
    });
    const isOpen = found !== null;
    if (now !== turn) return;
    const hasFocus = section.contains(document.activeElement);
    const past = found?.filter(({ body }) => body.outcome) ?? [];
    put("running", found?.filter(({ body }) => !body.outcome) ?? []);
    put("past", past);
    section.querySelector("[data-closed]").hidden = isOpen;
    section.querySelector("[data-none]").hidden = !isOpen || found.length > 0;
    section.querySelector("[data-was]").hidden = !past.length;
    if (hasFocus) goOnFrom(section.querySelector("h2"));
  }

  function wipe() {
    turn += 1;
    for (const list of section.querySelectorAll("ul")) list.replaceChildren();
  }

  function put(name, items) {
    const template = section.querySelector(`template[data-part="${name}"]`);
    const list = section.querySelector(`[data-${name}]`);
    const there = new Map([...list.children].map((row) => [row.dataset.revision, row]));
    const rows = items.map((item) => there.get(revisionOf(item)) ?? rowOf(template, item));
    putInOrder(list, rows);
  }

  function rowOf(template, item) {
    const row = template.content.firstElementChild.cloneNode(true);
    row.dataset.revision = revisionOf(item);
    fill(row, item.body);
    row.act = (button) => act(item, button.dataset);
    return row;
  }

  async function act(item, { end, delete: isGone }) {
    if (!end && isGone === undefined) return;
    try {
      const result = end ? await ended(item, end) : await deleteEntry(item);
      const done = sentence(end ? "private_ended" : "private_deleted");
      say(section, result.sent && !result.undeleted ? done : keptAs(result));
    } catch (error) {
      say(section, whyNot(error), true);
    }
  }
}

async function promises() {
  return (await briefly()).filter(({ body, trouble }) => !trouble && body?.type === "promise");
}

const revisionOf = ({ record, revision }) => `${record} ${revision}`;

function ended({ record, revision, body }, outcome) {
  return keep({ ...body, outcome }, { record, revision });
}

function fill(row, body) {
  const words = row.querySelector("[data-what]");
  words.append(render(textOf(body, "what")));
  for (const each of row.querySelectorAll("[data-ended]")) {
    each.hidden = each.dataset.ended !== body.outcome;
  }
  const often = row.querySelector("[data-often]");
  if (often) often.textContent = textOf(body, "often");
  showWords(row, body);
  if (row.querySelector("[data-meta]")) showMeta(row);
}
