// What stands on our page: what the server gave, and what waits on this device to be sent.
import { monthInWords } from "#web/days.js";
import { putInOrder } from "#web/paper.js";
import { openedIn, textOf } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { onTheWay } from "#web/store.js";
import { byMonth } from "./months.js";
import { showWays, watchOwn } from "./own.js";
import { PLACE, part, wordsIn } from "./parts.js";

/**
 * The list on the page. `show` puts a leaf of one's own on it, `remove` takes a card away, and
 * `look` says anew what waits and puts all in their months. What is `underWay`, by its record, is
 * not shown before it is known whether it goes or waits.
 */
export function listOf(page) {
  const { additions: couple } = page.dataset;
  const place = page.querySelector("[data-months]");
  const flat = place.querySelector("ul");
  const cards = [...flat.children];
  const months = new Map();
  const underWay = new Set();
  const list = { page, couple, underWay, show, remove, look };
  let turn = 0;

  cards.forEach((card, at) => add(card, -at, true));
  document.addEventListener("sealed:opened", ({ target }) => markEdited(target));
  for (const event of ["open", "waiting"]) {
    document.addEventListener(`drawleaf:${event}`, () => look().catch((error) => error.reason || console.error(error)));
  }
  return list;

  function add(card, came, isGiven = false) {
    Object.assign(card, { came, isGiven });
    watchOwn(card, list);
  }

  function cardOf({ record }) {
    return cards.find((card) => wordsIn(card).dataset.record === record);
  }

  function show(row) {
    const there = cardOf(row);
    if (there) return put(there, row);
    const card = put(part("addition"), row);
    add(card, cards.length + 1);
    cards.push(card);
    flat.append(card);
    document.querySelector("[data-empty]")?.remove();
    return card;
  }

  function remove(card) {
    cards.splice(cards.indexOf(card), 1);
    card.remove();
  }

  async function look() {
    const now = ++turn;
    await openedIn(place);
    const waiting = (await onTheWay({ couple, ...PLACE })).filter(({ record }) => !underWay.has(record));
    for (const row of new Map(waiting.map((each) => [each.record, each])).values()) {
      if ("newest" in page.dataset || cardOf(row)) show(row);
    }
    await openedIn(place);
    if (now !== turn) return;
    for (const card of cards) tell(card, waiting);
    arrange();
  }

  function arrange() {
    const found = byMonth(cards.map((card) => ({ card, came: card.came, day: dayOf(card) })));
    const sections = found.map(([month, items]) => {
      const section = month ? sectionOf(month) : flat;
      putInOrder(month ? section.lastElementChild : flat, items.map(({ card }) => card));
      return section;
    });
    flat.hidden = !sections.includes(flat);
    putInOrder(place, [...(flat.hidden ? [flat] : []), ...sections]);
  }

  function sectionOf(month) {
    if (!months.has(month)) months.set(month, part("month"));
    const section = months.get(month);
    section.firstElementChild.textContent = monthInWords(month);
    return section;
  }
}

// As if it had been wiped: where there were words there is room for others, and the page stays.
function put(card, { couple, author, record, revision, collection, field, envelope }) {
  if (wordsIn(card).dataset.envelope === envelope) return card;
  const words = document.createElement("sealed-text");
  words.setAttribute("wiped", "");
  Object.assign(words.dataset, { couple, author, record, revision, collection, field, envelope, words: "text" });
  wordsIn(card).replaceWith(words);
  return card;
}

function tell(card, waiting) {
  const own = waiting.filter(({ record }) => record === wordsIn(card).dataset.record);
  const isRefused = own.some(({ refused }) => refused);
  const line = card.querySelector("[data-waits]");
  line.textContent = own.length ? sentence(isRefused ? "not_taken_here" : "not_sent_yet") : "";
  card.isOnlyHere = own[0]?.revision === 1 || isRefused;
  showWays(card);
}

function markEdited(words) {
  const mark = words.closest("[data-leaf]")?.querySelector("[data-edited]");
  if (mark) mark.hidden = !words.leaf?.body || words.dataset.revision === "1";
}

function dayOf(card) {
  const { body } = wordsIn(card).leaf;
  return body ? textOf(body, "day") : "";
}
