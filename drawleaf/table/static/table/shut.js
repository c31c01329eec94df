// On a device not marked mine the table shuts with the notebook: one button opens both.
import { goOnFrom } from "#web/paper.js";
import { askPassphrase } from "#web/unlock.js";
import { who } from "#web/vault.js";

const shut = document.querySelector("[data-shut]");

/** True once the table is open, asking if it must. */
export async function needTable() {
  const person = await who();
  if (person?.table) return true;
  const reason = person?.mine ? undefined : "why_table";
  return (await askPassphrase(reason, "open_table", { orPasskey: true })) !== null;
}

document.addEventListener("sealed:opened", ({ detail }) => {
  if (!shut) return;
  const hasFocus = shut.contains(document.activeElement);
  shut.hidden = detail.trouble !== "shut";
  if (hasFocus) goOnFrom(document.querySelector("main h1"));
});
shut?.querySelector("button").addEventListener("click", needTable);
