// The texts of a practice's sets, as its page carries them, and which of them words name.

/** {set@version: {title, opens, questions}} */
export function readSets() {
  return JSON.parse(document.getElementById("sets").textContent);
}

/** The question that a body names in `asks`, with its id and set: {id, set, asks, parts, …}; or null. */
export function whichOf(sets, { asks: id }) {
  const [set, name] = typeof id === "string" ? id.split("/") : [];
  if (!Object.hasOwn(sets, set) || !Object.hasOwn(sets[set].questions, name)) return null;
  return { id, set: sets[set], ...sets[set].questions[name] };
}

/** Which question it is, one's own words from before new keys still say: the answers bind to it. */
export const isReadable = (trouble) => [undefined, "from_before"].includes(trouble);

/** A practice's list: each row says what is asked, by the words of who asked. */
export function watchRows() {
  document.addEventListener("sealed:opened", ({ target, detail }) => {
    const row = target.closest("[data-asked]");
    if (!row || !detail.body || detail.trouble) return;
    row.querySelector("[data-asks]").textContent = whichOf(readSets(), detail.body)?.asks ?? "";
  });
  const wipe = () => document.querySelectorAll("[data-asked] [data-asks]").forEach((place) => place.replaceChildren());
  document.addEventListener("drawleaf:wipe", wipe);
}
