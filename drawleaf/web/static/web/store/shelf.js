// The shelves of the device's database. Whatever belongs together is written in one transaction,
// so that a full disk or a closed window leaves all of it or none. On a device not marked mine
// each value lies under the tab key, and is gone with the last tab.
import { database } from "#web/device/database.js";
import * as rows from "#web/device/rows.js";

export class StoreError extends Error {
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Each change is [shelf, key, value]; without a value the key is taken away. */
export function write(changes) {
  if (!changes.length) return undefined;
  return trying(async () => {
    const lying = await Promise.all(
      changes.map(async ([shelf, key, value]) => [shelf, key, await rows.lying(shelf, key, value)]),
    );
    const shelves = [...new Set(changes.map(([shelf]) => shelf))];
    const db = await database();
    const turn = db.transaction(shelves, "readwrite", { durability: "strict" });
    const puts = lying.map(([shelf, key, value]) => {
      const store = turn.objectStore(shelf);
      return value === undefined ? store.delete(key) : store.put(value, key);
    });
    await Promise.all([...puts, turn.done]);
  });
}

/** The value under `key`; undefined when there is none, or its tab is gone. */
export function read(shelf, key) {
  return trying(() => rows.read(shelf, key));
}

/** Every [key, value] whose key begins with `start`. */
export function readAll(shelf, start = "") {
  return trying(() => rows.readAll(shelf, start));
}

/** Every key that begins with `start`. */
export function names(shelf, start = "") {
  return trying(() => rows.names(shelf, start));
}

async function trying(act) {
  try {
    return await act();
  } catch (cause) {
    throw new StoreError(cause.reason === "shut" ? "shut" : "no_room", cause);
  }
}
