// The shell's worker: on a device marked mine it keeps pages; on any other it keeps none, and goes.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "worker-"));
after(() => rmSync(folder, { recursive: true }));

const listeners = {};
const stores = new Map();
const device = (globalThis.device = {});
let registered;

const pathOf = (address) => new URL(address.url ?? address, "https://drawleaf.example").pathname;
const cacheOf = (rows) => ({
  put: async (address, response) => rows.set(pathOf(address), response),
  addAll: async (addresses) => addresses.forEach((address) => rows.set(pathOf(address), null)),
  keys: async () => [...rows.keys()].map((path) => ({ url: `https://drawleaf.example${path}` })),
  delete: async (address) => rows.delete(pathOf(address)),
});
globalThis.caches = {
  keys: async () => [...stores.keys()],
  delete: async (name) => stores.delete(name),
  async open(name) {
    if (!stores.has(name)) stores.set(name, new Map());
    return cacheOf(stores.get(name));
  },
  match: async (address, { cacheName }) => stores.get(cacheName)?.get(pathOf(address))?.clone(),
};
globalThis.location = { origin: "https://drawleaf.example" };
globalThis.self = {
  addEventListener: (name, hear) => (listeners[name] = hear),
  skipWaiting() {},
  clients: { claim: async () => {} },
  registration: { unregister: async () => (registered = false) },
};
globalThis.fetch = async () => {
  if (device.isDown) throw new TypeError("no line");
  const response = new Response(`<body class="x" data-person="ana">`);
  Object.defineProperty(response, "type", { value: "basic" });
  const { clone } = response;
  response.clone = () => Object.defineProperty(clone.call(response), "type", { value: "basic" });
  return response;
};

const stub = {
  name: "stub",
  setup(how) {
    how.onResolve({ filter: /device\/database\.js$/ }, ({ path }) => ({ path, namespace: "stub" }));
    how.onLoad({ filter: /.*/, namespace: "stub" }, () => ({
      contents: `export const database = async () => ({ get: async () => globalThis.device.mine });`,
    }));
  },
};
const outfile = join(folder, "worker.mjs");
await build({
  entryPoints: ["drawleaf/web/static/web/workers/shell.js"],
  absWorkingDir: join(import.meta.dirname ?? ".", "../../../.."),
  bundle: true,
  format: "esm",
  plugins: [stub],
  outfile,
  logLevel: "error",
});
await import(pathToFileURL(outfile));

/** Goes to a page, as the worker sees it. */
async function visit(path) {
  const waits = [];
  let answer;
  listeners.fetch({
    request: { method: "GET", mode: "navigate", url: `https://drawleaf.example${path}` },
    respondWith: (promise) => (answer = promise),
    waitUntil: (promise) => waits.push(promise),
  });
  const response = await answer;
  await Promise.all(waits);
  return response;
}

const kept = () => [...stores.values()].flatMap((rows) => [...rows.keys()]);

beforeEach(() => {
  stores.clear();
  registered = true;
  Object.assign(device, { mine: true, isDown: false });
});

test("on a device marked mine a page is kept, and stands there without a line", async () => {
  await visit("/notebook/");
  assert.deepEqual(kept(), ["/notebook/"]);
  device.isDown = true;
  assert.match(await (await visit("/notebook/")).text(), /data-person/);
  assert.equal(registered, true);
});

for (const mine of [false, undefined]) {
  test(`where the device is ${mine === false ? "not mine" : "nobody's"} any more, all goes`, async () => {
    await visit("/notebook/");
    device.mine = mine;
    assert.match(await (await visit("/table/")).text(), /data-person/);
    assert.deepEqual([kept(), [...stores.keys()], registered], [[], [], false]);
    await visit("/");
    assert.deepEqual(kept(), []);
  });
}

test("a device that becomes another's while the worker is set up keeps nothing of it", async () => {
  device.mine = false;
  await new Promise((done) => listeners.install({ waitUntil: (promise) => promise.then(done) }));
  assert.deepEqual(kept(), []);
});
