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

/**
 * What was set aside on another device stays away here too, once the notebook has been open. True
 * where there was something new to learn.
 */
export async function learnAsides() {
  try {
    const learning = (await asides()).map(({ revision, body }) =>
      rememberAside(uuidOf(body.couple), uuidOf(body.joint), revision, body.away === true),
    );
    return (await Promise.all(learning)).includes(true);
  } catch (error) {
    if (error.reason !== "shut") throw error;
    return false;
  }
}

/**
 * Calls `show` with what this device knows to be set aside. The notebook is read after that, so
 * that no page waits for it: where another device has set more aside, `show` is called once more.
 */
export async function withoutAsides(show) {
  await show();
  learnAsides()
    .then((hasLearned) => hasLearned && show())
    .catch((error) => error.reason || console.error(error));
}

async function asides() {
  return (await briefly()).filter(({ body, trouble }) => !trouble && body?.type === "aside");
}
