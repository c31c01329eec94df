// What is new, by cursor. Rows are laid on the device as they come, sealed, together with how far
// they reach, so that a line lost in the middle is taken up where it broke.
import { ask } from "#web/send.js";
import { who } from "#web/vault.js";
import { alone } from "./store/alone.js";
import { tellOf } from "./store/both.js";
import { layingDown, takeIn } from "./store/incoming.js";
import { read } from "./store/shelf.js";
import { rememberTakenBack } from "./store/table.js";
import { commit, whole } from "./store/whole.js";

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
  let news = !(await synced()).ever;
  let outcomes = [];
  failed = null;
  try {
    // Not while something is being sent: the feed must not show the state before it.
    await alone("outbox", async () => {
      for (let more = true; more;) {
        const page = await onePage();
        page.table.filter(({ envelope }) => !envelope).forEach(rememberTakenBack);
        news ||= page.notebook.length + page.table.length > 0;
        ({ more } = page);
      }
      if ((await who())?.notebook) outcomes = await whole(takeIn);
    });
  } catch (error) {
    failed = error;
    throw error;
  } finally {
    tellOf(outcomes);
    document.dispatchEvent(new CustomEvent("drawleaf:synced", { detail: { news } }));
  }
}

async function onePage() {
  const cursor = await whole(() => read("meta", "store-cursor"));
  const page = await ask(`/feed/?after=${encodeURIComponent(cursor ?? "")}`);
  const isWhole = page.more ? [] : [["meta", "store-whole", true]];
  await whole(() => commit([...layingDown(page), ...isWhole]));
  return page;
}
