// The shell's worker, on devices marked mine alone. It keeps the pages of the five places, the page
// that two write on once it was looked at, and their hashed files, so that Drawleaf opens with the
// server gone. It sends nothing and never sees a word: what pages hold is sealed. It asks the device
// itself whose it is, each time: where it is nobody's own any more, all that was kept goes, and the
// worker too.
import { database } from "#web/device/database.js";

const CACHE = "drawleaf shell 1";
const PLACES = ["/", "/notebook/", "/talk/", "/table/", "/help/"];
const OFFLINE = "/offline/";
const KEPT = [...PLACES, "/table/page/"];
const PATIENCE = 4000;
const GONE = [502, 503, 504];
const SIGNED_IN = /<body[^>]* data-person="/;
const FILES = /"(\/static\/[^"]+\.[0-9a-f]{12}\.(?:js|css|svg|png))"/g;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(Promise.allSettled([...PLACES, OFFLINE].map(fetchPage)));
});

self.addEventListener("activate", (event) => event.waitUntil(begin()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/static/")) event.respondWith(file(event.request));
  else if (mode === "navigate") event.respondWith(page(event, pathname, search));
});

async function begin() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

/** Whether this device is marked mine, as its own database says. */
async function isMine() {
  return (await (await database()).get("meta", "mine")) === true;
}

async function leave() {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}

// A hashed file never changes, so the one that was kept is right.
async function file(request) {
  return (await kept(request.url)) ?? fetch(request);
}

// A page comes from the server while there is one. Where a proxy answers that the server is not
// there, it is as without a connection; what the server itself says of its troubles is shown.
async function page(event, path, search) {
  if (!(await isMine())) {
    event.waitUntil(leave());
    return fetch(event.request);
  }
  const response = await inTime(event.request, path).catch(() => null);
  if (response && KEPT.includes(path) && !search) {
    event.waitUntil(keep(path, response.clone()));
  }
  if (response && !GONE.includes(response.status)) return response;
  return (await kept(path)) ?? (await kept(OFFLINE)) ?? response ?? Response.error();
}

async function inTime(request, path) {
  const asked = fetch(request);
  if (!(await kept(path))) return asked;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  return Promise.race([asked, late]);
}

async function fetchPage(path) {
  await keep(path, await fetch(path, { credentials: "same-origin" }));
}

async function keep(path, response) {
  if (!response.ok || response.type !== "basic" || response.redirected) return;
  const text = await response.clone().text();
  if (path !== OFFLINE && !SIGNED_IN.test(text)) return;
  if (!(await isMine())) return;
  const cache = await caches.open(CACHE);
  const missing = [];
  for (const name of filesOf(text)) if (!(await kept(name))) missing.push(name);
  await cache.addAll(missing);
  await cache.put(path, response);
  // While files were on their way the device may have become another's.
  if (!(await isMine())) return leave();
  if (missing.length) await tidy(cache);
}

// What no kept page names any more goes.
async function tidy(cache) {
  const named = new Set();
  for (const path of [...KEPT, OFFLINE]) {
    const text = (await (await kept(path))?.text()) ?? "";
    for (const name of filesOf(text)) named.add(name);
  }
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/static/") && !named.has(pathname)) await cache.delete(url);
  }
}

function filesOf(text) {
  return new Set([...text.matchAll(FILES)].map((found) => found[1]));
}

function kept(address) {
  return caches.match(address, { cacheName: CACHE, ignoreVary: true });
}
