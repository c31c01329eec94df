import "#web/shell.js";
import { enrolment } from "#people/enrol.js";
import { onPress } from "#people/form.js";
import { reserved } from "#people/reserved.js";
import { show } from "#people/steps.js";
import { keepLink, secretHere, wayBack } from "#people/way_back.js";
import { fill, say } from "#web/paper.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { askPassphrase } from "#web/unlock.js";
import { join, readInvite, settle } from "#web/vault.js";

// `couple_seen`: answered once already, and then the line broke while the server still waits.
const STEPS = { expired: "expired", shut: "locked", couple_seen: "locked" };
const SAID = ["bad_name", "oneself"];

// The secret leaves the address at once: it must not lie in the history of this browser.
// A phone may drop the tab while its reader looks elsewhere, so the tab keeps it until it is used.
const secret = location.hash.slice(1) || secretHere();
history.replaceState(null, "", location.pathname);
window.addEventListener("hashchange", () => location.reload());
const page = document.getElementById("join");
if (page) {
  if (secret) keepLink(`${location.pathname}#${secret}`);
  onPress(page.querySelector("[data-open]"), async () => (await askPassphrase()) && read());
  const button = page.querySelector("[data-join]");
  if (button) onPress(button, joining);
  read();
}

async function read() {
  if (!secret) return show(page, "no_secret");
  let invite;
  try {
    invite = await readInvite({ ...page.dataset }, secret, reserved());
  } catch ({ reason }) {
    return refuse(reason);
  }
  fill(page, { partner: invite.name });
  const form = page.querySelector("[data-enrol]");
  if (form) return enrolling(form, invite);
  page.querySelector("[data-first]").hidden = invite.isRenewal;
  page.querySelector("[data-again]").hidden = !invite.isRenewal;
  return show(page, "answer");
}

/** The one step for what does not fit, with the sentence of its reason where there is one. */
function refuse(reason) {
  if (STEPS[reason] !== "locked") wayBack();
  show(page, STEPS[reason] ?? "unreadable");
  if (SAID.includes(reason)) say(page.querySelector('[data-step="unreadable"]'), sentence(reason));
}

function enrolling(form, invite) {
  enrolment(form, ({ root }) => answer(root), () => invite.name);
  show(page, "enrol");
}

async function joining() {
  const root = await askPassphrase("why_passphrase", "is_it_you");
  if (root) await answer(root);
}

async function answer(root) {
  const { fields } = await join(root, { ...page.dataset, secret, reserved: reserved() });
  const { next } = await send(page.dataset.answer, fields);
  await settle(root);
  wayBack();
  location.assign(next);
}
