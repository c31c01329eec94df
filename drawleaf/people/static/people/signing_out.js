import { send } from "#web/send.js";
import { atMost } from "#web/shell/events.js";
import { outbox } from "#web/store.js";
import { wipe } from "#web/vault.js";
import { onSubmit, Refusal } from "./form.js";

/** Signs out and takes everything off this device; first says so if something would be lost. */
export function signingOut(form) {
  let warned = false;
  onSubmit(form, async () => {
    if (!warned && (await outbox()).left) {
      warned = true;
      throw new Refusal("unsent");
    }
    await send(form.action);
    // The answer clears this device as well, and may close the database under the wiping.
    await atMost(1500, Promise.allSettled([wipe()]));
    location.replace(form.dataset.next);
  });
}
