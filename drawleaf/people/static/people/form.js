import { explain } from "#web/sentences.js";

/** A no of the page's own, with the name of its sentence. */
export class Refusal extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
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

export function onSubmit(form, act) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    during(form, async () => {
      const fields = [...form.querySelectorAll("[required]")];
      const empty = fields.find((field) => !isFilled(form, field));
      if (!empty) return act();
      empty.focus();
      throw new Refusal("needed");
    });
  });
}

function isFilled(form, field) {
  if (field.type === "radio") return Boolean(form.elements[field.name].value);
  return field.value.trim() !== "";
}

/** The same for a button outside a form; what happened is said in its own step. */
export function onPress(button, act) {
  button.addEventListener("click", () => during(button.closest("[data-step], section"), act));
}
