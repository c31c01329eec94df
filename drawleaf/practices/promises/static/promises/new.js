// Making one: for the two, or only for oneself. What is only for oneself does not leave by this
// form: it goes into the notebook.
import { keptAs } from "#notebook/keeping.js";
import { membersOf } from "#table/laying.js";
import { holdWords } from "#web/holding.js";
import { during, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { needNotebook } from "#web/unlock.js";
import { keepPrivate } from "./private.js";

/** Comes before the form is watched as one that lays something down. */
export function watchNew(form) {
  const alone = form.querySelector("[data-alone]");
  if (!alone) holdWords(form);
  form.addEventListener("submit", (event) => {
    if (alone && !alone.checked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    during(form, () => keepForMe(form));
  });
}

async function keepForMe(form) {
  const members = membersOf(form);
  const needed = [...form.querySelectorAll("[data-member][required]")];
  if (needed.some(({ dataset }) => !members[dataset.member])) return say(form, sentence("unsaid"), true);
  if (!(await needNotebook())) return undefined;
  const result = await keepPrivate(members);
  if (result.sent) return location.assign(form.dataset.next);
  if (result.kept) form.reset();
  return say(form, keptAs(result), !result.kept);
}
