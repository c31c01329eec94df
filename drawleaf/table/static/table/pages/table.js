import "#web/shell.js";
import "#web/sealed.js";
import "#table/taking_back.js";
import { needNotebook } from "#web/unlock.js";

// On a device not marked mine the table shuts with the notebook: one button opens both.
const shut = document.querySelector("[data-shut]");

document.addEventListener("sealed:opened", ({ detail }) => {
  if (shut) shut.hidden = detail.trouble !== "shut";
});
shut?.querySelector("button").addEventListener("click", needNotebook);
