// What lies on the device beside the database: names in the browser's two shelves, and the shell.
import { world } from "./world.js";

/** Set by Close when it leaves, and gone once the server has heard of it: it outlives a wipe. */
export const LEAVING = "drawleaf-leave";

export function sweepNames() {
  for (const shelf of world.shelves()) {
    const names = Array.from({ length: shelf.length }, (_, at) => shelf.key(at));
    for (const name of names) {
      if (name.startsWith("drawleaf") && name !== LEAVING) shelf.removeItem(name);
    }
  }
}

/** The kept pages, and the worker that would give them out. */
export async function sweepShell() {
  for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
  const workers = globalThis.navigator?.serviceWorker;
  for (const one of (await workers?.getRegistrations()) ?? []) await one.unregister();
}
