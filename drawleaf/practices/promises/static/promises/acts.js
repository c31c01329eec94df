import { speaksOf } from "#table/about.js";

const OUTCOMES = ["kept", "let_go"];

/** How a promise ended: "kept", "let_go", or "unsaid" where its author has not said so. */
export function endOf(words, act) {
  const isSaid =
    act?.body?.kind === "promise.outcome" &&
    speaksOf(act, words) === "these" &&
    act.author?.id === words.author?.id;
  return isSaid && OUTCOMES.includes(act.body.outcome) ? act.body.outcome : "unsaid";
}
