// What this device has found out and the keyring does not say yet.
import { read, write } from "#web/device.js";

/**
 * {confirmed: couples whose yes was seen, left: those whose place another has taken; by couple,
 * joined: my answers' digests, instead: the couple whose place it takes, or null}
 */
export async function noted() {
  return { confirmed: [], left: [], joined: {}, instead: {}, ...(await read("keyring", "noted")) };
}

export async function note(more) {
  await write("keyring", [["noted", { ...(await noted()), ...more }]]);
}
