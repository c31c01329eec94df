// Setting a thing on the table aside, unread or unanswered: it stays away from one's own pages.
// It is a record of the notebook like any other, so that nobody learns of it, the server included.
import { briefly, isAside, keep, rememberAside } from "#web/store.js";
import { needNotebook } from "#web/unlock.js";
import { sealedUuid, uuidOf } from "#web/vault/bytes.js";

export { isAside };

/** Sets it aside, or brings it back; false where the person would rather not open the notebook. */
export async function setAside(couple, joint, isAway = true) {
  if (!(await needNotebook())) return false;
  const before = (await asides()).find(({ body }) => body.joint === sealedUuid(joint));
  const place = before ? { record: before.record, revision: before.revision } : {};
  const names = { couple: sealedUuid(couple), joint: sealedUuid(joint), away: isAway };
  const kept = await keep({ kind: "notebook.record", type: "aside", ...names }, place);
  await rememberAside(couple, joint, kept.revision, isAway);
  return true;
}

/** What was set aside on another device stays away here too, once the notebook has been open. */
export async function learnAsides() {
  for (const { revision, body } of await asides().catch(unlessShut)) {
    await rememberAside(uuidOf(body.couple), uuidOf(body.joint), revision, body.away === true);
  }
}

function unlessShut(error) {
  if (error.reason !== "shut") throw error;
  return [];
}

async function asides() {
  return (await briefly()).filter(({ body, trouble }) => !trouble && body?.type === "aside");
}
