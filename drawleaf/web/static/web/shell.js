import { watchAway } from "#web/shell/away.js";
import { watchClose } from "#web/shell/close.js";
import { watchDialogs } from "#web/shell/dialogs.js";
import { tell } from "#web/shell/events.js";
import { watchOutbox } from "#web/store.js";
import { workerAddress } from "#web/trusted.js";
import { who } from "#web/vault.js";

/** The shell of every page: Close, cover, away, Help, and the notebook's state for the styles. */
watchClose();
watchDialogs();
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

look().then(async (person) => {
  const workers = navigator.serviceWorker;
  if (!person || !workers) return;
  // The shell is kept for offline use only where the person said that the device is theirs.
  const { worker } = document.body.dataset;
  if (person.mine) workers.register(workerAddress(worker), { scope: "/" });
  else {
    for (const one of await workers.getRegistrations()) await one.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  }
});
