import { takeNews } from "#notebook/news.js";
import { fill, part, reveal } from "#notebook/paper.js";
import { standing } from "#notebook/standing.js";
import { dayOf } from "#notebook/written.js";
import { dayInWords } from "#web/days.js";
import { sentence } from "#web/sentences.js";
import { draft } from "#web/store.js";
import { explorations } from "../explorations.js";
import { exploration } from "../set.js";

/** The four families, each leading to where one is with it; and what was explored earlier. */
export async function barriers(page) {
  const { families } = exploration();
  const all = (await explorations()).filter(({ body }) => families[body.family]);
  const earlier = all.filter(isDone);
  for (const [name, family] of Object.entries(families)) {
    const found = all.filter(({ body }) => body.family === name);
    const isHalf = found.some((item) => !isDone(item)) || Boolean(await draft(`explore-${name}`));
    const latest = isHalf ? undefined : found.at(-1);
    page.querySelector("[data-families]").append(card(name, family, { isHalf, latest }));
    if (latest) earlier.splice(earlier.indexOf(latest), 1);
  }
  page.querySelector("[data-earlier] ul").append(...earlier.reverse().map((item) => row(item, families)));
  reveal(page, "earlier", earlier.length > 0);
  return standing(page, takeNews());
}

function card(name, { name: title, why }, { isHalf, latest }) {
  const made = part("family");
  const state = isHalf ? sentence("half_answered") : latest ? dayInWords(dayOf(latest)) : "";
  made.querySelector("a").href = latest ? `#explored/${latest.record}` : `#explore/${name}`;
  fill(made, { name: title, why, state });
  reveal(made, "state", Boolean(state));
  return made;
}

function row(item, families) {
  const made = part("explored-row");
  made.querySelector("a").href = `#explored/${item.record}`;
  fill(made, { name: families[item.body.family].name, day: dayInWords(dayOf(item)) });
  return made;
}

const isDone = ({ body }) => !body.next;
