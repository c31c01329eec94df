// Words that were half written at Close come back with the notebook. On a device where the table
// stays open nobody asks for it, so the page offers to open it as long as they are held.
import { needNotebook } from "#web/unlock.js";
import { who } from "#web/vault.js";

const AWAY = 5 * 60_000;

export function offerHeld(form) {
  const offer = form.querySelector("[data-held]");
  const field = form.querySelector("textarea");
  let since = null;
  document.addEventListener("drawleaf:closing", () => {
    if (field.value.trim()) since = Date.now();
  });
  document.addEventListener("drawleaf:open", look);
  offer.querySelector("button").addEventListener("click", async () => {
    if (await needNotebook()) field.focus();
  });

  async function look() {
    if ((await who())?.notebook) since = null;
    offer.hidden = since === null || Date.now() - since > AWAY;
  }
}
