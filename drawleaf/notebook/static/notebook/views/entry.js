import { dayInWords } from "#web/days.js";
import { offerFound } from "#web/looking.js";
import { render } from "#web/markdown.js";
import { sentence } from "#web/sentences.js";
import { entry as find } from "../entries.js";
import { deleteEntry, keptAs, whyNot } from "../keeping.js";
import { leaveNews, takeNews } from "../news.js";
import { fill, reveal, say } from "../paper.js";
import { dotsInWords } from "../rows.js";
import { standing } from "../standing.js";
import { dayOf, textOf } from "../written.js";

export async function entry(page, record) {
  const item = await find(record);
  reveal(page, "gone", !item);
  reveal(page, "here", Boolean(item?.body) && !item.doubted);
  const news = takeNews() || (item?.trouble ? sentence(item.trouble) : "");
  const leave = await standing(page, news);
  if (!item) return leave;
  reveal(page, "also", Boolean(item.body?.also));
  reveal(page, "acts", true);
  fill(page, { day: dayInWords(dayOf(item)) });
  const words = page.querySelector("[data-words]");
  words.append(render(textOf(item)));
  fill(page, { dots: dotsInWords(item) });
  reveal(page, "dots", Boolean(dotsInWords(item)));
  offerFound(record, [...words.querySelectorAll("[dir]")]);
  page.querySelector("[data-edit]").href = `#write/${record}`;
  page.querySelector("[data-share]").href = `#share/${record}`;
  deleting(page, item);
  return leave;
}

/** Asked in words first: the button that deletes is not where the one that asks was. */
function deleting(page, item) {
  const dialog = page.querySelector("dialog");
  page.querySelector("[data-delete]").addEventListener("click", () => dialog.showModal());
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const result = await deleteEntry(item);
      const isGone = result.sent && !result.undeleted;
      leaveNews(isGone ? sentence("deleted") : keptAs(result));
      location.hash = "";
    } catch (error) {
      say(dialog, whyNot(error), true);
    }
  });
}
