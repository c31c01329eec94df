import { explain, sentence } from "#web/sentences.js";
import { draft, synced } from "#web/store.js";
import { headsOfEntries } from "../entries.js";
import { reveal } from "../paper.js";
import { leaveNews, takeNews } from "../news.js";
import { monthOf, monthRow } from "../rows.js";
import { showComing } from "../coming.js";
import { standing } from "../standing.js";
import { byMonth } from "../written.js";

const ENOUGH = 40;

/** The latest months in full, until that is enough to look at, and the earlier ones by name. */
export async function list(page) {
  const months = byMonth(await headsOfEntries());
  const shown = [];
  let count = 0;
  while (months.length && count < ENOUGH) {
    shown.push(months.shift());
    count += shown.at(-1)[1].length;
  }
  page.querySelector("[data-months]").append(...shown.map(monthOf));
  page.querySelector("[data-earlier] ul").append(...months.map(monthRow));
  reveal(page, "earlier", months.length > 0);
  const { ever, failed } = await synced();
  reveal(page, "empty", count === 0 && ever);
  reveal(page, "ways", count > 0);
  reveal(page, "draft", Boolean((await draft("write"))?.text));
  if (failed && (!ever || failed.reason === "signed_out")) leaveNews(explain(failed));
  else if (!ever) leaveNews(sentence("fetching"));
  const stop = ever ? undefined : showComing(page.querySelector("progress"));
  const leave = await standing(page, takeNews());
  return () => {
    stop?.();
    leave();
  };
}

export async function month(page, name) {
  const found = byMonth(await headsOfEntries()).find(([each]) => each === name);
  page.querySelector("[data-months]").append(monthOf([name, found?.[1] ?? []]));
  reveal(page, "empty", !found);
}
