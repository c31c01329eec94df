import "#web/cards.js";
import { dayInWords, today } from "#web/days.js";
import { render } from "#web/markdown.js";
import { entry, headsOfEntries } from "../entries.js";
import { fill, part, reveal } from "../paper.js";
import { dayOf, textOf } from "../written.js";

/** What was written on this day of earlier years. */
export async function day(page) {
  const now = today();
  const there = (await headsOfEntries()).filter(
    (item) => dayOf(item).slice(5) === now.slice(5) && dayOf(item) < now,
  );
  const whole = await Promise.all(there.map(({ record }) => entry(record)));
  const found = whole.filter((item) => item?.body && !item.doubted);
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
