import { explain, sentence } from "#web/sentences.js";
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
  const say = form.querySelector(".say");
  const why = form.querySelector("[data-reason]");
  why.textContent = reason ? sentence(reason) : "";
  why.hidden = !reason;
  say.textContent = "";
  return new Promise((resolve) => {
    let root = null;
    const submit = async (event) => {
      event.preventDefault();
      if (form.ariaBusy === "true") return;
      form.ariaBusy = "true";
      say.textContent = "";
      try {
        root = await unlock(input.value);
        dialog.close();
      } catch (error) {
        say.textContent = explain(error);
        input.select();
      } finally {
        form.ariaBusy = "false";
      }
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
