// A promise with what was said about it: how it ended, and thanks. The same in a list as by itself.
import { leafAt, speaksOf } from "#table/about.js";
import { openedIn, textOf } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { endOf } from "./acts.js";

export function watchPromises() {
  for (const place of document.querySelectorAll("[data-promise]")) show(place);
  const form = document.querySelector("form[data-reword]");
  if (form) document.addEventListener("sealed:opened", ({ detail }) => leaveOneWay(form, detail.body));
}

async function show(place) {
  await openedIn(place);
  const of = (field) => [...place.querySelectorAll(`sealed-text[data-field="${field}"]`)];
  const [words] = of("words");
  if (!words || words.leaf.trouble === "shut") return watchAgain(place);
  markOwner(place, words.leaf);
  const end = endOf(leafAt(words), of("outcome")[0]?.leaf);
  for (const each of place.querySelectorAll("[data-ended]")) each.hidden = each.dataset.ended !== end;
  for (const each of of("thanks")) showThanks(each, words);
  const [open, form] = ["[data-when-open]", "form[data-thanking]"].map((each) => document.querySelector(each));
  if (open) open.hidden = Boolean(words.leaf.trouble);
  open?.querySelector("[data-unless-kept]")?.toggleAttribute("hidden", end === "kept");
  if (open && form) form.hidden = of("thanks").some(({ leaf }) => leaf.mine);
}

// Under whose name it stands is the server's word; whose it is, the seal's.
function markOwner(place, { body, mine }) {
  const { mine: asMine, theirs: asTheirs } = place.dataset;
  const isOther = (asMine !== undefined && !mine) || (asTheirs !== undefined && mine);
  const line = place.querySelector("[data-leaf-trouble]");
  if (body && isOther && line) line.textContent ||= sentence("another_owner");
}

// A table that is shut opens later.
function watchAgain(place) {
  document.addEventListener("drawleaf:open", () => setTimeout(show, 0, place), { once: true });
}

/** Thanks for something else, or by who is thanked, are none; for earlier words they say so. */
export function showThanks(thanks, words) {
  const about = speaksOf(thanks.leaf, leafAt(words));
  const card = thanks.closest("[data-thanks]");
  card.hidden = !about || thanks.leaf.author?.id === words.leaf.author?.id;
  card.querySelector("[data-earlier]").hidden = about !== "earlier";
}

/** The form knows both ways of promising; what is changed was said in one of them. */
function leaveOneWay(form, body) {
  if (!body || (!textOf(body, "what") && !textOf(body, "then"))) return;
  const way = textOf(body, "what") ? "plain" : "answer";
  for (const part of form.querySelectorAll("[data-way]")) if (part.dataset.way !== way) part.remove();
}
