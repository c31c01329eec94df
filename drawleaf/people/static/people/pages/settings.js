import "#web/shell.js";
import { prove } from "#people/entering.js";
import { onSubmit } from "#people/form.js";
import { passphraseField } from "#people/passphrase.js";
import { showRecovery } from "#people/recovery.js";
import { renew } from "#people/renew.js";
import { signingOut } from "#people/signing_out.js";
import { say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { who } from "#web/vault.js";

const code = document.querySelector("[data-recovery-code]");
const form = document.querySelector("[data-renew]");

async function tellRecovery() {
  const me = await who();
  const name = me?.recovery ? "recovery_kept" : "recovery_missing";
  code.querySelector("[data-recovery-state]").textContent = me ? sentence(name) : "";
}

code.addEventListener("click", async () => {
  await showRecovery();
  await tellRecovery();
});
tellRecovery();

document.getElementById("renew").addEventListener("toggle", begin, { once: true });
signingOut(document.querySelector("form[data-sign-out]"));

function begin() {
  const { user, display } = form.dataset;
  const choose = passphraseField(form.querySelector("[data-passphrase]"), () => [user, display]);
  onSubmit(form, async () => {
    const passphrase = await choose();
    const known = form.elements.known.value === "yes";
    const proven = await prove(form.querySelector("#old-passphrase").value);
    await renew(proven.root, passphrase, { known });
    form.querySelector("#old-passphrase").value = "";
    say(form, sentence(known ? "renewed_known" : "renewed"));
    await tellRecovery();
    if (known && (await showRecovery(proven))) say(form, sentence("renewed"));
    await tellRecovery();
  });
}
