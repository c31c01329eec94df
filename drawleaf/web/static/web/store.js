// The device's own copy of what one may read, and what is on its way out. Pages use this.
import { sync, synced } from "#web/feed.js";
import { who } from "#web/vault.js";
import { tellOf } from "./store/both.js";
import { all, forgetting, takeIn } from "./store/incoming.js";
import { emptyIfLeft, warnBeforeLeaving } from "./store/leaving.js";
import { waiting } from "./store/outbox.js";
import { flush } from "./store/sending.js";
import { commit, whole } from "./store/whole.js";

export { sync, synced };
export { draft, dropDraft, keepDraft } from "./store/drafts.js";
export { keep } from "./store/keep.js";
export { leaves, openOnTable, rememberLeaf, rememberTakenBack } from "./store/table.js";

/** Every notebook record that can be read; needs the notebook open. */
export async function records() {
  return (await everything()).filter(({ body }) => body);
}

/** And those that cannot be, each in its place: {record, revision, body?, trouble?}. */
export async function everything() {
  tellOf(await whole(takeIn).catch(afresh));
  return all();
}

// A copy that does not open any more is fetched again: it can be rebuilt at any time.
async function afresh(error) {
  if (error.reason !== "damaged") throw error;
  await whole(async () => commit(await forgetting()));
  await sync();
  return [];
}

/** How many revisions wait to be sent, and which the server would not take. */
export async function outbox() {
  const entries = await waiting();
  return { left: entries.length, refused: entries.filter(({ refused }) => refused) };
}

/** Sends what waits now, whenever the line comes back, and when the notebook is opened. */
export async function watchOutbox() {
  const person = await who();
  if (!person) return emptyIfLeft();
  let left = 0;
  document.addEventListener("drawleaf:waiting", (event) => (left = event.detail.left));
  document.addEventListener("drawleaf:unlocked", flush);
  addEventListener("online", flush);
  if (!person.mine) warnBeforeLeaving(() => left > 0);
  await flush();
}
