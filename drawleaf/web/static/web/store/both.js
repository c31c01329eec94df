// Two devices wrote on the same record. Neither is dropped: what the server holds stays in its
// place, and one's own words become an entry of their own, marked "also written here".
import { openRecord, sealRecord } from "#web/vault.js";
import { sealedUuid } from "#web/vault/bytes.js";
import { folding, leavingOut } from "./copy.js";
import { done, putting, waitingFor } from "./outbox.js";
import { rememberingAll } from "./seen.js";
import { commit } from "./whole.js";

/**
 * Only within `whole`, with the notebook open. `theirs` is the server's row, or null when it has
 * lost the record. Resolves with the record under which one's own words now stand, if they do.
 */
export async function keepBoth(record, theirs) {
  const mine = await waitingFor(record);
  if (!mine.length) return null;
  const other = theirs && (await readable(theirs));
  const acknowledged = mine.findIndex((entry) => entry.digest === other?.digest);
  if (acknowledged >= 0) {
    await commit(mine.slice(0, acknowledged + 1).map(done));
    return null;
  }
  const { body } = await openRecord(mine.at(-1));
  const again = body.type === "entry" ? await anew(record, body) : null;
  const items = [again?.item, other].filter(Boolean);
  await commit([
    ...mine.map(done),
    ...(again ? [await putting(again.entry)] : []),
    ["rows", `n:${record}`, other ? undefined : (theirs ?? undefined)],
    ...(other ? [] : await leavingOut(record)),
    ...(await folding(items)),
    ...(await rememberingAll(items)),
  ]);
  return again?.item.record ?? null;
}

async function anew(record, body) {
  const item = { record: crypto.randomUUID(), revision: 1 };
  item.body = { ...body, also: sealedUuid(record) };
  const { envelope, digest } = await sealRecord(item.record, 1, item.body);
  item.digest = digest;
  return { item, entry: { record: item.record, revision: 1, envelope, digest } };
}

async function readable(row) {
  try {
    const { body, digest } = await openRecord(row);
    return { record: row.record, revision: row.revision, digest, body };
  } catch {
    return null;
  }
}
