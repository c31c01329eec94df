// The shell's worker: on a device marked mine it keeps pages; on any other it keeps none, and goes.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { joined } from "./joined.js";

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
globalThis.fetch = async (address) => {
  if (device.isDown) throw new TypeError("no line");
  const { status } = device;
  const text = `<body class="x" data-person="ana">${pathOf(address)} ${status}`;
  const response = new Response(text, { status });
  Object.defineProperty(response, "type", { value: "basic" });
  const { clone } = response;
  response.clone = () => Object.defineProperty(clone.call(response), "type", { value: "basic" });
  return response;
};

await joined(
  "drawleaf/web/static/web/workers/shell.js",
  /device\/database\.js$/,
  `export const database = async () => ({ get: async () => globalThis.device.mine });`,
);

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

const install = () =>
  new Promise((done) => listeners.install({ waitUntil: (promise) => promise.then(done) }));

const kept = () => [...stores.values()].flatMap((rows) => [...rows.keys()]);

beforeEach(() => {
  stores.clear();
  registered = true;
  Object.assign(device, { mine: true, isDown: false, status: 200 });
});

test("on a device marked mine a page is kept, and stands there without a line", async () => {
  await visit("/notebook/");
  assert.deepEqual(kept(), ["/notebook/"]);
  device.isDown = true;
  assert.match(await (await visit("/notebook/")).text(), /data-person/);
  assert.equal(registered, true);
});

test("what two write on is kept once it was looked at, and no other page is", async () => {
  await install();
  assert.equal(kept().includes("/table/page/"), false);
  for (const path of ["/table/page/", "/promises/", "/settings/"]) await visit(path);
  device.isDown = true;
  assert.match(await (await visit("/table/page/")).text(), /table.page/);
  assert.match(await (await visit("/promises/")).text(), /offline/);
});

for (const status of [502, 503, 504]) {
  test(`where the answer is that the server is not there (${status}), it is as without a line`, async () => {
    await install();
    device.status = status;
    assert.match(await (await visit("/notebook/")).text(), /notebook.* 200/);
    assert.match(await (await visit("/settings/")).text(), /offline.* 200/);
  });
}

test("what the server itself says of its troubles is shown, and not kept", async () => {
  await install();
  device.status = 500;
  assert.match(await (await visit("/notebook/")).text(), / 500/);
  device.isDown = true;
  assert.match(await (await visit("/notebook/")).text(), / 200/);
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
  await install();
  assert.deepEqual(kept(), []);
});
