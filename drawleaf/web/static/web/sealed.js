// <sealed-text>: an envelope in a page, opened here and nowhere else. Words leave the page whenever
// it is hidden, closed or left, and come back with it; their room stays, so that nothing jumps.
import { dayInWords } from "#web/days.js";
import { render } from "#web/markdown.js";
import { no } from "#web/no.js";
import { isCovered } from "#web/shell/covered.js";
import { sentence } from "#web/sentences.js";
import { openOnTable } from "#web/store.js";

class SealedText extends HTMLElement {
  #turn = 0;
  #trouble = null;
  /** What was opened here, as `openOnTable` gives it; null while nothing is. */
  leaf = null;

  connectedCallback() {
    this.open();
  }

  async open() {
    if (this.hasAttribute("opened") && !this.#trouble) return;
    const turn = ++this.#turn;
    this.leaf = null;
    const row = rowOf(this);
    const reason = whyNotHere(this, row);
    const opening = reason ? Promise.reject(no(reason)) : openOnTable(row);
    const leaf = await opening.catch((error) => ({ trouble: reasonOf(error) }));
    if (turn !== this.#turn) return;
    this.#trouble = leaf.trouble;
    this.leaf = leaf;
    showLeaf(cardOf(this), leaf, this);
    for (const place of [this, ...shownOf(cardOf(this))]) place.style.removeProperty("min-block-size");
    this.setAttribute("opened", "");
    this.dispatchEvent(new CustomEvent("sealed:opened", { bubbles: true, detail: leaf }));
  }

  /** The places with words in them; they are measured before any of a page is emptied. */
  places() {
    return this.hasAttribute("opened") ? [this, ...shownOf(cardOf(this))] : [];
  }

  wipe() {
    this.#turn += 1;
    this.leaf = null;
    if (!this.hasAttribute("opened")) return;
    for (const place of this.places()) place.replaceChildren();
    this.removeAttribute("opened");
    this.setAttribute("wiped", "");
  }
}

const cardOf = (place) => place.closest("[data-leaf]") ?? place.parentElement;

/** Where a card shows more of its own leaf than its words; a card within a card has its own. */
function shownOf(card) {
  return [...card.querySelectorAll("[data-show]")].filter((place) => cardOf(place) === card);
}

/**
 * Fills a leaf's card, for its reader and for the one who is about to lay it down alike: words by
 * the one renderer, author, day, and the sentence that marks what is not as it should be. Which
 * member of the body the words are stands in `data-words`; others go where `data-show` names them.
 */
export function showLeaf(card, leaf, words = card.querySelector("[data-leaf-words]")) {
  const { body, author, mine, trouble } = leaf;
  if (body) words.replaceChildren(render(textOf(body, words.dataset.words || "text")));
  else words.replaceChildren(say(sentence(trouble)));
  fill(card, "author", author && (mine ? sentence("you") : author.name));
  markWhose(card, leaf);
  fill(card, "day", body && dayInWords(String(body.day)));
  fill(card, "trouble", body && trouble ? sentence(trouble) : "");
  // Where a page has no room of its own for it, the mark stands with the words.
  const hasRoom = card.querySelectorAll("[data-leaf-trouble]").length > 0;
  if (body && trouble && !hasRoom) words.append(say(sentence(trouble)));
  for (const place of shownOf(card)) {
    place.textContent = body ? textOf(body, place.dataset.show) : "";
    place.hidden = !place.textContent;
  }
}

/** A member of a body that is text; whatever else may stand there is none. */
export function textOf(body, name) {
  return Object.hasOwn(body, name) && typeof body[name] === "string" ? body[name] : "";
}

// A name can be anybody's, "You" too. Whose words they are is told by what no name can take on: an
// edge that the page draws, and its own words for who listens. Without one's seal there is none.
function markWhose(card, { author, mine, trouble }) {
  const whose = mine ? (trouble ? "" : "mine") : author ? "theirs" : "";
  card.dataset.whose = whose;
  fill(card, "whose", whose && sentence(`leaf_${whose}`));
}

function fill(card, name, text) {
  for (const place of card.querySelectorAll(`[data-leaf-${name}]`)) place.textContent = text || "";
}

function say(text) {
  const line = document.createElement("p");
  line.className = "say";
  line.append(text);
  return line;
}

/**
 * A page that is of one table opens nothing of another's. What is sealed on it is for the two whose
 * words it shows and whose name it says, whatever a host has laid into it.
 */
function isOfPage(couple) {
  const { table } = document.body.dataset;
  return !table || table === couple;
}

/**
 * And a card that is for one kind, `<article data-leaf="page.addition">`, opens no leaf of another:
 * under its seal, what was said in one place would be believed in any.
 */
function isOfCard(place, { collection, field }) {
  const { leaf: kind } = cardOf(place).dataset;
  return !kind || kind === `${collection}.${field}`;
}

function whyNotHere(place, row) {
  if (!isOfPage(row.couple)) return "other_table";
  return isOfCard(place, row) ? "" : "misplaced";
}

/** Of what is about to be sealed: throws where it is not for the table of this page. */
export function needOfPage(couple) {
  if (couple !== document.body.dataset.table) throw no("other_table");
}

/** Resolves once everything sealed in `place` has been opened, or has not. */
export async function openedIn(place) {
  const all = () => [...place.querySelectorAll("sealed-text")];
  while (all().some((each) => !each.leaf)) {
    await new Promise((resolve) => document.addEventListener("sealed:opened", resolve, { once: true }));
  }
}

/** The row that a <sealed-text> carries. */
export function rowOf({ dataset }) {
  return { ...dataset, revision: Number(dataset.revision) };
}

// A shelf that fails takes nothing away: the envelope is still here and opens the next time.
function reasonOf(error) {
  if (!error.reason) console.error(error);
  return error.reason ?? "damaged";
}

customElements.define("sealed-text", SealedText);

// Measured all together: one by one, each would have the page laid out anew.
function keepRoom() {
  const places = [...document.querySelectorAll("sealed-text")].flatMap((each) => each.places());
  const heights = places.map((place) => place.getBoundingClientRect().height);
  for (const [at, place] of places.entries()) place.style.setProperty("min-block-size", `${heights[at]}px`);
}

function every(act) {
  for (const element of document.querySelectorAll("sealed-text")) element[act]();
}

document.addEventListener("drawleaf:wipe", () => {
  keepRoom();
  every("wipe");
});
document.addEventListener("drawleaf:open", () => every("open"));
// The notebook has shut by itself, and what is ours may stay on view.
document.addEventListener("drawleaf:locked", () => {
  if (!isCovered()) setTimeout(every, 0, "open");
});
