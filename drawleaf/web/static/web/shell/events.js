/**
 * What the shell tells the page, on `document`:
 *
 *   drawleaf:closing   about to shut: seal what is half written. `event.detail.until(promise)` is
 *                      waited for, a second at most; `event.detail.leaving` when signing out too
 *   drawleaf:wipe      take opened words out of the page, now
 *   drawleaf:open      the page is in view again: opened words may come back
 *   drawleaf:unlocked  the notebook has been opened
 *   drawleaf:signed-out  the server has answered that nobody is signed in here
 *   drawleaf:locked    the notebook is shut (said by the vault, in every tab)
 */
export function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(`drawleaf:${name}`, { detail }));
}

/** Lets pages seal their drafts; resolves when they have, or after a second. */
export async function drafts(leaving) {
  const promises = [];
  tell("closing", { leaving, until: (promise) => promises.push(promise) });
  if (promises.length) await atMost(1000, Promise.allSettled(promises));
}

export function atMost(milliseconds, promise) {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}
