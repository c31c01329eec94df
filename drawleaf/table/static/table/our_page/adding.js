// The form at the top of our page.
import { today } from "#web/days.js";
import { holdWords, takeOff } from "#web/holding.js";
import { no } from "#web/no.js";
import { during, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { membersOf } from "#table/laying.js";
import { needTable } from "#table/shut.js";
import { offerHeld } from "./held.js";
import { lay } from "./laying.js";

export function watchAdding(form, list) {
  const field = form.querySelector("textarea");
  let isWaiting = false;
  holdWords(form);
  offerHeld(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    let card = null;
    during(form, async () => (card = await add())).then(() => {
      if (!card) return;
      say(form, sentence(card.waits || "added"));
      card.scrollIntoView({ block: "nearest" });
    });
  });
  document.addEventListener("drawleaf:waiting", ({ detail }) => {
    if (isWaiting && !detail.left) say(form, sentence("added"));
    isWaiting &&= detail.left > 0;
  });

  async function add() {
    const { text } = membersOf(form);
    if (!text) throw no("unsaid");
    if (!(await needTable())) return null;
    const card = await lay(list, crypto.randomUUID(), { day: today(), text });
    takeOff(form, field, text);
    isWaiting = Boolean(card.waits);
    return card;
  }
}
