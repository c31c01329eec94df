// One's own halves of a reveal: what waits, and what one was about to open for. Each is opened
// against what this device has seen, so that nothing older is ever opened for.
import { openHalf, openOwnHalf, VaultError } from "#web/vault.js";
import { isRecord } from "./given.js";
import { rememberedIn, rememberedOwn, remembering } from "./seen.js";
import { commit, together } from "./together.js";

const PART = "seen-reveal";
const FIELDS = ["waiting", "ahead"];

/** What this device has seen of a half as the server keeps it, {record, field}. */
export const seenOfHalf = ({ record, field }) => rememberedOwn(PART, placeOf(record, field));

/** Every half that is remembered, as [place, revision]. */
export const rememberedHalves = () => rememberedIn(PART);

const placeOf = (joint, field) => `${joint} ${field}`;

/** {body, digest} of one's own half, a row {revision, envelope}; from now on it is seen. */
export async function openMyHalf(item, field, row) {
  const before = await seenOfHalf({ record: item.joint, field });
  const half = await openHalf(item, field, row, before);
  await rememberHalf(item, field, row.revision, half.digest);
  return half;
}

/** The body of the ahead that a page has; null where there is none, or the notebook is shut. */
export async function myAhead(item) {
  const row = item.given.ahead;
  try {
    return isRecord(row) ? (await openMyHalf(item, "ahead", row)).body : null;
  } catch (error) {
    if (error.reason !== "shut") throw error;
    return null;
  }
}

/**
 * Throws changed where what one has kept is no more what was read, as `answerIn` gave it: in another
 * tab it was said otherwise, or taken away, and only what stands is for the other.
 */
export async function needStillKept({ joint }, { revision, digest }) {
  const seen = await together(() => seenOfHalf({ record: joint, field: "waiting" }));
  if (seen?.revision !== revision || seen.digest !== digest) throw new VaultError("changed");
}

/**
 * The revision in place of `row`, or null, which is what a page has of one's own half. Throws
 * said_since where this device has seen a later one: what another tab has said does not give way unseen.
 */
export async function nextHalf({ joint }, field, row) {
  const there = row?.revision ?? 0;
  const seen = await together(() => seenOfHalf({ record: joint, field }));
  if (seen?.revision > there) throw new VaultError("said_since");
  return there + 1;
}

export function rememberHalf({ joint }, field, revision, digest) {
  const places = { [placeOf(joint, field)]: [revision, digest] };
  return together(async () => commit(await remembering(PART, places)));
}

/** The changes that remember halves as the feed gives them; what does not open is passed over. */
export async function rememberingHalves(rows) {
  const halves = rows.filter((row) => isRecord(row) && FIELDS.includes(row.field));
  const found = await Promise.all(halves.map(seeing));
  const places = Object.fromEntries(found.filter(Boolean));
  return found.some(Boolean) ? remembering(PART, places) : [];
}

async function seeing(row) {
  try {
    const { digest } = await openOwnHalf(row, await seenOfHalf(row));
    return [placeOf(row.record, row.field), [row.revision, digest]];
  } catch (error) {
    if (!error.reason) throw error;
    return null;
  }
}
