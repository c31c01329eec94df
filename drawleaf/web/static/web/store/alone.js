// One tab at a time changes what this device holds; the others are told to read it again.

const news = globalThis.BroadcastChannel ? new BroadcastChannel("drawleaf store") : null;
const queues = new Map();

/** Runs `act` while no other tab runs anything under this name. Not to be nested. */
export function alone(name, act) {
  if (globalThis.navigator?.locks) return navigator.locks.request(`drawleaf ${name}`, act);
  const turn = (queues.get(name) ?? Promise.resolve()).then(act, act);
  queues.set(name, turn.catch(() => {}));
  return turn;
}

export function tellTabs(what) {
  news?.postMessage(what);
}

export function onNews(act) {
  news?.addEventListener("message", (event) => act(event.data));
  news?.unref?.();
}
