// The device's own copy of what one may read, and what is on its way out. Pages use this.
import { sync, synced } from "#web/feed.js";
import { who } from "#web/vault.js";
import { tellOf } from "./store/both.js";
import { all, allBriefly, forgetting, one, takeIn } from "./store/incoming.js";
import { emptyIfLeft, warnBeforeLeaving } from "./store/leaving.js";
import { waiting } from "./store/outbox.js";
import { goOnRenewing } from "./store/renewal.js";
import { flush } from "./store/sending.js";
import { commit, forget, together } from "./store/together.js";

export { sync, synced };
export { draft, dropDraft, keepDraft } from "./store/drafts.js";
export { keep } from "./store/keep.js";
export { layDown, lying } from "./store/lay.js";
export { onTheWay, takeOut } from "./store/on_the_way.js";
export { layAndSend } from "./store/sending.js";
export { renewRecords, seeAll } from "./store/renewal.js";
export {
  isAside,
  isSeen,
  leaves,
  openOnTable,
  rememberAside,
  rememberLeaf,
  rememberTakenBack,
} from "./store/table.js";

/** Every notebook record that is to be acted on: none that is marked. Needs the notebook open. */
export async function records() {
  return (await everything()).filter(({ body, trouble }) => body && !trouble);
}

/** And those that are marked or do not open, each in its place: {record, revision, body?, trouble?}. */
export function everything() {
  return reading(all);
}

/** The same with the first words of each alone: what a list shows. */
export function briefly() {
  return reading(allBriefly);
}

/** One of them, or undefined. */
export function whole(record) {
  return reading(() => one(record));
}

async function reading(look) {
  try {
    tellOf(await together(takeIn));
    return await look();
  } catch (error) {
    // A copy that does not open any more is fetched again: it can be rebuilt at any time.
    if (error.reason !== "damaged") throw error;
    await together(async () => commit(await forgetting()));
    forget();
    await sync();
    return look();
  }
}

/** How many revisions wait to be sent, and which the server would not take. */
export async function outbox() {
  const entries = await waiting();
  return { left: entries.length, refused: entries.filter(({ refused }) => refused) };
}

/**
 * Sends what waits now, whenever the line comes back, and when the notebook is opened; and goes on
 * sealing anew what new keys have left to do.
 */
export async function watchOutbox() {
  const person = await who();
  if (!person) return emptyIfLeft();
  let left = 0;
  // What is on its way is lost with the tab as well, until the server has said that it holds it.
  document.addEventListener("drawleaf:sending", () => (left ||= 1));
  document.addEventListener("drawleaf:waiting", (event) => (left = event.detail.left));
  document.addEventListener("drawleaf:unlocked", () => flush().then(goOn));
  addEventListener("online", flush);
  if (!person.mine) warnBeforeLeaving(() => left > 0);
  await flush();
  await goOn();
}

function goOn() {
  return goOnRenewing().catch(() => {});
}
