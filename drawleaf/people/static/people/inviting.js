import { dayInWords } from "#web/days.js";
import { fill, say } from "#web/paper.js";
import { isNo, send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { needNotebook } from "#web/unlock.js";
import { invite } from "#web/vault.js";
import { onPress } from "./form.js";
import { allKept, forget, keep } from "./kept.js";
import { qr } from "./qr.js";
import { show } from "./steps.js";

const HERE_ONLY = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Makes a link: its secret goes into the notebook first, and only then the invitation out. In the
 * step of new keys it is for the partner of the table `steps.dataset.renews` alone.
 */
export function inviting(steps, withdrawing) {
  for (const button of steps.querySelectorAll("[data-invite]")) {
    onPress(button, () => sendOut(steps, withdrawing, button.hasAttribute("data-renew")));
  }
}

async function sendOut(steps, withdrawing, isRenewal) {
  if (!(await needNotebook())) return;
  const renews = isRenewal ? steps.dataset.renews : undefined;
  const { fields, link_fragment: secret, record: body } = await invite(steps.dataset.name, renews);
  const record = crypto.randomUUID();
  await keep(body, record);
  const sent = await send(steps.dataset.invitations, { ...fields, renews }).catch((error) =>
    notSent(error, { record, revision: 1 }),
  );
  showLink(steps, sent, secret);
  withdrawing(sent);
  // Only one can be open, so whatever else is kept has had its day.
  const others = (await allKept()).filter((kept) => kept.record !== record);
  await Promise.all(others.map(forget));
}

async function notSent(error, kept) {
  // Without an answer it may have arrived: then its secret is still needed.
  if (isNo(error)) await forget(kept);
  if (error.reason === "one_open") location.reload();
  throw error;
}

export function showLink(steps, { id, expires, renews }, secret) {
  const link = `${location.origin}/join/${id}#${secret}`;
  fill(steps, { expires: dayInWords(expires) });
  for (const part of steps.querySelectorAll("[data-to]")) {
    part.hidden = part.dataset.to !== (renews ? "renewed" : "new");
  }
  steps.querySelector("[data-link]").value = link;
  steps.querySelector("[data-qr]").replaceChildren(qr(link));
  steps.querySelector("[data-localhost]").hidden = !HERE_ONLY.includes(location.hostname);
  show(steps, "open");
}

export function hideLink(steps) {
  steps.querySelector("[data-link]").value = "";
  steps.querySelector("[data-qr]").replaceChildren();
}

/** Share and Copy: one of them is the filled button, Share where the device has it. */
export function handingOver(steps) {
  const field = steps.querySelector("[data-link]");
  const share = steps.querySelector("[data-share]");
  const copy = steps.querySelector("[data-copy]");
  share.hidden = !navigator.share;
  copy.classList.toggle("quiet", !share.hidden);
  share.addEventListener("click", () => navigator.share({ url: field.value }).catch(() => {}));
  copy.addEventListener("click", async () => {
    const step = copy.closest("[data-step]");
    try {
      await navigator.clipboard.writeText(field.value);
      say(step, sentence("copied"));
    } catch {
      say(step, sentence("not_copied"));
      field.select();
    }
  });
}
