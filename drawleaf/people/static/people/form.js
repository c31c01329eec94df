import { during, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { clearMarks, fieldOf, mark } from "./marks.js";

const SLOW = 200;

/** A no of the page's own, with the name of its sentence, and the field it is about. */
export class Refusal extends Error {
  constructor(reason, field = null) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}

/** Runs `act` when the form is sent with all it needs; a no leads to the field it is about. */
export function onSubmit(form, act) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    during(form, async () => {
      clearMarks(form);
      try {
        await whole(form, act);
      } catch (error) {
        const field = error.field ?? fieldOf(form, error.reason);
        if (field) mark(form, field);
        throw error;
      }
    });
  });
}

async function whole(form, act) {
  const fields = [...form.querySelectorAll("[required]")];
  const empty = fields.find((field) => !isFilled(form, field));
  if (empty) throw new Refusal(empty.type === "radio" ? "choose" : "needed", empty);
  const moment = sentence("working");
  const late = setTimeout(say, SLOW, form, moment);
  try {
    await act();
  } finally {
    clearTimeout(late);
    if (form.querySelector(".say").textContent === moment) say(form);
  }
}

function isFilled(form, field) {
  if (field.type === "radio") return Boolean(form.elements[field.name].value);
  return field.value.trim() !== "";
}

/** The same for a button outside a form; what happened is said in its own step. */
export function onPress(button, act) {
  button.addEventListener("click", () => during(button.closest("[data-step], section"), act));
}
