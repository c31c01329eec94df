import { about, isMine, lock, own, shutOut, table, wipe } from "#web/device.js";
import { isConfirmed, isLeft } from "./couple.js";
import { noted } from "./noted.js";

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
  const lying = Promise.all([about(), noted(), isMine()]);
  const [facts, notes, mine] = await lying.catch(() => []);
  if (!facts) return null;
  return {
    ...facts,
    mine: Boolean(mine),
    notebook: await opens(own),
    table: await opens(table),
    couples: facts.couples.map((couple) => ({
      ...couple,
      confirmed: isConfirmed(couple, notes),
      left: isLeft(couple, notes),
    })),
  };
}

export { lock, shutOut, wipe };
