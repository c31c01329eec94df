// A wish says what one likes, or what one would rather not, or both. What is not said has no heading.
export function watchWishes() {
  document.addEventListener("sealed:opened", ({ target, detail: { body } }) => {
    for (const part of target.closest("[data-leaf]").querySelectorAll("[data-with]")) {
      part.hidden = Boolean(body) && !body[part.dataset.with];
    }
  });
}
