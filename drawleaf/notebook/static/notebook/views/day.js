import { dayInWords, today } from "#web/days.js";
import { render } from "#web/markdown.js";
import { entries } from "../entries.js";
import { fill, part, reveal } from "../paper.js";
import { dayOf, textOf } from "../written.js";

/** What was written on this day of earlier years. */
export async function day(page) {
  const now = today();
  const found = (await entries()).filter(
    (item) => dayOf(item).slice(5) === now.slice(5) && dayOf(item) < now,
  );
  fill(page, { today: dayInWords(now) });
  reveal(page, "empty", found.length === 0);
  page.querySelector("[data-entries]").append(...found.map(written));
}

function written(item) {
  const made = part("whole");
  made.querySelector("a").href = `#entry/${item.record}`;
  fill(made, { day: dayInWords(dayOf(item)) });
  made.querySelector("[data-words]").append(render(textOf(item)));
  return made;
}
