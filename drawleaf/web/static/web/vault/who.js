import { about, isMine, lock, own, shutOut, table, wipe } from "#web/device.js";
import { isConfirmed, isLeft } from "./couple.js";

const opens = (keys) =>
  keys().then(
    () => true,
    () => false,
  );

/**
 * Whose device this is, from the device alone: {person, user, name, mine, notebook, table,
 * recovery, renewing, couples: [{id, partner: {id, name}, state, digest, confirmed, left}]}; null
 * when nobody's.
 * `notebook` and `table` say which of the two locks is open.
 */
export async function who() {
  const facts = await about().catch(() => undefined);
  if (!facts) return null;
  const couples = facts.couples.map(async (couple) => ({
    ...couple,
    confirmed: await isConfirmed(couple),
    left: await isLeft(couple),
  }));
  return {
    ...facts,
    mine: Boolean(await isMine()),
    notebook: await opens(own),
    table: await opens(table),
    couples: await Promise.all(couples),
  };
}

export { lock, shutOut, wipe };
