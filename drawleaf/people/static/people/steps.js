const FIRST = ":is(h1, h2, input:not([readonly]), button:not([disabled]))";

/** Shows one `[data-step]` of `root` and hides the others; the reader is led to its beginning. */
export function show(root, name) {
  for (const step of root.querySelectorAll("[data-step]")) step.hidden = step.dataset.step !== name;
  const first = root.querySelector(`[data-step="${name}"] ${FIRST}`);
  if (!first) return;
  if (/^H\d$/.test(first.tagName)) first.tabIndex = -1;
  first.focus({ preventScroll: true });
}

/** Writes words into every `[data-fill]` place of that name, as text. */
export function fill(root, values) {
  for (const [name, value] of Object.entries(values)) {
    for (const place of root.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = value;
  }
}
