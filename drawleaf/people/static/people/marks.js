import { say } from "#web/paper.js";

/** The field of the form that a no is about: its `data-wrong` names the reasons it may get. */
export function fieldOf(form, reason) {
  return reason ? form.querySelector(`[data-wrong~="${CSS.escape(reason)}"]`) : null;
}

/**
 * Marks a field, or the choice it is one of, as not right until somebody types in it. The line that
 * says why moves to it, for the end of a long form may be out of sight.
 */
export function mark(form, field) {
  const line = form.querySelector(".say");
  const marked = field.closest("[role=radiogroup]") ?? field;
  const before = marked.getAttribute("aria-describedby");
  marked.dataset.described = before ?? "";
  marked.setAttribute("aria-describedby", [before, line.id].filter(Boolean).join(" "));
  marked.setAttribute("aria-invalid", "true");
  field.closest(".field").append(line);
  field.focus();
  const typed = () => {
    clearMarks(form);
    say(form);
  };
  marked.addEventListener("input", typed, { once: true });
}

export function clearMarks(form) {
  const line = form.querySelector(".field .say");
  if (line) form.querySelector(".button").before(line);
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    const { described } = field.dataset;
    field.removeAttribute("aria-invalid");
    if (described) field.setAttribute("aria-describedby", described);
    else field.removeAttribute("aria-describedby");
  }
}
