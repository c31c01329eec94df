import { speaksOf } from "#table/about.js";

const SAYS = ["thanks", "talk"];

/**
 * What an answer says to a wish, both as they were opened: "thanks", "talk", or "" where it is none.
 * It counts under the seal of the other one: nobody answers their own wish.
 */
export function answerTo(wish, leaf) {
  const isOne = leaf?.body?.kind === "foundations.wish-answer" && speaksOf(leaf, wish) === "these";
  const isTheirs = isOne && leaf.author?.id !== wish.author?.id;
  return isTheirs && SAYS.includes(leaf.body.answer) ? leaf.body.answer : "";
}
