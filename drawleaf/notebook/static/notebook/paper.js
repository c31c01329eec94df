// Filling a page that was made from its template.
export { say } from "#web/paper.js";

/** The copy of a part: <template data-part="name">. */
export function part(name) {
  const template = document.querySelector(`template[data-part="${name}"]`);
  return template.content.firstElementChild.cloneNode(true);
}

/** Puts words into every [data-name] place of a page. */
export function fill(page, words) {
  for (const [name, text] of Object.entries(words)) {
    for (const place of page.querySelectorAll(`[data-${name}]`)) place.textContent = text;
  }
}

/** Shows a [data-name] place, or hides it. */
export function reveal(page, name, isShown = true) {
  for (const place of page.querySelectorAll(`[data-${name}]`)) place.hidden = !isShown;
}
