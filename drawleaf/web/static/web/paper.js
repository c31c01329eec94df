// What every page does to its paper: fills places, says what happened, rests its buttons.
import { explain } from "#web/sentences.js";

/** Writes words into every `[data-fill]` place of that name, as text. */
export function fill(root, values) {
  for (const [name, value] of Object.entries(values)) {
    for (const place of root.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = value;
  }
}

/** Puts a sentence into the `.say` of a form or section; none empties it. */
export function say(place, text = "", wrong = false) {
  const line = place.querySelector(".say");
  line.classList.toggle("wrong", wrong);
  line.textContent = text;
}

/**
 * Where to go on by keys after an act that took away what had the focus: at `place`, which may be
 * any element. Where the focus still is on something, it stays.
 */
export function goOnFrom(place) {
  const at = document.activeElement;
  if (at !== document.body && at?.checkVisibility()) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus();
}

/** Puts `children` into a list. What stands in its order already is not moved, and keeps the focus. */
export function putInOrder(list, children) {
  const isSame = list.children.length === children.length && children.every((it, at) => list.children[at] === it);
  if (!isSame) list.replaceChildren(...children);
}

/** Runs `act` with the buttons of `place` at rest, and says so if it fails. */
export async function during(place, act) {
  if (place.getAttribute("aria-busy") === "true") return;
  rest(place, true);
  say(place);
  try {
    await act();
  } catch (error) {
    if (!error.reason) console.error(error);
    say(place, explain(error), true);
  } finally {
    rest(place, false);
  }
}

// Not `disabled`: that would take the focus away from who pressed.
function rest(place, isBusy) {
  place.setAttribute("aria-busy", String(isBusy));
  for (const button of place.querySelectorAll(".button")) {
    button.setAttribute("aria-disabled", String(isBusy));
  }
}
