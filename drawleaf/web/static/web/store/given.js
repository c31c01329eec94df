// What a server gives is taken in only where it has the shape of a row. Anything else would lie on
// the device and trip whoever looks at it, long after the server has become honest again.
import { UUID } from "#web/vault/bytes.js";

const NAME = /^[a-z][a-z0-9_-]{0,63}$/;
const isId = (id) => typeof id === "string" && UUID.test(id);
const isCount = (number) => Number.isSafeInteger(number) && number >= 1;

/** Whether this is {record, revision, envelope}, whatever lies in the envelope. */
export function isRecord(row) {
  return isId(row?.record) && isCount(row.revision) && typeof row.envelope === "string";
}

/** Whether this is a leaf, or with no envelope the place of one that was taken back. */
export function isLeaf(row) {
  const ids = [row?.couple, row?.author, row?.record];
  if (row?.joint) ids.push(row.joint);
  const names = [row?.collection, row?.field];
  const isSealed = row?.envelope === null || typeof row?.envelope === "string";
  return ids.every(isId) && names.every((name) => NAME.test(name)) && isCount(row.revision) && isSealed;
}
