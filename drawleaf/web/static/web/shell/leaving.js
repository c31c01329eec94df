// Close that was held without a line: the next page, whichever it is, ends the session first.
import { LEAVING } from "#web/device/sweep.js";
import { send } from "#web/send.js";
import { sentence } from "#web/sentences.js";
import { lay, onLift, tellOnCover } from "#web/shell/cover.js";
import { atMost } from "#web/shell/events.js";
import { wipe } from "#web/vault.js";

/** Ends the session at the server; from now on until it has answered, this device is leaving. */
export async function signOff() {
  const { person, signOut } = document.body.dataset;
  if (person) localStorage.setItem(LEAVING, "1");
  else if (!isLeaving()) return;
  try {
    await send(signOut, {}, { keepalive: true });
  } catch (error) {
    // Nobody is signed in any more; or this page is nobody's, and the server is there to say so.
    const isOut = error.status === 401 || (!person && error.status && error.status < 500);
    if (!isOut) throw error;
  }
  localStorage.removeItem(LEAVING);
}

/** Never resolves while this device is leaving, so that nothing else of the page begins. */
export async function leftBefore() {
  if (!isLeaving()) return;
  lay();
  await atMost(1500, wipe().catch(() => {}));
  const again = () => signOff().then(() => location.reload(), () => tellOnCover(sentence("leaving")));
  onLift(() => true, again);
  addEventListener("online", again);
  again();
  await new Promise(() => {});
}

const isLeaving = () => localStorage.getItem(LEAVING) !== null;
