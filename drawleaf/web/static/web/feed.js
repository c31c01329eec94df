// What is new, by cursor. Rows are laid on the device as they come, sealed, together with how far
// they reach, so that a line lost in the middle is taken up where it broke.
import { ask } from "#web/send.js";
import { who } from "#web/vault.js";
import { alone } from "./store/alone.js";
import { layingDown, takeIn } from "./store/incoming.js";
import { read } from "./store/shelf.js";
import { commit, whole } from "./store/whole.js";

let running = null;

/** Fetches what is new and, with the notebook open, reads it. One at a time; throws SendError. */
export function sync() {
  running ??= fetchAll().finally(() => (running = null));
  return running;
}

async function fetchAll() {
  let news = false;
  // Not while something is being sent: the feed must not show the state before it.
  const twice = await alone("outbox", async () => {
    for (let more = true; more; ) {
      const page = await onePage();
      news ||= page.notebook.length + page.table.length > 0;
      ({ more } = page);
    }
    return (await who())?.notebook ? whole(takeIn) : [];
  });
  if (twice.length) document.dispatchEvent(new CustomEvent("drawleaf:twice"));
  document.dispatchEvent(new CustomEvent("drawleaf:synced", { detail: { news } }));
}

async function onePage() {
  const cursor = await whole(() => read("meta", "store-cursor"));
  const page = await ask(`/feed/?after=${encodeURIComponent(cursor ?? "")}`);
  await whole(() => commit(layingDown(page)));
  return page;
}
