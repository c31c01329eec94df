// Times in which nothing is due. Whoever laid one down can say that it is over.
import { speaksOf } from "#table/about.js";
import { DAY, dayInWords, today } from "#web/days.js";
import { putInOrder } from "#web/paper.js";
import { sentence } from "#web/sentences.js";

/** Whether this is a rest of the ritual: it says so itself, whatever the server says. */
export function validRest(leaf, ritual) {
  if (leaf.field !== "rest" || !speaksOf(leaf, { record: ritual })) return false;
  return DAY.test(leaf.body.day) && DAY.test(leaf.body.until);
}

/** Whether one of the leaves rests a ritual on `day`. */
export function restsOn(found, day, ritual) {
  return found.some((leaf) => validRest(leaf, ritual) && leaf.body.day <= day && day <= leaf.body.until);
}

export function showRests(page, found, ritual) {
  const list = page.querySelector("[data-rests]");
  if (!list) return;
  const running = found.filter((leaf) => validRest(leaf, ritual) && leaf.body.until >= today());
  const there = new Map([...list.children].map((card) => [card.dataset.record, card]));
  putInOrder(list, running.map((leaf) => there.get(leaf.record) ?? cardOf(page, leaf)));
  list.hidden = !running.length;
}

function cardOf(page, { record, body, mine }) {
  const card = page.querySelector("template[data-part=rest]").content.firstElementChild.cloneNode(true);
  card.dataset.record = record;
  card.querySelector("[data-until]").textContent = sentence("rests_until", { day: dayInWords(body.until) });
  const there = page.querySelector(`[data-rest="${CSS.escape(record)}"]`);
  const form = card.querySelector("form");
  form.hidden = !mine || !there;
  form.dataset.takeBack = record;
  if (there) form.action = there.dataset.takingBack;
  return card;
}
