// Custody: which keys this device holds, where, and for how long.
//
// Own keys always lie sealed under the tab key and go after five minutes away. The table's keys
// stay thirty days on a device marked mine, as keys that no script can read; on any other they lie
// and go as own keys do. The root is never kept. The invariant: after `lock` nothing on this
// device, in any tab, opens the notebook without the passphrase.
import { database, empty } from "./device/database.js";
import * as idle from "./device/idle.js";
import { ownOf, readyOwn, readyTable, tableOf } from "./device/keys.js";
import { sweepNames, sweepShell } from "./device/sweep.js";
import { isMine, opened, put, read, readAll, write, writeForTab } from "./device/rows.js";
import * as tab from "./device/tab.js";
import { world } from "./device/world.js";
import { must } from "./vault/errors.js";

export { database, isMine, read, readAll, write };

/** True when what is open here has seen no touch for five minutes. The shell then calls `lock`. */
export const away = idle.away;

/** Somebody touched a visible page: what is open stays open for five minutes more. */
export const touch = idle.touch;

const DAY = 24 * 60 * 60_000;
const TABLE_STAYS = 30 * DAY;
const memory = { own: null, table: null };

/**
 * Takes the keys of an opened keyring into custody, with `rows` {about, …} that the device may
 * keep beside them; `mine` is what the person said of the device. What lay here for another person
 * goes; when the same person changes their mind about `mine`, only the outbox stays.
 */
export async function install(ring, rows, mine) {
  const before = await about();
  const isSame = before?.person === ring.person;
  if (!isSame || (await isMine()) !== mine) await begin(mine, isSame);
  await ((await hasRow("own")) ? tab.someTabKey() : tab.tabKeyOrNew());
  await idle.begin();
  forget();
  await writeForTab("keys", "own", ownOf(ring));
  await keepTable(await tableOf(ring), mine);
  await write("keyring", Object.entries(rows));
  tab.say({ opened: true });
}

/** What this device may say of its person without a key; undefined when it knows nobody. */
export const about = () => read("keyring", "about");

/** Own keys: {person, keys, current}. Throws `shut` unless the notebook is open and one is here. */
export async function own() {
  if (!(await idle.isHere())) memory.own = null;
  const keys = await held("own", loadOwn);
  must(keys, "shut");
  return keys;
}

/** The table's keys: {person, couples: [{id, key, partner, …}], self, act}. Throws `shut`. */
export async function table() {
  if (!(await memory.table)?.mine && !(await idle.isHere())) memory.table = null;
  const keys = await held("table", loadTable);
  must(keys, "shut");
  const { mine, from, until } = keys;
  const isOver = mine && (world.now() > until || world.now() < from - DAY);
  if (isOver) {
    memory.table = null;
    await put("keys", [["table", undefined]]);
  }
  must(!isOver, "shut");
  return keys;
}

/**
 * Nothing lies under the own key `id` any more: here it is retired from now on, whether or not the
 * server takes the keyring that says so.
 */
export async function retire(id) {
  await write("keyring", [["resealed", id]]);
  memory.own = null;
  tab.say({ retired: true });
}

/** Shuts the notebook in every tab; on a device not marked mine, the table too. */
export async function lock() {
  const drop = Boolean(await isMine());
  await letGo(drop);
  tab.say({ locked: true, drop });
  world.tell("locked");
}

/** Takes everything of Drawleaf off this device, in every tab. */
export async function wipe() {
  forget();
  tab.forgetTabKey();
  sweepNames();
  tab.say({ wiped: true, names: true });
  await empty();
  await sweepShell();
  world.tell("locked");
}

/**
 * The server has ended the session: all keys go, in every tab, and what opens without the server.
 * What has not been sent, and what this device has seen, stay sealed until the same person is back.
 */
export async function shutOut() {
  const drop = Boolean(await isMine());
  forget();
  await put("keys", await everyKey());
  await put("keyring", [["K", undefined]]);
  await idle.end();
  if (drop) tab.forgetTabKey();
  tab.say({ locked: true, drop });
  await sweepShell();
  world.tell("locked");
}

async function begin(mine, isSame) {
  const waiting = isSame ? await readAll("outbox") : [];
  forget();
  tab.forgetTabKey();
  tab.say({ wiped: true });
  await empty();
  await put("meta", [["mine", mine]]);
  await tab.newTabKey();
  await write("outbox", waiting);
}

async function keepTable(secrets, mine) {
  if (mine) {
    const from = world.now();
    const row = { mine, from, until: from + TABLE_STAYS, ...(await readyTable(secrets)) };
    try {
      return await put("keys", [["table", row]]);
    } catch (error) {
      if (error.name !== "DataCloneError") throw error;
    }
  }
  // Not mine, or a browser that cannot keep a key: the secrets go with the tab.
  return writeForTab("keys", "table", secrets);
}

// However many ask at once, keys are made ready once. Whoever asks after `forget` never gets what was
// being read before it; what is not here is looked for again.
async function held(name, load) {
  const reading = (memory[name] ??= load());
  let keys = null;
  try {
    keys = await reading;
    return keys;
  } finally {
    if (!keys && memory[name] === reading) memory[name] = null;
  }
}

async function loadOwn() {
  const [kept, resealed] = await Promise.all([readWhileHere("own"), read("keyring", "resealed")]);
  return kept ? readyOwn(kept, resealed) : null;
}

async function loadTable() {
  const row = await (await database()).get("keys", "table");
  if (row?.mine) return row;
  const secrets = row && (await readWhileHere("table"));
  return secrets ? readyTable(secrets) : null;
}

/** A row of keys under the tab key, while somebody is here; else it goes. */
async function readWhileHere(name) {
  const row = await (await database()).get("keys", name);
  if (row === undefined) return undefined;
  await idle.findTab();
  if (await idle.isHere()) return opened("keys", name, row);
  if (await tab.tabKeyHere()) await lock();
  else await letGo(false);
  return undefined;
}

async function everyKey() {
  const names = await (await database()).getAllKeys("keys");
  return names.map((name) => [name, undefined]);
}

async function hasRow(name) {
  return (await (await database()).getKey("keys", name)) !== undefined;
}

/** `drop`: the tab key goes too. Where rows lie under it, an unsent outbox still needs it. */
async function letGo(drop) {
  forget();
  const { mine } = (await (await database()).get("keys", "table")) ?? {};
  const gone = mine ? ["own"] : ["own", "table"];
  await put(
    "keys",
    gone.map((name) => [name, undefined]),
  );
  await idle.end();
  if (drop) tab.forgetTabKey();
}

function forget() {
  memory.own = null;
  memory.table = null;
  idle.forget();
}

tab.listen(({ locked, drop, wiped, names, opened, retired }) => {
  if (retired) memory.own = null;
  if (locked || wiped || opened) forget();
  if (wiped || drop) tab.forgetTabKey();
  if (names) sweepNames();
  if (locked || wiped) world.tell("locked");
  if (opened) world.tell("unlocked");
});

// A page that is left keeps no keys; one that comes back asks again what may be open.
globalThis.addEventListener?.("pagehide", () => {
  forget();
  tab.hangUp();
});
globalThis.addEventListener?.("pageshow", tab.call);
