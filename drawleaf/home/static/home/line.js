// A line for today: sealed on Keep, asking once for the passphrase where the notebook is shut.
import { drafting } from "#notebook/drafting.js";
import { keepEntry, keptAs, whyNot } from "#notebook/keeping.js";
import { say } from "#notebook/paper.js";
import { today } from "#web/days.js";
import { draft } from "#web/store.js";
import { needNotebook } from "#web/unlock.js";
import { who } from "#web/vault.js";

export function line(form) {
  const field = form.querySelector("textarea");
  const half = drafting(form, "today", () => ({ day: today(), text: field.value }));
  // With the notebook shut there is no key to seal a draft with. Then the words wait in this
  // page's memory: after Close until the passphrase is there, else until the page is in view.
  let held = "";
  let isClosed = false;

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    half.around(keepIt).catch((error) => say(form, whyNot(error), true));
  });
  document.addEventListener("drawleaf:closing", () => (isClosed = true));
  document.addEventListener("drawleaf:wipe", takeAway);
  document.addEventListener("drawleaf:open", find);
  find();

  async function keepIt() {
    say(form);
    if (!field.value.trim() || !(await needNotebook())) return;
    const result = await keepEntry({ day: today(), text: field.value });
    if (!result) return;
    await half.drop();
    put("");
    say(form, keptAs(result));
  }

  function takeAway() {
    half.save();
    held ||= field.value;
    put("");
  }

  async function find() {
    const isOpen = (await who())?.notebook;
    if (isOpen) isClosed = false;
    if (field.value || isClosed) return;
    put(held || (isOpen && (await draft("today"))?.text) || "");
    held = "";
  }

  function put(text) {
    field.value = text;
    show();
  }

  function show() {
    form.querySelector("button").hidden = !field.value.trim();
  }
}
