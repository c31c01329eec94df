import { ask } from "#web/send.js";

const EVERY = 5_000;

/**
 * Loads the page again once the other has moved: `known` is how the couple stands on this page,
 * null (no answer yet), false (answered) or true (confirmed).
 */
export function watch(address, couple, known) {
  async function look() {
    if (document.hidden || document.querySelector("dialog[open]")) return;
    const { couples } = await ask(address).catch(() => ({}));
    if (couples && standing(couples, couple) !== known) location.reload();
  }
  setInterval(look, EVERY);
  document.addEventListener("drawleaf:open", look);
}

function standing(couples, id) {
  return couples.find((couple) => couple.id === id)?.confirmed ?? null;
}
