// The leaves of a goal as a page carries them. Each names the goal it belongs to.
import { leafAt, speaksOf } from "#table/about.js";
import { DAY } from "#web/days.js";
import { isAmount, isCurrency } from "./amounts.js";

/** Every leaf of a field in `place`, as opened: {place, record, revision, trouble?, body?}. */
export function leavesIn(place, field) {
  const found = place.querySelectorAll(`sealed-text[data-field="${field}"]`);
  return [...found].map((each) => ({ place: each, ...leafAt(each) }));
}

/** Whether everything in `place` has been opened, or has not for a reason. */
export function isLookedAt(place) {
  return [...place.querySelectorAll("sealed-text")].every(({ leaf }) => leaf);
}

/** Whether a leaf counts: it opened without trouble, and is of this goal. */
export function counts(goal, leaf) {
  return speaksOf(leaf, { record: goal }) !== "";
}

export function isContribution({ body }) {
  return isAmount(body.amount) && isCurrency(body.currency);
}

export function restsOn(day, { body }) {
  return DAY.test(body.day) && DAY.test(body.until) && body.day <= day && day <= body.until;
}

/** "reached" or "let_go", from an act that speaks of these very words; null where none does. */
export function endingOf(goal, words, endings) {
  const act = endings.find((leaf) => counts(goal, leaf));
  return speaksOf(act, words) === "these" && ["reached", "let_go"].includes(act.body.how) ? act.body : null;
}
