// Whether two have compared their six words: each keeps that in the notebook, for the server is
// the one they are guarding against.
import { keep, records } from "#web/store.js";
import { sealedUuid } from "#web/vault/bytes.js";

/** What this device knows of it. The notebook must be open. */
export async function comparisons() {
  return (await records()).map(({ body }) => body).filter(({ type }) => type === "compared");
}

/** For these very words: new keys have words of their own. */
export function isSame(compared, { id, digest }) {
  return compared.some((each) => each.couple === sealedUuid(id) && each.digest === digest);
}

export function keepSame({ id, digest }) {
  return keep({ kind: "notebook.record", type: "compared", couple: sealedUuid(id), digest });
}
