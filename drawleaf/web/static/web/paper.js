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
