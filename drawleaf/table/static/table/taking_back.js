// Taking a leaf back: this device remembers it, so that it cannot lie there again unmarked.
import { during } from "#web/paper.js";
import { rowOf } from "#web/sealed.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { rememberTakenBack } from "#web/store.js";

const DONE = "#taken-back";
const form = document.querySelector("form[data-take-back]");
const said = document.querySelector("[data-said]");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  during(form, async () => {
    const { next } = await send(form.action);
    await rememberTakenBack(rowOf(document.querySelector("sealed-text")));
    location.assign(next + DONE);
  });
});

if (said && location.hash === DONE) {
  history.replaceState(null, "", location.pathname + location.search);
  said.textContent = sentence("taken_back");
}
