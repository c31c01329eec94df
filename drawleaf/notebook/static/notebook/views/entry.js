import { dayInWords } from "#web/days.js";
import { offerFound } from "#web/looking.js";
import { render } from "#web/markdown.js";
import { sentence } from "#web/sentences.js";
import { deleting } from "../deleting.js";
import { entry as find } from "../entries.js";
import { takeNews } from "../news.js";
import { fill, reveal } from "../paper.js";
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
