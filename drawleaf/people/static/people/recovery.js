import { say } from "#web/paper.js";
import { send } from "#web/send.js";
import { recoveryCode, recoveryKeys, settle } from "#web/vault.js";
import { prove } from "./entering.js";
import { onSubmit, Refusal } from "./form.js";
import { show } from "./steps.js";

/**
 * The dialog of people/_recovery.html: the code is shown, typed back, and only then kept, so
 * that no code is ever good that nobody has written down. Resolves with whether it was kept.
 * `proven` as from `prove`, where the passphrase was typed just now.
 */
export async function showRecovery(proven = null) {
  const dialog = document.getElementById("recovery");
  const forms = dialog.querySelectorAll("form");
  dress(dialog, forms);
  dialog.kept = false;
  show(dialog, "ask");
  if (proven) await dialog.begin(proven);
  dialog.showModal();
  return new Promise((resolve) => {
    const done = () => {
      for (const form of forms) {
        form.reset();
        say(form);
      }
      dialog.querySelector("[data-code]").textContent = "";
      document.removeEventListener("drawleaf:locked", shut);
      resolve(dialog.kept);
    };
    const shut = () => dialog.close();
    document.addEventListener("drawleaf:locked", shut);
    dialog.addEventListener("close", done, { once: true });
  });
}

function dress(dialog, [askForm, codeForm, backForm]) {
  if (dialog.dressed) return;
  dialog.dressed = true;
  let known = null;
  let made = null;

  dialog.begin = async (proven) => {
    known = proven;
    made = await recoveryCode(known.root);
    dialog.querySelector("[data-code]").textContent = made.code;
    show(dialog, "code");
  };
  onSubmit(askForm, async () =>
    dialog.begin(await prove(askForm.querySelector("input[type=password]").value)),
  );

  onSubmit(codeForm, async () => show(dialog, "back"));
  backForm.querySelector("[data-again]").addEventListener("click", () => show(dialog, "code"));

  onSubmit(backForm, async () => {
    const typed = backForm.querySelector("input").value;
    const { login } = await recoveryKeys(known.user, typed);
    if (login !== made.fields.login) throw new Refusal("other_code");
    await send(dialog.dataset.recovery, made.fields);
    await settle(known.root);
    dialog.kept = true;
    show(dialog, "kept");
  });
}
