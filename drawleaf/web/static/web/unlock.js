import { during, say } from "#web/paper.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { unlock, who } from "#web/vault.js";

let asking = null;

/**
 * Asks for the passphrase in the dialog of web/unlock.html. Resolves with the root handle, or
 * with null when the person would rather not. `reason` names a sentence that says what for.
 */
export function askPassphrase(reason) {
  asking ??= inDialog(document.getElementById("unlock"), reason).finally(() => (asking = null));
  return asking;
}

/** True once the notebook is open, asking if it must. */
export async function needNotebook() {
  if ((await who())?.notebook) return true;
  return (await askPassphrase()) !== null;
}

function inDialog(dialog, reason) {
  const form = dialog.querySelector("form");
  const input = form.querySelector("input[type=password]");
  const why = form.querySelector("[data-reason]");
  why.textContent = reason ? sentence(reason) : "";
  why.hidden = !reason;
  say(form);
  return new Promise((resolve) => {
    let root = null;
    const submit = (event) => {
      event.preventDefault();
      during(form, async () => {
        root = await unlock(input.value).catch((error) => {
          input.select();
          throw error;
        });
        tellUsed();
        dialog.close();
      });
    };
    const shut = () => dialog.close();
    const done = () => {
      input.value = "";
      document.removeEventListener("drawleaf:closing", shut);
      form.removeEventListener("submit", submit);
      if (root) document.dispatchEvent(new CustomEvent("drawleaf:unlocked"));
      resolve(root);
    };
    form.addEventListener("submit", submit);
    dialog.addEventListener("close", done, { once: true });
    document.addEventListener("drawleaf:closing", shut);
    dialog.showModal();
    input.focus();
  });
}

/** The device's day of last use. Without a line nobody needs to know. */
function tellUsed() {
  send(document.body.dataset.deviceUse, {}, { keepalive: true }).catch(() => {});
}
