// What this device keeps. On a device marked mine rows lie as they are (the words in them are
// sealed already); on any other each is sealed again, under the tab key.
import { openUnder, pack, sealUnder, unpack } from "../vault/local.js";
import { must } from "../vault/errors.js";
import { database } from "./database.js";
import { tabKey } from "./tab.js";

const LABEL = "sealed/1 device";

/** Whether this device was marked mine; undefined while nobody has signed in on it. */
export async function isMine() {
  return (await database()).get("meta", "mine");
}

/** One row, or undefined when there is none or its tab is gone. Values are JSON or bytes. */
export async function read(store, name) {
  const { mine, found } = await look(store, (rows) => [rows.get(name)]);
  return mine ? found[0] : opened(store, name, found[0]);
}

/** The rows of `store` whose names begin with `start`, as [name, value], no unreadable ones. */
export async function readAll(store, start = "") {
  const range = IDBKeyRange.bound(start, `${start}\uffff`);
  const { mine, found } = await look(store, (rows) => [rows.getAllKeys(range), rows.getAll(range)]);
  const [names, values] = found;
  const rows = names.map(async (name, at) => [
    name,
    mine ? values[at] : await opened(store, name, values[at]),
  ]);
  return (await Promise.all(rows)).filter(([, value]) => value !== undefined);
}

/** The names that begin with `start`. */
export async function names(store, start = "") {
  return (await database()).getAllKeys(store, IDBKeyRange.bound(start, `${start}\uffff`));
}

/** A value as it lies on this device. */
export async function lying(store, name, value) {
  return value === undefined || (await isMine()) ? value : sealed(store, name, value);
}

/** Writes [[name, value]…] in one transaction; a value of undefined erases. */
export async function write(store, entries) {
  const rows = entries.map(async ([name, value]) => [name, await lying(store, name, value)]);
  await put(store, await Promise.all(rows));
}

/** Under the tab key on every device: for what must not outlive the tab. */
export async function writeForTab(store, name, value) {
  await put(store, [[name, await sealed(store, name, value)]]);
}

export async function readForTab(store, name) {
  return opened(store, name, await (await database()).get(store, name));
}

/** What lies under the tab key, opened; undefined when the tab is gone. */
export async function opened(store, name, value) {
  const key = value === undefined ? null : await tabKey();
  if (!key) return undefined;
  try {
    return unpack(await openUnder(key, LABEL, `${store}/${name}`, value));
  } catch {
    return undefined;
  }
}

/** Writes rows as they are. */
export async function put(store, rows) {
  const change = (await database()).transaction(store, "readwrite");
  const writes = rows.map(([name, value]) =>
    value === undefined ? change.store.delete(name) : change.store.put(value, name),
  );
  await Promise.all([...writes, change.done]);
}

// In one step with whose the device is: it costs no second way to the disk, and no other tab can
// come between the two.
async function look(store, ask) {
  const reading = (await database()).transaction([store, "meta"]);
  const [mine, ...found] = await Promise.all([
    reading.objectStore("meta").get("mine"),
    ...ask(reading.objectStore(store)),
  ]);
  return { mine, found };
}

async function sealed(store, name, value) {
  const key = await tabKey();
  must(key, "shut");
  return sealUnder(key, LABEL, `${store}/${name}`, pack(value));
}
