import { during } from "#web/paper.js";

/** A no of the page's own, with the name of its sentence. */
export class Refusal extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
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
