const FIRST = ":is(h1, h2, input:not([readonly]), button:not([disabled])):not([hidden])";

/**
 * Shows one `[data-step]` of `root` and hides the others. Whoever was reading another is led to
 * the beginning of this one; a page that has just loaded stays where it is.
 */
export function show(root, name) {
  const steps = [...root.querySelectorAll("[data-step]")];
  const isTurn = steps.some((step) => !step.hidden);
  for (const step of steps) step.hidden = step.dataset.step !== name;
  const first = isTurn && root.querySelector(`[data-step="${name}"] ${FIRST}`);
  if (!first) return;
  if (/^H\d$/.test(first.tagName)) first.tabIndex = -1;
  first.focus();
}
