// Names of others: what tells two people apart must be seen, short, and not be mine.
import { must } from "./errors.js";

const LONGEST = 40;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u;

/** Whether two names read the same. */
export const alike = (one, other) => folded(one) === folded(other);

/** The name of somebody else; bad_name for none, for unseen letters, and for one of `taken`. */
export function checkName(name, taken = []) {
  const length = [...name].length;
  must(!UNSEEN.test(name) && name.trim() && length <= LONGEST, "bad_name");
  must(!taken.some((other) => alike(other, name)), "bad_name");
  return name;
}

const folded = (name) => name.normalize("NFKC").toLowerCase().trim();
