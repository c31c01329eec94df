// Acts count under their author's own seal, and beside the very words they name. The server's word
// alone that something is over is none.
import { sealedUuid } from "#web/vault/bytes.js";

const OUTCOMES = ["kept", "let_go"];

/** Whether an opened leaf speaks of what lies in this <sealed-text>: "these" words, "earlier" or "". */
export function isAbout(act, { leaf, dataset }) {
  const [record, revision, digest] = Array.isArray(act?.body?.about) ? act.body.about : [];
  if (act?.trouble || !leaf || leaf.trouble || record !== sealedUuid(dataset.record)) return "";
  return revision === Number(dataset.revision) && digest === leaf.digest ? "these" : "earlier";
}

/** How a promise ended: "kept", "let_go", or "unsaid" where its author has not said so. */
export function endOf(words, act) {
  const isSaid =
    act?.body?.kind === "promise.outcome" &&
    isAbout(act, words) === "these" &&
    act.author?.id === words.leaf.author?.id;
  return isSaid && OUTCOMES.includes(act.body.outcome) ? act.body.outcome : "unsaid";
}
