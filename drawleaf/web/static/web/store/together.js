// Changing what this device holds: one tab at a time, and all of a change or none of it.
import { alone } from "#web/device/alone.js";
import { forgetCopy } from "./copy.js";
import { forgetSeen } from "./seen.js";
import { read, write } from "./shelf.js";

let version;

export function forget() {
  forgetCopy();
  forgetSeen();
}

globalThis.document?.addEventListener("drawleaf:locked", forget);
globalThis.addEventListener?.("pagehide", forget);

/** Runs `act` with everything as it stands on the device now. */
export function together(act) {
  return alone("store", async () => {
    try {
      await asItStands();
      return await act();
    } catch (error) {
      forget();
      throw error;
    }
  });
}

/** Writes `changes` together. Only within `together`. */
export async function commit(changes) {
  if (!changes.length) return;
  const next = (version ?? 0) + 1;
  await write([...changes, ["meta", "store-version", next]]);
  version = next;
}

async function asItStands() {
  const now = await read("meta", "store-version");
  if (now !== version) forget();
  version = now;
}
