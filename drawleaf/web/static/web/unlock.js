import { checksItsOwner, knowsPasskeys, usePasskey } from "#web/authenticator.js";
import { during, say } from "#web/paper.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { ownPasskeys, unlock, unlockByPasskey, who } from "#web/vault.js";

let asking = null;

/**
 * Asks for the passphrase in the dialog of web/unlock.html. Resolves with the root handle, or
 * with null when the person would rather not. `reason` names a sentence that says what for, and
 * `title` one to stand above it where it is not the notebook. To change the keyring takes the
 * passphrase, and a reason is mostly that; `orPasskey` where it is only to be opened.
 */
export function askPassphrase(reason, title, { orPasskey = !reason } = {}) {
  const dialog = document.getElementById("unlock");
  asking ??= inDialog(dialog, { reason, title, orPasskey }).finally(() => (asking = null));
  return asking;
}

/** True once the notebook is open, asking if it must. */
export async function needNotebook() {
  if ((await who())?.notebook) return true;
  return (await askPassphrase()) !== null;
}

async function inDialog(dialog, { reason, title, orPasskey }) {
  const form = dialog.querySelector("form");
  const input = form.querySelector("#unlock-passphrase");
  const why = dialog.querySelector("[data-reason]");
  const button = dialog.querySelector("[data-by-passkey]");
  why.textContent = reason ? sentence(reason) : "";
  why.hidden = !reason;
  const heading = dialog.querySelector("h1");
  heading.dataset.usual ??= heading.textContent;
  heading.textContent = title ? sentence(title) : heading.dataset.usual;
  say(form);
  const passkeys = await dress(dialog, button, orPasskey);
  return new Promise((resolve) => {
    const shutting = new AbortController();
    let root = null;
    const open = (act) =>
      during(form, async () => {
        root = await act();
        tellUsed();
        dialog.close();
      });
    const submit = (event) => {
      event.preventDefault();
      open(() =>
        unlock(input.value).catch((error) => {
          input.select();
          throw error;
        }),
      );
    };
    const press = () =>
      open(async () =>
        unlockByPasskey(await usePasskey({ allow: passkeys, signal: shutting.signal })),
      );
    const shut = () => dialog.close();
    const done = () => {
      input.value = "";
      shutting.abort();
      document.removeEventListener("drawleaf:closing", shut);
      form.removeEventListener("submit", submit);
      button.removeEventListener("click", press);
      if (root) document.dispatchEvent(new CustomEvent("drawleaf:unlocked"));
      resolve(root);
    };
    form.addEventListener("submit", submit);
    button.addEventListener("click", press);
    dialog.addEventListener("close", done, { once: true });
    document.addEventListener("drawleaf:closing", shut);
    dialog.showModal();
    (passkeys.length ? button : input).focus();
  });
}

/** Shows the passkey first where this device has one, and a quiet offer where it might. */
async function dress(dialog, button, orPasskey) {
  const passkeys = !orPasskey || !knowsPasskeys() ? [] : await ownPasskeys().catch(() => []);
  const has = passkeys.length > 0;
  const may = orPasskey && !has && (await who())?.mine && (await checksItsOwner());
  button.hidden = !has;
  dialog.querySelector("[data-passkey-offer]").hidden = !may;
  dialog.querySelector("form .button").classList.toggle("outline", has);
  return passkeys;
}

/** The device's day of last use. Without a line nobody needs to know. */
function tellUsed() {
  send(document.body.dataset.deviceUse, {}, { keepalive: true }).catch(() => {});
}
