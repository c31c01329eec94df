// Devices and tabs in Node: the vault as esbuild joins it, loaded anew for every page, so that each
// page has a memory of its own, each tab its session storage, each device its database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { serverOf } from "./server_of.js";

export const PASSPHRASE = "abacus zoom oat spool absentee";
export const SALT = "AAAAAAAAAAAAAAAAAAAAAA";

const RealChannel = globalThis.BroadcastChannel;
const realClone = globalThis.structuredClone;
const folder = mkdtempSync(join(tmpdir(), "vault-"));
const file = join(folder, "page.mjs");
const source = `
  export * as vault from "#web/vault.js";
  export * as device from "#web/device.js";
  export * as rows from "#web/device/rows.js";
  export * as tab from "#web/device/tab.js";
  export * as store from "#web/store.js";
  export { send } from "#web/send.js";
  export { renewRecords } from "#web/store/renewal.js";
  export * as halves from "#web/store/reveal.js";
  export { flush } from "#web/store/sending.js";
  export * as reveal from "#questions/reveal.js";
  export { world } from "#web/device/world.js";`;
await build({
  stdin: { contents: source, resolveDir: import.meta.dirname ?? "." },
  bundle: true,
  format: "esm",
  outfile: file,
  logLevel: "error",
});

globalThis.document = Object.assign(new EventTarget(), {
  body: { dataset: { argon2Worker: "/argon2.js", words: "/words.txt", records: "/notebook/records/" } },
  cookie: "csrftoken=t",
  querySelector: () => null,
  querySelectorAll: () => [],
});

// Stretching is tried elsewhere with Argon2id itself; here it need only be quick and the same.
globalThis.Worker = class extends EventTarget {
  async postMessage({ password, salt }) {
    const both = new Uint8Array([...password, ...salt]);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", both));
    this.dispatchEvent(Object.assign(new Event("message"), { data: { hash } }));
  }
  terminate() {}
};

let devices = 0;
let pages = 0;
const channels = new Set();

/** Somebody has signed up on a new device, in one tab: {server, device, tab, keyring, root}. */
export async function personOf(name, { mine, clones } = {}) {
  const server = serverOf();
  const device = deviceOf(server, { clones });
  const tab = await device.tab();
  const user = name.toLowerCase();
  const who = { user, name, passphrase: PASSPHRASE, kdf: 1, salt: SALT };
  const { fields, root } = await tab.vault.enrol(who);
  const keyring = server.enrolled(fields, SALT);
  return { server, device, tab, keyring, root: await tab.vault.enter(keyring, root, { mine }) };
}

/** A device: `tab()` opens a tab, and a tab's `page()` loads a page in it, leaving the last. */
export function deviceOf(server, { clones = true } = {}) {
  devices += 1;
  const name = `device ${devices}`;
  const device = { factory: new IDBFactory(), clock: { now: Date.parse("2026-11-22T19:00Z") } };
  device.names = new Map();
  device.locks = locksOf();
  device.tab = async () => {
    const session = new Map();
    const tab = { session, told: [] };
    tab.page = async () => {
      tab.close();
      Object.assign(globalThis, worldOf(name, device, server));
      globalThis.structuredClone = clones ? realClone : cannotClone;
      pages += 1;
      const page = await import(`${pathToFileURL(file)}?page=${pages}`);
      page.world.now = () => device.clock.now;
      page.world.tab = () => storage(session);
      page.world.shelves = () => [storage(session), storage(device.names)];
      page.world.locks = () => device.locks;
      page.world.tell = (event) => tab.told.push(event);
      await page.device.database();
      Object.assign(tab, { current: page.tab }, page);
      const { channel } = device;
      tab.sleep = () => channel.close();
      return tab;
    };
    tab.close = () => tab.current?.hangUp();
    return tab.page();
  };
  /** Every row of every store, as it lies there. */
  device.rows = async (tab) => {
    const db = await tab.device.database();
    const stores = [...db.objectStoreNames].map((store) => db.getAll(store));
    return (await Promise.all(stores)).flat();
  };
  return device;
}

// Shared locks alone, which is all that tabs hold.
function locksOf() {
  const held = [];
  return {
    query: async () => ({ held }),
    async request(name, _, act) {
      const lock = { name };
      held.push(lock);
      await act();
      held.splice(held.indexOf(lock), 1);
    },
  };
}

function worldOf(name, device, server) {
  class BroadcastChannel extends RealChannel {
    constructor(channel) {
      super(`${name} ${channel}`);
      channels.add(this);
      device.channel = this;
    }
    // Whoever waits for what other tabs say is not idle; all are hung up at the end.
    unref() {}
  }
  return { indexedDB: device.factory, BroadcastChannel, fetch: (...request) => server.fetch(...request) };
}

function storage(session) {
  return {
    getItem: (key) => session.get(key) ?? null,
    setItem: (key, value) => session.set(key, value),
    removeItem: (key) => session.delete(key),
    key: (at) => [...session.keys()][at],
    get length() {
      return session.size;
    },
  };
}

function cannotClone(value, options) {
  if (
    JSON.stringify(value, (_, part) => (part instanceof CryptoKey ? "a key" : part))?.includes(
      "a key",
    )
  ) {
    throw new DOMException("no", "DataCloneError");
  }
  return realClone(value, options);
}

/** Lets what the tabs say to each other arrive. */
export const soon = (milliseconds = 30) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

after(() => {
  for (const channel of channels) channel.close();
  rmSync(folder, { recursive: true });
});
