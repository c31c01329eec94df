// Taking a leaf back: this device remembers it, so that it cannot lie there again unmarked.
import { during } from "#web/paper.js";
import { rowOf } from "#web/sealed.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { rememberTakenBack } from "#web/store.js";

const DONE = "#taken-back";
const said = document.querySelector("[data-said]");

// One's own leaf of that record: the other may have laid something under the same.
function leafOf({ dataset }) {
  const record = CSS.escape(dataset.takeBack);
  const author = CSS.escape(document.body.dataset.person);
  return document.querySelector(`sealed-text[data-record="${record}"][data-author="${author}"]`);
}

// A form names its leaf by `data-take-back`, and where it leads by `data-next`, if not to the table.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-take-back]");
  if (!form) return;
  event.preventDefault();
  during(form, async () => {
    const { next } = await send(form.action);
    await rememberTakenBack(rowOf(leafOf(form)));
    location.assign(form.dataset.next ?? next + DONE);
  });
});

if (said && location.hash === DONE) {
  history.replaceState(null, "", location.pathname + location.search);
  said.textContent = sentence("taken_back");
}
