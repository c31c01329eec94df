import { send } from "#web/send.js";
import { explain } from "#web/sentences.js";
import { askPassphrase } from "#web/unlock.js";
import { confirm, readJoin, settle } from "#web/vault.js";
import { onPress, say } from "./form.js";
import { forget } from "./kept.js";
import { fill, show } from "./steps.js";

/** Who has answered, and the button that says yes to them. */
export async function confirming(steps, sent, kept, me) {
  const { id, join, invited } = sent;
  const answer = { invitation: id, join, invited, kept: kept.body };
  const button = steps.querySelector("[data-confirm]");
  const name = await nameOf(answer, sent.couple, me);
  show(steps, "answered");
  if (!name) {
    button.hidden = true;
    say(button.closest("[data-step]"), explain({ reason: "answer_unreadable" }), true);
    return;
  }
  fill(steps, { answerer: name });
  onPress(button, async () => {
    const root = await askPassphrase("why_confirm");
    if (!root) return;
    const { fields } = await confirm(root, answer);
    await send(`${steps.dataset.invitations}${id}/confirmation/`, fields);
    await settle(root);
    await forget(kept);
    location.reload();
  });
}

async function nameOf(answer, couple, me) {
  try {
    return (await readJoin(answer)).name;
  } catch (error) {
    // Said yes to once already, and then the line broke: this device knows who it is.
    const known = error.reason === "couple_seen" && me.couples.find(({ id }) => id === couple);
    return known ? known.partner.name : null;
  }
}
