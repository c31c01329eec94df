// What was looked for, so that an entry opens where it stands. It stays in this page's memory: no
// address tells it, and it goes when the page is covered.
const PLAIN = /^[\0-\x7f]*$/;
let looked = null;

/** Letters without case and accents. */
export function folded(text) {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export function lookedFor(record, wanted) {
  looked = { record, wanted };
}

/** Offers the first of `parts` in which all, or else some, of what was looked for stands. */
export function offerFound(record, parts) {
  if (looked?.record !== record) return;
  const texts = parts.map((part) => folded(part.textContent));
  const holds = (text) => (term) => text.includes(term);
  let at = texts.findIndex((text) => looked.wanted.every(holds(text)));
  if (at < 0) at = texts.findIndex((text) => looked.wanted.some(holds(text)));
  parts[at]?.setAttribute("data-looked-for", "");
}

globalThis.document?.addEventListener("drawleaf:wipe", () => (looked = null));
