import { ask } from "#web/send.js";
import { who } from "#web/vault.js";
import { showRecovery } from "./recovery.js";

/**
 * Before the third entry: true once there is a recovery code that somebody has written down.
 * Without a line there can be none yet; then words matter more, and the next entry asks again.
 * The page includes people/_recovery.html.
 */
export async function needRecovery() {
  if ((await who())?.recovery) return true;
  const keyring = await ask("/keyring/").catch(({ status }) => (status === 0 ? null : {}));
  return !keyring || "root-recovery" in (keyring.envelopes ?? {}) || showRecovery();
}
