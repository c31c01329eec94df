// What is new, by cursor. Rows are laid on the device as they come, sealed, together with how far
// they reach, so that a line lost in the middle is taken up where it broke.
import { ask } from "#web/send.js";
import { who } from "#web/vault.js";
import { alone } from "./device/alone.js";
import { tellOf } from "./store/both.js";
import { isLeaf } from "./store/given.js";
import { cursor, takeIn, takePage } from "./store/incoming.js";
import { read } from "./store/shelf.js";
import { rememberTakenBack } from "./store/table.js";
import { together } from "./store/together.js";

let running = null;
let failed = null;

/** Fetches what is new and, with the notebook open, reads it. One at a time; throws SendError. */
export function sync() {
  running ??= fetchAll().finally(() => (running = null));
  return running;
}

/** {ever, failed}: whether this device has the whole of the feed, and why the last try failed. */
export async function synced() {
  return { ever: (await read("meta", "store-whole")) === true, failed };
}

async function fetchAll() {
  const isFirst = !(await synced()).ever;
  const told = { news: isFirst };
  const outcomes = [];
  failed = null;
  try {
    // Not while something is being sent: the feed must not show the state before it.
    await alone("outbox", async () => {
      await pages(isFirst, told, outcomes);
      if ((await who())?.notebook) outcomes.push(...(await together(takeIn)));
    });
  } catch (error) {
    failed = error;
    throw error;
  } finally {
    tellOf(outcomes);
    document.dispatchEvent(new CustomEvent("drawleaf:synced", { detail: told }));
  }
}

/** While one page is read, the next is on its way. */
async function pages(isFirst, told, outcomes) {
  let done = 0;
  for (let coming = pageAfter(await together(cursor)); coming;) {
    const { after, page } = await coming;
    coming = page.more ? pageAfter(page.cursor) : null;
    coming?.catch(() => {});
    const settled = await together(() => takePage(page, after));
    // Another tab has begun the copy again: it begins here too.
    if (!settled) coming = pageAfter(await together(cursor));
    else outcomes.push(...settled);
    page.table.filter((row) => isLeaf(row) && !row.envelope).forEach(rememberTakenBack);
    done += page.notebook.length + page.table.length;
    told.news ||= done > 0;
    if (isFirst) tellHowFar(done, page.left);
  }
}

async function pageAfter(after) {
  return { after, page: await ask(`/feed/?after=${encodeURIComponent(after)}`) };
}

function tellHowFar(done, left = 0) {
  const detail = { done, of: done + left };
  document.dispatchEvent(new CustomEvent("drawleaf:fetching", { detail }));
}
