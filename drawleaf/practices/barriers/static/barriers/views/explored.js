import { deleting } from "#notebook/deleting.js";
import { takeNews } from "#notebook/news.js";
import { fill, part, reveal } from "#notebook/paper.js";
import { standing } from "#notebook/standing.js";
import { dayOf } from "#notebook/written.js";
import { dayInWords } from "#web/days.js";
import { render } from "#web/markdown.js";
import { sentence } from "#web/sentences.js";
import { answeredIn, explorations, explorationUnder } from "../explorations.js";
import { mayFear, resultOf } from "../result.js";
import { exploration, questionsOf } from "../set.js";

/** What came of one exploration, in words; worked out anew each time it is looked at. */
export async function explored(page, record) {
  const { rules, families } = exploration();
  const item = await explorationUnder(record);
  const family = families[item?.body.family];
  reveal(page, "gone", !family);
  reveal(page, "here", Boolean(family));
  const leave = await standing(page, takeNews());
  if (!family) return leave;
  const given = answeredIn(item);
  const isFeared = (each) => mayFear(families[each.body.family], rules, answeredIn(each));
  // Fear in one family is kept in mind in all: nothing that takes the other one is proposed.
  const all = (await explorations()).filter(({ body }) => families[body.family]);
  fill(page, { family: family.name, day: dayInWords(dayOf(item)) });
  reveal(page, "fear", isFeared(item));
  put(page, resultOf(family, rules, given, all.some(isFeared)));
  putBack(page, questionsOf(family), given);
  page.querySelector("[data-anew]").href = `#explore/${item.body.family}`;
  deleting(page, item, "barriers");
  return leave;
}

function put(page, { sounds, light, step, leads, turn, isCalm, isOpen }) {
  page.querySelector("[data-sounds]").append(...sounds.map(paragraph));
  reveal(page, "calm", isCalm);
  reveal(page, "left", isOpen);
  fill(page, { light, helps: step, turn });
  reveal(page, "light", Boolean(light));
  reveal(page, "turning", Boolean(turn));
  reveal(page, "leads", Boolean(leads));
  page.querySelector("[data-leads] a").href = `#${leads}`;
}

function paragraph(text) {
  const made = part("sounds");
  made.textContent = text;
  return made;
}

/** One's own words, and folded what was answered. */
function putBack(page, questions, { answers, words }) {
  const written = questions.filter(([question]) => words[question]);
  const answered = questions.filter(([question]) => answers[question]);
  page.querySelector("[data-written]").append(
    ...written.map(([question, asks]) => {
      const made = part("own-words");
      fill(made, { asks });
      made.querySelector("[data-said]").append(render(words[question]));
      return made;
    }),
  );
  page.querySelector("[data-answered] ul").append(
    ...answered.map(([question, asks]) => {
      const made = part("answered");
      fill(made, { asks, said: sentence(`answer_${answers[question]}`) });
      return made;
    }),
  );
  reveal(page, "own", written.length > 0);
  reveal(page, "answered", answered.length > 0);
}
