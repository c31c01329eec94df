// Going deeper takes both. A yes is an act under its author's seal, about the words of the safe
// space that stands opened: no host can say it for anybody, nor carry it over to another one. It is
// of a day, and counts on it and on the day beside it, for two who live by different clocks.
import { speaksOf } from "#table/about.js";
import { between, DAY } from "#web/days.js";

export function isYes(act, words, today) {
  const { body } = act;
  if (body?.kind !== "cards.deeper" || act.revision !== 1 || speaksOf(act, words) !== "these") return false;
  return DAY.test(body.day) && Math.abs(between(body.day, today)) <= 1;
}

/** {mine: one's own acts that count, both: whether there is one of each}. */
export function yesesOf(acts, words, today) {
  const counting = acts.filter((act) => isYes(act, words, today));
  const mine = counting.filter((act) => act.mine);
  return { mine, both: mine.length > 0 && mine.length < counting.length };
}
