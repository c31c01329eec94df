// Rows of five dots, such as how close a day felt. They go with one's words into the notebook, and
// nowhere else. The same dot again takes it away.

/** `values()` gives {close?: 1 to 5, …} by the names in `data-dots`; `put(values)` sets them. */
export function watchDots(form, changed) {
  const rows = [...form.querySelectorAll("[data-dots]")];
  for (const row of rows) {
    row.addEventListener("click", ({ target }) => {
      const dot = target.closest("[data-dot]");
      if (!dot || form.ariaBusy === "true") return;
      set(row, dot.getAttribute("aria-pressed") === "true" ? undefined : Number(dot.dataset.dot));
      changed();
    });
  }
  return {
    values: () =>
      Object.fromEntries(rows.map((row) => [row.dataset.dots, valueOf(row)]).filter(([, value]) => value)),
    put: (values) => rows.forEach((row) => set(row, values[row.dataset.dots])),
  };
}

const dotsOf = (row) => [...row.querySelectorAll("[data-dot]")];

function valueOf(row) {
  return Number(dotsOf(row).find((dot) => dot.getAttribute("aria-pressed") === "true")?.dataset.dot ?? 0);
}

function set(row, value) {
  for (const dot of dotsOf(row)) {
    dot.setAttribute("aria-pressed", String(Number(dot.dataset.dot) === value));
    dot.toggleAttribute("data-full", Number(dot.dataset.dot) <= (value ?? 0));
  }
}
