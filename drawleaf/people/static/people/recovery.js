import { say } from "#web/paper.js";
import { send } from "#web/send.js";
import { recoveryCode, recoveryKeys, settle } from "#web/vault.js";
import { prove } from "./entering.js";
import { onSubmit, Refusal } from "./form.js";
import { clearMarks } from "./marks.js";
import { show } from "./steps.js";

/**
 * The dialog of people/_recovery.html: the code is shown, typed back, and only then kept, so
 * that no code is ever good that nobody has written down. Resolves with whether it was kept.
 * `proven` as from `prove`, where the passphrase was typed just now; with `made` {code, fields} and
 * `keep` where the code comes with something else that is to be kept. `before`: what is kept right
 * after it, "words" or "nothing"; for words the dialog makes way as soon as the code is kept.
 */
export async function showRecovery({ proven = null, before = "nothing" } = {}) {
  const dialog = document.getElementById("recovery");
  const forms = dialog.querySelectorAll("form");
  dress(dialog, forms);
  dialog.kept = false;
  dialog.before = before;
  for (const part of dialog.querySelectorAll("[data-before]")) {
    part.hidden = part.dataset.before !== before;
  }
  show(dialog, "ask");
  if (proven) await dialog.begin(proven);
  dialog.showModal();
  return new Promise((resolve) => {
    const done = () => {
      for (const form of forms) {
        form.reset();
        clearMarks(form);
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
    made = known.made ?? (await recoveryCode(known.root));
    dialog.querySelector("[data-code]").replaceChildren(...inGroups(made.code));
    show(dialog, "code");
  };
  onSubmit(askForm, async () =>
    dialog.begin(await prove(askForm.querySelector("input[required]").value)),
  );

  onSubmit(codeForm, async () => show(dialog, "back"));
  backForm.querySelector("[data-again]").addEventListener("click", () => show(dialog, "code"));

  async function keepCode() {
    await send(dialog.dataset.recovery, made.fields);
    await settle(known.root);
  }

  onSubmit(backForm, async () => {
    const typed = backForm.querySelector("input").value;
    const { login } = await recoveryKeys(known.user, typed);
    const { recovery_login: expected = made.fields.login } = made.fields;
    if (login !== expected) throw new Refusal("other_code");
    await (known.keep ?? keepCode)();
    dialog.kept = true;
    if (dialog.before === "words") dialog.close();
    else show(dialog, "kept");
  });
}

/** A code to be copied by hand: a line may end after a group of it, never within one. */
function inGroups(code) {
  return code.split("-").flatMap((group) => {
    const span = document.createElement("span");
    span.textContent = group;
    return [span, " "];
  });
}
