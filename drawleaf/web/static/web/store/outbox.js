// Words on their way: sealed already, so they can wait through a lock, a closed window and a dead
// server, and be sent by a page that cannot read them. One is gone from here only when the server
// has said that it holds it.
import { readAll } from "./shelf.js";

/**
 * {record, revision, envelope, digest, refused?} in the order in which they were kept; what goes to
 * the table has its address beside it, and the rest of its place: {to, leaf}.
 */
export async function waiting() {
  return (await readAll("outbox")).map(([key, entry]) => ({ key, ...entry }));
}

export async function waitingFor(record) {
  return (await waiting()).filter((entry) => entry.record === record);
}

/** The change that puts an entry behind all others. */
export async function putting(entry) {
  const last = (await waiting()).at(-1)?.key;
  return ["outbox", String(Number(last ?? 0) + 1).padStart(12, "0"), entry];
}

export function done({ key }) {
  return ["outbox", key];
}

export function refusing({ key, ...entry }, reason) {
  return ["outbox", key, { ...entry, refused: reason }];
}
