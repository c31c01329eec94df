import "#web/shell.js";
import { confirming } from "#people/confirming.js";
import { onPress } from "#people/form.js";
import { handingOver, hideLink, inviting, showLink } from "#people/inviting.js";
import { allKept, forget } from "#people/kept.js";
import { show } from "#people/steps.js";
import { showTables } from "#people/tables.js";
import { watch } from "#people/watch.js";
import { during, fill, say } from "#web/paper.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { askPassphrase } from "#web/unlock.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { readConfirm, who } from "#web/vault.js";

const steps = document.getElementById("invitation");
const tables = document.querySelector("[data-tables]");
const { invitations } = JSON.parse(document.getElementById("pairing").textContent);
const first = (mine, ...states) =>
  invitations.find((each) => each.mine === mine && states.includes(each.state));
const another = document.querySelector("[data-another]");
const received = first(false, "answered");
let sent = first(true, "answered", "open");
const isPending = Boolean(sent || received);

inviting(steps, (invitation) => {
  sent = invitation;
  watch(steps.dataset.keyring, sent.couple, null);
});
handingOver(steps);
for (const link of steps.querySelectorAll("[data-another-table]")) {
  link.addEventListener("click", () => show(steps, "none"));
}
for (const button of steps.querySelectorAll("[data-unlock]")) {
  onPress(button, async () => (await askPassphrase()) && location.reload());
}
for (const button of steps.querySelectorAll("[data-withdraw]")) onPress(button, withdraw);
document.addEventListener("drawleaf:locked", () => {
  hideLink(steps);
  if (sent) show(steps, "shut");
});
if (isPending) standFirst();
during(steps, look);

async function look() {
  const me = await who();
  const couples = me ? await paired(me) : [];
  const known = couples.map(({ id }) => id);
  const confirmed = invitations.filter(({ state }) => state === "confirmed");
  const unread = confirmed.filter(({ couple }) => !known.includes(couple));
  const now = me ? (await who()).couples : [];
  const shown = now.filter(({ id }) => known.includes(id));
  const below = () => showTables(tables, shown, me?.notebook, askForNewKeys);
  if (!isPending) await below();
  if (sent) await showSent(me);
  else if (unread.some(({ couple }) => isUnfit(couple, me))) show(steps, "stranger");
  else if (!me || unread.length) show(steps, "shut");
  else if (received) showReceived(received, me);
  else if (!couples.length) showNone();
  else another.hidden = false;
  if (isPending) await below();
}

/** What waits for somebody stands above the tables, and has the one filled button. */
function standFirst() {
  tables.before(steps);
  const { content } = document.getElementById("table-of-two");
  content.querySelector("[data-to-table]").classList.add("outline");
}

another.addEventListener("click", () => {
  for (const part of [another, tables, steps.querySelector("[data-first]")]) part.hidden = true;
  steps.querySelector("[data-further]").hidden = false;
  show(steps, "none");
});

function askForNewKeys({ id, partner }) {
  steps.dataset.renews = id;
  fill(steps, { renewed: partner.name });
  tables.hidden = true;
  show(steps, "renew");
}

function showNone() {
  show(steps, "none");
  const wasAnswered = first(false, "withdrawn");
  if (wasAnswered) say(steps.querySelector('[data-step="none"]'), sentence("withdrawn"));
}

/** What this person sent: the link while it is open, then who answered. Both need the notebook. */
async function showSent(me) {
  watch(steps.dataset.keyring, sent.couple, sent.state === "answered" ? false : null);
  if (!me?.notebook) return show(steps, "shut");
  const kept = (await allKept()).find(({ body }) => body.invitation === sealedUuid(sent.id));
  if (!kept) return show(steps, "lost");
  if (sent.state === "answered") return confirming(steps, sent, kept, me);
  const renewed = me.couples.find(({ id }) => id === sent.renews);
  if (renewed) fill(steps, { renewed: renewed.partner.name });
  return showLink(steps, sent, kept.body.secret);
}

function showReceived(received, me) {
  watch(steps.dataset.keyring, received.couple, false);
  const couple = me.couples.find(({ id }) => id === received.couple);
  // Answered on another device: the passphrase brings the newer keyring here.
  if (!couple) return show(steps, "shut");
  fill(steps, { inviter: couple.partner.name });
  return show(steps, "waiting");
}

/** The couples both have said yes to; where the other confirmed just now, the vault checks it. */
async function paired(me) {
  const found = [];
  for (const couple of me.couples) if (await isPaired(couple, me.table)) found.push(couple);
  return found;
}

async function isPaired({ id, confirmed, left }, isOpen) {
  const row = invitations.find((each) => each.couple === id && each.state === "confirmed");
  return Boolean(row) && (confirmed || left || (isOpen && readConfirm(row)));
}

/** The keys are at hand, and the other's yes does not open with them: more waiting does not help. */
function isUnfit(couple, me) {
  return Boolean(me?.table) && me.couples.some(({ id }) => id === couple);
}

async function withdraw() {
  await send(`${steps.dataset.invitations}${sent.id}/withdrawal/`);
  if ((await who())?.notebook) await Promise.all((await allKept()).map(forget));
  location.reload();
}
