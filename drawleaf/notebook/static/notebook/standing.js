// How it stands with what was kept: said for as long as something waits, and when it has arrived.
import { sentence } from "#web/sentences.js";
import { outbox } from "#web/store.js";
import { say } from "./paper.js";

/** Begins with `news`; resolves with what to do when the page is left. */
export async function standing(page, news) {
  let said = news;
  let waits = false;
  const look = async () => {
    const { left, refused } = await outbox();
    if (left) said ||= sentence(refused.length ? "some_refused" : "some_wait");
    else if (waits) said = sentence("arrived");
    waits = left > 0;
    say(page, said);
  };
  document.addEventListener("drawleaf:waiting", look);
  await look();
  return () => document.removeEventListener("drawleaf:waiting", look);
}
