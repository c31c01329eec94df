// On a device not marked mine, what has not been sent dies with its last tab: the browser asks
// before that happens. Going from page to page within Drawleaf is no leaving.
import { empty } from "#web/device/database.js";
import { isMine } from "#web/device/rows.js";
import { isHeld, tabKey } from "#web/device/tab.js";

const WITHIN = 1000;
let going = 0;

/**
 * Empties a device not marked mine on which no tab has the key any more. Nothing there opens, but
 * the names under which it lies would still tell that somebody wrote, and for whom. A tab that
 * sleeps may have words that were not sent yet: what it has the key to stays.
 */
export async function emptyIfLeft() {
  if ((await isMine()) === false && !(await tabKey()) && !(await isHeld())) await empty();
}

export function warnBeforeLeaving(isUnsent) {
  addEventListener("click", ({ target }) => {
    if (target.closest?.("a[href]")?.origin === location.origin) going = Date.now();
  });
  addEventListener("submit", (event) => {
    if (!event.defaultPrevented) going = Date.now();
  });
  addEventListener("beforeunload", (event) => {
    if (isUnsent() && Date.now() - going > WITHIN) event.preventDefault();
  });
}
