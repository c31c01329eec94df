// The record of a day's mark: the same from every device of its author, so that twice is once,
// without a line too; and to the server as random as any other.
import { join, utf8, uuidBytes, uuidText } from "./bytes.js";
import { hkdf, hmac, hmacKey } from "./primitives.js";

/** The key that makes them, from a couple's key; it makes nothing else. */
export const tickKey = async (couple) => hmacKey(await hkdf(couple, "", "sealed/1 tick"), ["sign"]);

/** The record under which `person` marks a ritual on a day ("YYYY-MM-DD", their own). */
export async function tickOf(key, ritual, person, day) {
  const name = join(uuidBytes(ritual), uuidBytes(person), utf8(day));
  const bytes = (await hmac(key, name)).slice(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return uuidText(bytes);
}
