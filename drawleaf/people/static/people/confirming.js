import { fill, say } from "#web/paper.js";
import { send } from "#web/send.js";
import { explain } from "#web/sentences.js";
import { askPassphrase } from "#web/unlock.js";
import { confirm, readJoin, settle } from "#web/vault.js";
import { onPress } from "./form.js";
import { forget } from "./kept.js";
import { reserved } from "./reserved.js";
import { show } from "./steps.js";

/** Who has answered, and the button that says yes to them. */
export async function confirming(steps, sent, kept, me) {
  const { id, join, invited, renews } = sent;
  const more = { kept: kept.body, reserved: reserved(), renews };
  const answer = { invitation: id, join, invited, ...more };
  const button = steps.querySelector("[data-confirm]");
  const { name, reason } = await whoAnswered(answer, sent.couple, me);
  if (!name) {
    show(steps, "unfit");
    say(steps.querySelector('[data-step="unfit"]'), explain({ reason }), true);
    return;
  }
  show(steps, "answered");
  fill(steps, { answerer: name });
  onPress(button, async () => {
    const root = await askPassphrase("why_passphrase", "is_it_you");
    if (!root) return;
    const { fields } = await confirm(root, answer);
    await send(`${steps.dataset.invitations}${id}/confirmation/`, fields);
    await settle(root);
    await forget(kept);
    location.reload();
  });
}

// Whatever else does not open, does not open with this link.
const SAID = ["expired", "oneself", "couple_seen", "bad_name"];

async function whoAnswered(answer, couple, me) {
  try {
    return await readJoin(answer);
  } catch ({ reason }) {
    // Said yes to once already, and then the line broke: this device knows who it is.
    const known = reason === "couple_seen" && me.couples.find(({ id }) => id === couple);
    if (known) return known.partner;
    return { reason: SAID.includes(reason) ? reason : "answer_unreadable" };
  }
}
