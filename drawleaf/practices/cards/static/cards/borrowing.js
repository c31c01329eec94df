// Openings that stand beside a field, to be borrowed: a tap puts one into it, and nothing by itself.

export function watchBorrowing() {
  document.addEventListener("click", ({ target }) => {
    const opening = target.closest("[data-borrow]");
    if (!opening) return;
    const field = opening.closest("form").querySelector("textarea");
    field.value = withOpening(field.value, opening.textContent);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
}

/** What stands in the field stays, and the opening comes after it. */
export function withOpening(value, opening) {
  const [said, more] = [value.trimEnd(), opening.trim()];
  return `${said}${said ? " " : ""}${more} `;
}
