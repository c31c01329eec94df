// What an act is about. It counts under its author's seal, and beside the very words it names: the
// word of a host is none, and a leaf that a host lays beside others says nothing of them.
import { sealedUuid } from "#web/vault/bytes.js";

/** How an act names a leaf that is open: [record, revision, digest]. */
export const nameOf = ({ record, revision, digest }) => [sealedUuid(record), revision, digest];

/** What a <sealed-text> holds, as a leaf: {record, revision, digest, author, mine, body} or its trouble. */
export function leafAt({ dataset, leaf }) {
  const { record, revision } = dataset;
  return { record, revision: Number(revision), ...(leaf ?? { trouble: "shut" }) };
}

/**
 * Whether an act speaks of a leaf, both as they were opened: of "these" words, of "earlier" ones, or
 * "". Of a leaf that is not at hand, {record}, it says only whether it speaks of it.
 */
export function speaksOf(act, leaf) {
  const [record, revision, digest] = Array.isArray(act?.body?.about) ? act.body.about : [];
  if (act?.trouble || leaf.trouble || record !== sealedUuid(leaf.record)) return "";
  return leaf.digest && revision === leaf.revision && digest === leaf.digest ? "these" : "earlier";
}
