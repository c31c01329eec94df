// One month: this one to be written on, an earlier one to be read.
import { deleteEntry, keptAs } from "#notebook/keeping.js";
import { leaveNews } from "#notebook/news.js";
import { part, reveal } from "#notebook/paper.js";
import { monthInWords, today } from "#web/days.js";
import { during, fill } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { briefly } from "#web/store.js";
import { FOUNDATIONS, MONTH, monthsOf } from "../months.js";
import { level } from "../spoken.js";
import { writing } from "../writing.js";

export async function foundations(page, asked) {
  const now = today().slice(0, 7);
  const month = MONTH.test(asked) && asked < now ? asked : now;
  const months = monthsOf(await briefly());
  const there = months.find((each) => each.month === month);
  fill(page, { month: monthInWords(month) });
  reveal(page, "now", month === now);
  reveal(page, "to-now", month !== now);
  showEarlier(page, months.filter((each) => each.month < now && each !== there));
  watchDeleting(page, month);
  reveal(page, "deleting", Boolean(there));
  if (month === now) return writing(page.querySelector("form"), month, there, () => reveal(page, "deleting"));
  page.querySelector("form").remove();
  reveal(page, "empty", !there);
  page.querySelector("[data-then]").append(...FOUNDATIONS.flatMap((name) => read(name, there?.said ?? {})));
  return undefined;
}

function read(name, said) {
  const [dots, line] = [said[name], said[`${name}_line`]];
  if (!dots && !line) return [];
  const made = part(`month-${name}`);
  made.querySelector("[data-word]").textContent = dots ? level(name, dots) : "";
  made.querySelector("[data-line]").textContent = line ?? "";
  return [made];
}

function showEarlier(page, months) {
  reveal(page, "earlier", months.length > 0);
  const rows = months.map(({ month }) => {
    const made = part("earlier-month");
    const link = made.querySelector("a");
    link.href = `#foundations/${month}`;
    link.textContent = monthInWords(month);
    return made;
  });
  page.querySelector("[data-earlier] ul").append(...rows);
}

/** All that stands under this month goes, on whatever device it was written. */
function watchDeleting(page, month) {
  const place = page.querySelector("[data-deleting] > div");
  place.querySelector("[data-delete]").addEventListener("click", () =>
    during(place, async () => {
      const there = monthsOf(await briefly()).find((each) => each.month === month);
      const results = [];
      for (const each of there ? [there, ...there.twins] : []) results.push(await deleteEntry(each));
      const waits = results.find(({ sent, undeleted }) => !sent || undeleted);
      leaveNews(waits ? keptAs(waits) : sentence("deleted"));
      location.hash = "";
    }),
  );
}
