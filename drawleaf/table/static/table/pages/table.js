import "#web/shell.js";
import "#table/not_compared.js";
import "#web/cards.js";
import "#web/sealed.js";
import "#table/taking_back.js";
import { askPassphrase } from "#web/unlock.js";
import { who } from "#web/vault.js";

// On a device not marked mine the table shuts with the notebook: one button opens both.
const shut = document.querySelector("[data-shut]");

document.addEventListener("sealed:opened", ({ detail }) => {
  if (shut) shut.hidden = detail.trouble !== "shut";
});
shut?.querySelector("button").addEventListener("click", async () => {
  const reason = (await who())?.mine ? undefined : "why_table";
  await askPassphrase(reason, "open_table", { orPasskey: true });
});
