// One depth of the deck, as it is drawn from: a theme if one likes, a card, another one.
import { during, goOnFrom, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { drawn, freeOf } from "./deck.js";

/**
 * `know()` gives what is known now, or null where no card may be drawn. The result: the card on
 * view, whether it is still to be had, and putting it out of sight.
 */
export function watchDrawing(section, deck, know) {
  const [choosing, on, asks, about] = ["choosing", "drawn", "asks", "about"].map((name) =>
    section.querySelector(`[data-${name}]`),
  );
  const depth = Number(section.dataset.depth);
  const looked = new Set();
  let card = null;
  for (const button of section.querySelectorAll("[data-draw]")) {
    button.addEventListener("click", () => during(section, draw));
  }
  document.addEventListener("drawleaf:wipe", () => asks.replaceChildren());
  return { card: () => card, draw, show, isFree, putDown: () => put(null) };

  async function draw() {
    const now = await know();
    if (!now) return;
    const { free, again } = freeIn(now);
    put(drawn(free, looked));
    if (again) say(section, sentence("all_used"));
    asks.focus();
  }

  function freeIn({ uses }) {
    return freeOf(deck, uses, { depth, theme: about.value });
  }

  /** The other may have laid the same one meanwhile. */
  function isFree(now) {
    return freeIn(now).free.some(({ id }) => id === card?.id);
  }

  function put(next) {
    const hadFocus = on.contains(document.activeElement);
    card = next;
    show();
    if (!card && hadFocus) goOnFrom(section.querySelector("h1"));
  }

  function show() {
    asks.textContent = card?.asks ?? "";
    on.hidden = !card;
    on.querySelector("[data-if-heavy]")?.toggleAttribute("hidden", !card?.heavy);
    choosing.hidden = Boolean(card);
  }
}
