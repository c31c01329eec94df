import { leftBefore } from "#web/shell/leaving.js";
import { watchAway } from "#web/shell/away.js";
import { watchClose } from "#web/shell/close.js";
import { watchDialogs } from "#web/shell/dialogs.js";
import { tell } from "#web/shell/events.js";
import { watchLooks } from "#web/shell/looks.js";
import { nameApp } from "#web/shell/name.js";
import { goToYes } from "#web/shell/paired.js";
import { sweepShell } from "#web/device/sweep.js";
import { nameTable } from "#web/shell/whose.js";
import { ask } from "#web/send.js";
import { watchOutbox } from "#web/store.js";
import { workerAddress } from "#web/trusted.js";
import { shutOut, who } from "#web/vault.js";

/** The shell of every page: Close, cover, away, Help, and the notebook's state for the styles. */
nameApp();
await leftBefore();
watchClose();
watchDialogs();
watchLooks();
watchAway();
watchOutbox();

function show(isOpen) {
  document.documentElement.dataset.notebook = isOpen ? "open" : "shut";
}

async function look() {
  const person = await who();
  show(Boolean(person?.notebook));
  return person;
}

document.addEventListener("drawleaf:open", look);
document.addEventListener("drawleaf:unlocked", () => tell("open"));
document.addEventListener("drawleaf:locked", () => {
  show(false);
  tell("wipe");
});

// A page on which somebody has signed in meanwhile is theirs, whatever an older answer says.
const begun = document.body.dataset.person;
document.addEventListener("drawleaf:signed-out", () => {
  if (document.body.dataset.person === begun) shutOut();
});

// It leads past the top of a page, not away from what stands after the #.
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});
for (const field of document.querySelectorAll("input[data-user]")) {
  field.value ||= document.body.dataset.user ?? "";
}
look().then(async (person) => {
  if (!person) return;
  nameTable(person);
  // As a page begins, never while somebody writes on it.
  goToYes(person);
  // A page for nobody, on somebody's device: has the session ended?
  if (!begun) return ask("/keyring/").catch(() => {});
  // The shell is kept for offline use only where the person said that the device is theirs.
  const { worker } = document.body.dataset;
  if (!person.mine) return sweepShell();
  navigator.serviceWorker?.register(workerAddress(worker), { scope: "/" });
});
