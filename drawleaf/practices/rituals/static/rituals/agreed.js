// A ritual exists when both have said yes under their own seals: one by offering it, the other by
// an act that names the very words. The server's word alone is none.
import { sealedUuid } from "#web/vault/bytes.js";

/** The sentence for what is wrong with a yes, or null; both are leaves as they were opened. */
function doubtOf(words, yes, record) {
  if (!yes?.body || yes.trouble || !words?.body || words.trouble) return "no_yes";
  if (yes.author.id === words.author.id || yes.body.kind !== "ritual.yes") return "no_yes";
  if (words.body.kind !== "ritual.words") return "no_yes";
  const [about, revision, digest] = Array.isArray(yes.body.about) ? yes.body.about : [];
  if (about !== sealedUuid(record)) return "no_yes";
  return revision === 1 && digest === words.digest ? null : "other_words";
}

/** The same for a place of the page that holds both, and is to hold the words of `ritual`. */
export function doubtOn(place, ritual) {
  const of = (field) => place.querySelector(`sealed-text[data-field="${field}"]`);
  if (of("words")?.dataset.record !== ritual) return "no_yes";
  return doubtOf(of("words").leaf, of("yes")?.leaf, ritual);
}
