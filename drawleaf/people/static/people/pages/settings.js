import "#web/shell.js";
import { prove } from "#people/entering.js";
import { onSubmit } from "#people/form.js";
import { naming } from "#people/naming.js";
import { showRenewing, takeNewKeys } from "#people/new_keys.js";
import { changePassphrase } from "#people/new_passphrase.js";
import { passkeyList } from "#people/passkeys.js";
import { passphraseField } from "#people/passphrase.js";
import { showRecovery } from "#people/recovery.js";
import { signingOut } from "#people/signing_out.js";
import { say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { who } from "#web/vault.js";

const SAID = "drawleaf:said";
const code = document.querySelector("[data-recovery-code]");
const form = document.querySelector("[data-renew]");

async function tellRecovery() {
  const me = await who();
  const name = me?.recovery ? "recovery_kept" : "recovery_missing";
  code.querySelector("[data-recovery-state]").textContent = me ? sentence(name) : "";
}

async function showCode() {
  await showRecovery();
  await tellRecovery();
}

code.addEventListener("click", showCode);
tellRecovery();

document.getElementById("renew").addEventListener("toggle", begin, { once: true });
passkeyList(document.querySelector("[data-passkeys]"));
showRenewing(document.querySelector("[data-renewing-state]"));
if (location.hash === "#renew") somebodyMayKnow();
if (location.hash === "#code") showCode();
sayWhatHappened();
const nameForm = document.querySelector("form[data-name]");
if (nameForm) naming(nameForm);
signingOut(document.querySelector("form[data-sign-out]"));

function begin() {
  const { user, display } = form.dataset;
  const choose = passphraseField(form.querySelector("[data-passphrase]"), () => [user, display]);
  onSubmit(form, async () => {
    const passphrase = await choose();
    const known = form.elements.known.value === "yes";
    const proven = await prove(form.querySelector("#old-passphrase").value);
    if (known) await takeNewKeys(proven, passphrase, form.dataset.renewal);
    else await changePassphrase(proven.root, passphrase);
    form.reset();
    lookAgain(known ? "new_keys" : "new_passphrase");
  });
}

/** From the sign-in page: whoever comes for this finds the form open, and the answer given. */
function somebodyMayKnow() {
  document.getElementById("renew").open = true;
  form.elements.known.value = "yes";
  form.querySelector("#old-passphrase").focus();
}

/** Devices and passkeys have ended with it, so the page is loaded anew before it says so. */
function lookAgain(name) {
  sessionStorage.setItem(SAID, name);
  history.replaceState(null, "", location.pathname);
  location.reload();
}

function sayWhatHappened() {
  const name = sessionStorage.getItem(SAID);
  if (!name) return;
  sessionStorage.removeItem(SAID);
  const section = form.closest("[data-renewing]");
  say(section, sentence(name));
  section.querySelector("summary").focus({ preventScroll: true });
  section.scrollIntoView({ block: "center" });
}
