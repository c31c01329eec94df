import { send } from "#web/send.js";
import { recoveryCode, recoveryKeys, settle } from "#web/vault.js";
import { prove } from "./entering.js";
import { onSubmit, Refusal, say } from "./form.js";
import { show } from "./steps.js";

/**
 * The dialog of people/_recovery.html: the code is shown, typed back, and only then kept, so
 * that no code is ever good that nobody has written down. Resolves with whether it was kept.
 */
export function showRecovery() {
  const dialog = document.getElementById("recovery");
  const forms = dialog.querySelectorAll("form");
  dress(dialog, forms);
  dialog.kept = false;
  show(dialog, "ask");
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

  onSubmit(askForm, async () => {
    known = await prove(askForm.querySelector("input[type=password]").value);
    made = await recoveryCode(known.root);
    dialog.querySelector("[data-code]").textContent = made.code;
    show(dialog, "code");
  });

  onSubmit(codeForm, async () => show(dialog, "back"));
  backForm.querySelector("[data-again]").addEventListener("click", () => show(dialog, "code"));

  onSubmit(backForm, async () => {
    const typed = backForm.querySelector("input").value;
    const { login } = await recoveryKeys(known.user, typed);
    if (login !== made.fields.login) throw new Refusal("other_code");
    await send(dialog.dataset.recovery, { ...made.fields, proof: known.proof });
    await settle(known.root);
    dialog.kept = true;
    show(dialog, "kept");
  });
}
