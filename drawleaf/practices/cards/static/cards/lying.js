// What this device holds of a table, for the few kinds that the cards go by; the rest stays sealed.
import { isReadable } from "#questions/sets.js";
import { openOnTable } from "#web/store.js";
import { readAll } from "#web/store/shelf.js";

/** `rowsOf("question.words")`: the rows of a kind that lie on a couple's table, sealed. */
export async function lyingOn(couple) {
  const rows = (await readAll("rows", `t:${couple}:`)).map(([, row]) => row);
  return (kind) => rows.filter((row) => row.envelope && `${row.collection}.${row.field}` === kind);
}

/** Rows opened, each with its trouble if it has one. */
export function openAll(rows) {
  return Promise.all(
    rows.map((row) =>
      openOnTable(row).then(
        (leaf) => ({ ...row, ...leaf }),
        ({ reason }) => ({ ...row, trouble: reason ?? "damaged" }),
      ),
    ),
  );
}

/** Those that say which question or card it is. */
export function readable(words) {
  return words
    .filter(({ body, trouble }) => body && isReadable(trouble))
    .map((leaf) => ({ ...leaf, trouble: undefined }));
}
