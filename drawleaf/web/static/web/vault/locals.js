// What this device keeps for itself alone, sealed under a name.
import { own, table } from "#web/device.js";
import { UUID } from "./bytes.js";
import { openUnder, sealUnder } from "./local.js";

/**
 * Seals bytes for this device alone: what was seen on a table, `seen-<couple>`, under the couple's
 * key, everything else under one's own. They open under the same name only.
 */
export async function sealLocal(name, bytes) {
  const { label, keys } = await localKeys(name);
  return sealUnder(keys[0].aes, label, name, bytes);
}

/** Opens it, though one's own keys may have changed since; damaged when no key of mine fits. */
export async function openLocal(name, sealed) {
  const { label, keys } = await localKeys(name);
  for (const { aes } of keys.slice(0, -1)) {
    try {
      return await openUnder(aes, label, name, sealed);
    } catch (error) {
      if (error.reason !== "damaged") throw error;
    }
  }
  return openUnder(keys.at(-1).aes, label, name, sealed);
}

async function localKeys(name) {
  const [, seen, place] = name.match(/^(seen-)?(.*)$/s);
  const label = seen ? "sealed/1 seen" : "sealed/1 pack";
  const couples = seen && UUID.test(place) ? (await table()).couples : [];
  const couple = couples.find(({ id }) => id === place);
  if (couple) return { label, keys: [couple.key] };
  const { current, keys } = await own();
  return { label, keys: [current, ...keys.filter((key) => key !== current)] };
}
