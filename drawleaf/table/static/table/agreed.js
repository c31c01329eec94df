// What both agree to exists when both have said yes under their own seals: one by offering it, the
// other by an act that names the very words.
import { leafAt, speaksOf } from "./about.js";

/** The sentence for what is wrong with the yes in a place that is to hold the words of `joint`, or null. */
export function doubtOn(place, joint, practice) {
  const [words, yes] = ["words", "yes"].map((field) => {
    const found = place.querySelector(`sealed-text[data-field="${field}"]`);
    return found && leafAt(found);
  });
  if (words?.record !== joint) return "no_yes";
  const about = speaksOf(yes, words);
  if (!about || yes.author.id === words.author.id) return "no_yes";
  if (yes.body.kind !== `${practice}.yes` || words.body.kind !== `${practice}.words`) return "no_yes";
  return about === "these" && words.revision === 1 ? null : "other_words";
}
