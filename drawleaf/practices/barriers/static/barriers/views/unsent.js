import { deleting } from "#notebook/deleting.js";
import { entry } from "#notebook/entries.js";
import { takeNews } from "#notebook/news.js";
import { reveal } from "#notebook/paper.js";
import { standing } from "#notebook/standing.js";

/** What one may do with a letter that was not sent, or leave undone. */
export async function unsent(page, record) {
  const item = await entry(record);
  const isHere = Boolean(item?.body) && !item.doubted;
  reveal(page, "gone", !isHere);
  reveal(page, "here", isHere);
  const leave = await standing(page, takeNews());
  if (!isHere) return leave;
  page.querySelector("[data-read]").href = `#entry/${record}`;
  page.querySelector("[data-share]").href = `#share/${record}`;
  deleting(page, item);
  return leave;
}
