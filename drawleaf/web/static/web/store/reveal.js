// One's own halves of a reveal: what waits, and what one was about to open for. Each is opened
// against what this device has seen, so that nothing older is ever opened for.
import { openHalf } from "#web/vault.js";
import { remembered, rememberedIn, remembering } from "./seen.js";
import { commit, together } from "./together.js";

const PART = "seen-reveal";

/** What this device has seen of a half as the server keeps it, {record, field}. */
export const seenOfHalf = ({ record, field }) => remembered(PART, placeOf(record, field));

/** Every half that is remembered, as [place, revision]. */
export const rememberedHalves = () => rememberedIn(PART);

const placeOf = (joint, field) => `${joint} ${field}`;

/** {body, digest} of one's own half, a row {revision, envelope}; from now on it is seen. */
export async function openMyHalf(item, field, row) {
  const before = await remembered(PART, placeOf(item.joint, field));
  const half = await openHalf(item, field, row, before);
  await rememberHalf(item, field, row.revision, half.digest);
  return half;
}

/** The last revision of one's own half that this device has seen; 0 for none. */
export async function seenHalf({ joint }, field) {
  return (await remembered(PART, placeOf(joint, field)))?.revision ?? 0;
}

export function rememberHalf({ joint }, field, revision, digest) {
  const places = { [placeOf(joint, field)]: [revision, digest] };
  return together(async () => commit(await remembering(PART, places)));
}
