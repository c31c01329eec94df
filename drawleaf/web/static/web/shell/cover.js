import { dayInWords, today } from "#web/days.js";

/** A page with the day on it: what lies over Drawleaf while it is closed or out of view. */
const cover = document.getElementById("cover");
const title = document.title;

export function lay() {
  if (cover.open) return;
  const day = dayInWords(today());
  cover.querySelector("[data-day]").textContent = day;
  document.title = day;
  cover.showModal();
}

export function lift() {
  if (!cover.open) return;
  cover.close();
  document.title = title;
}

/** One sentence under the day. */
export function tellOnCover(text) {
  cover.querySelector("[data-said]").textContent = text;
}

/**
 * Calls `lifted` when the person comes back by a tap, a key or Escape. The press that laid the
 * cover may end on it, so a tap counts only when it began here; `may` says whether a key may.
 */
export function onLift(may, lifted) {
  let here = false;
  cover.addEventListener("pointerdown", () => (here = true));
  cover.addEventListener("click", (event) => {
    if (event.detail === 0 ? may() : here) lifted();
    here = false;
  });
  cover.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (may()) lifted();
  });
}
