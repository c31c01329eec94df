import { openDB } from "idb";
import { VaultError } from "../vault/errors.js";

const STORES = ["keys", "keyring", "seen", "rows", "packs", "outbox", "meta"];
let opened = null;

/** The one database of this device. Every store has names from outside: `put(value, name)`. */
export function database() {
  opened ??= openDB("drawleaf", 1, {
    upgrade: (db) => STORES.forEach((store) => db.createObjectStore(store)),
    blocking: (_, __, event) => {
      event.target.close();
      opened = null;
    },
    terminated: () => (opened = null),
  }).catch(() => {
    opened = null;
    throw new VaultError("unsupported");
  });
  return opened;
}

/** Empties every store in one transaction: all of it goes, or nothing. */
export async function empty() {
  const change = (await database()).transaction(STORES, "readwrite");
  await Promise.all([...STORES.map((store) => change.objectStore(store).clear()), change.done]);
}
