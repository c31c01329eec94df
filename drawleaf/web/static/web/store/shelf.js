// The shelves of the device's database. Whatever belongs together is written in one transaction,
// so that a full disk or a closed window leaves all of it or none. On a device not marked mine
// each value lies under the tab key, and is gone with the last tab.
import { database } from "#web/device/database.js";
import { isMine } from "#web/device/rows.js";
import { tabKey } from "#web/device/tab.js";
import { openUnder, pack, sealUnder, unpack } from "#web/vault/local.js";

const LABEL = "sealed/1 device";

export class StoreError extends Error {
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Each change is [shelf, key, value]; without a value the key is taken away. */
export function write(changes) {
  if (!changes.length) return undefined;
  return trying(async (db) => {
    const rows = await Promise.all(changes.map(lying));
    const shelves = [...new Set(rows.map(([shelf]) => shelf))];
    const turn = db.transaction(shelves, "readwrite", { durability: "strict" });
    const puts = rows.map(([shelf, key, value]) => {
      const store = turn.objectStore(shelf);
      return value === undefined ? store.delete(key) : store.put(value, key);
    });
    await Promise.all([...puts, turn.done]);
  });
}

/** The value under `key`; undefined when there is none, or its tab is gone. */
export function read(shelf, key) {
  return trying(async (db) => standing(shelf, key, await db.get(shelf, key)));
}

/** Every [key, value] whose key begins with `start`. */
export function readAll(shelf, start = "") {
  return trying(async (db) => {
    const range = IDBKeyRange.bound(start, `${start}\uffff`);
    const { store } = db.transaction(shelf);
    const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    const rows = keys.map(async (key, at) => [key, await standing(shelf, key, values[at])]);
    return (await Promise.all(rows)).filter(([, value]) => value !== undefined);
  });
}

async function lying([shelf, key, value]) {
  if (value === undefined || (await isMine())) return [shelf, key, value];
  const sealing = await tabKey();
  if (!sealing) throw new StoreError("shut");
  return [shelf, key, await sealUnder(sealing, LABEL, `${shelf}/${key}`, pack(value))];
}

async function standing(shelf, key, value) {
  if (value === undefined || (await isMine())) return value;
  const opening = await tabKey();
  if (!opening) return undefined;
  return openUnder(opening, LABEL, `${shelf}/${key}`, value).then(unpack, () => undefined);
}

async function trying(act) {
  try {
    return await act(await database());
  } catch (cause) {
    throw cause instanceof StoreError ? cause : new StoreError("no_room", cause);
  }
}
