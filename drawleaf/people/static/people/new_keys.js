import { fill } from "#web/paper.js";
import { isNo, send } from "#web/send.js";
import { renewRecords, seeAll } from "#web/store.js";
import { newKeys, nothingLeft, settle, writePending } from "#web/vault.js";
import { Refusal } from "./form.js";
import { allKept, forget } from "./kept.js";
import { showRecovery } from "./recovery.js";

/**
 * Somebody may know the passphrase: everything that opens the notebook becomes new. The code is
 * on paper before anything is sent, so that no way back in is ever lost. `proven` as from `prove`.
 */
export async function takeNewKeys(proven, passphrase, address) {
  // What an earlier time has left is finished first: there is room for one key that retires.
  await renewRecords();
  // What still does not open, or is kept back, stands as from before if it comes at all.
  await nothingLeft();
  await writePending(proven.root);
  const made = await newKeys(proven.root, passphrase);
  const keep = async () => {
    // Whoever copied the notebook has the secret of a link that is still open.
    await Promise.all((await allKept()).map(forget));
    await seeAll();
    await send(address, made.fields).catch(unheard);
    await settle(proven.root);
  };
  const isKept = await showRecovery({ proven: { ...proven, made, keep } });
  if (!isKept) throw new Refusal("keys_unchanged");
  await goOn(proven.root).catch(() => {});
}

/** Seals the notebook anew, as far as the line goes, and retires the old key when it is done. */
async function goOn(root) {
  await renewRecords();
  await writePending(root);
}

// It may have arrived, and then the old passphrase is gone.
function unheard(error) {
  throw isNo(error) ? error : new Refusal("renewal_unheard");
}

/** Fills the line that says how far the notebook is sealed anew, and hides it when it is whole. */
export function showRenewing(line) {
  document.addEventListener("drawleaf:renewing", ({ detail: { done, of } }) => {
    line.hidden = done === of;
    fill(line, { done, of });
  });
}
