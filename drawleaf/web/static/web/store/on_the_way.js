// What waits to be laid on the table: looked at, and taken out again before any server had it.
import { alone } from "#web/device/alone.js";
import { leafKey } from "./incoming.js";
import { done, waiting, waitingFor } from "./outbox.js";
import { placeOf, remembering, tablePart } from "./seen.js";
import { commit, together } from "./together.js";

/** One's own leaves of a kind that wait: rows, with `refused` where the server said no. */
export async function onTheWay(kind) {
  const isOf = ({ leaf }) => leaf && Object.entries(kind).every(([name, value]) => leaf[name] === value);
  const found = (await waiting()).filter(isOf);
  return found.map(({ leaf, record, revision, envelope, refused }) => ({ ...leaf, record, revision, envelope, refused }));
}

/**
 * Takes out a leaf that no server has had, or would have: it is as if it had never been laid. Where
 * its place said what it is laid `on`, {revision, digest}, that is what was seen there last. False
 * where it has been sent meanwhile.
 */
export function takeOut(place) {
  return alone("outbox", () =>
    together(async () => {
      const mine = await waitingFor(place.record);
      if (!mine.length || (mine[0].revision > 1 && !mine[0].refused)) return false;
      const { on } = mine[0].leaf;
      const isLast = on?.digest && on.revision === mine[0].revision - 1;
      const seen = isLast ? { [placeOf(place)]: [on.revision, on.digest] } : {};
      const again = await remembering(tablePart(place.couple), seen, mine);
      await commit([...mine.map(done), ["rows", leafKey(place)], ...again]);
      return true;
    }),
  );
}
