// What one can do with one's own addition: say it anew, take it back, or take it out unsent.
import { fillIn, holdWords } from "#web/holding.js";
import { no } from "#web/no.js";
import { during, goOnFrom, say } from "#web/paper.js";
import { openedIn, rowOf, textOf } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { takeOut } from "#web/store.js";
import { membersOf } from "#table/laying.js";
import { needTable } from "#table/shut.js";
import { lay } from "./laying.js";
import { part, wordsIn } from "./parts.js";

const foldOf = (card) => card.querySelector("[data-own]");

export function watchOwn(card, list) {
  const fold = foldOf(card);
  fold?.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1) unfold(card, fold, list);
  });
}

/** Which ways there are: what no server has had is taken out, all else taken back. */
export function showWays(card) {
  const [back, out] = ["[data-take-back]", "[data-take-out]"].map((way) => card.querySelector(way));
  if (back) back.hidden = card.isOnlyHere;
  if (out) out.hidden = !card.isOnlyHere;
}

function unfold(card, fold, list) {
  const { record, revision } = wordsIn(card).dataset;
  const ways = part("own");
  const change = ways.querySelector("[data-lay]");
  if (change) {
    Object.assign(change.dataset, { record, revision });
    holdWords(change);
    fillIn(change.querySelector("textarea"), textOf(wordsIn(card).leaf?.body ?? {}, "text"));
    does(change, () => anew(card, change, list));
  }
  const back = ways.querySelector("[data-take-back]");
  back.dataset.takeBack = record;
  back.action = `${list.page.dataset.leaves}${record}/taking-back/`;
  does(ways.querySelector("[data-take-out]"), () => out(card, list));
  fold.append(ways);
  showWays(card);
}

function does(form, act) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    during(form, act);
  });
}

async function anew(card, form, list) {
  const { text } = membersOf(form);
  if (!text) throw no("unsaid");
  if (!(await needTable())) return;
  await openedIn(card);
  const { leaf, dataset } = wordsIn(card);
  if (leaf.trouble || !leaf.mine) throw no(leaf.trouble ?? "not_mine");
  needRead(form, dataset);
  const day = textOf(leaf.body, "day");
  if (text !== leaf.body.text) {
    await lay(list, dataset.record, { day, text }, { revision: Number(dataset.revision), digest: leaf.digest });
  }
  // What was written on meanwhile is still to be said, instead of these.
  form.dataset.revision = wordsIn(card).dataset.revision;
  if (membersOf(form).text !== text) return;
  const fold = foldOf(card);
  fold.open = false;
  fold.lastElementChild.remove();
  goOnFrom(fold.firstElementChild);
}

// Newer words of another tab came onto the card after these were begun. Pressed again, it is meant.
function needRead({ dataset }, { revision }) {
  const isRead = dataset.revision === revision;
  dataset.revision = revision;
  if (!isRead) throw no("changed");
}

async function out(card, list) {
  const isGone = await takeOut(rowOf(wordsIn(card)));
  // What the server gave comes back in its place.
  if (isGone && card.isGiven) return location.reload();
  if (isGone) {
    list.remove(card);
    say(list.page, sentence("taken_out"));
    goOnFrom(document.querySelector("main h1"));
  }
  return list.look();
}
