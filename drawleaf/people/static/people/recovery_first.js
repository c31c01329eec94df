import { ask } from "#web/send.js";
import { who } from "#web/vault.js";

/**
 * Before the third entry: whether there is a recovery code that somebody has written down. Without
 * a line nobody can have one made; then words matter more, and the next entry asks again.
 */
export async function lacksRecovery() {
  // A page for somebody who has one brings no dialog for another.
  if ((await who())?.recovery || !document.getElementById("recovery")) return false;
  const keyring = await ask("/keyring/").catch(({ status }) => (status === 0 ? null : {}));
  return Boolean(keyring) && !("root-recovery" in (keyring.envelopes ?? {}));
}
