import { today } from "#web/days.js";
import { sentence } from "#web/sentences.js";
import { draft } from "#web/store.js";
import { drafting } from "../drafting.js";
import { entry } from "../entries.js";
import { keepEntry, keptAs, whyNot } from "../keeping.js";
import { leaveNews } from "../news.js";
import { fill, reveal, say } from "../paper.js";
import { besideOf, dayOf, textOf } from "../written.js";

/** A new entry, or a change of the one under `record`; half-written words are found again. */
export async function write(page, record) {
  const there = record && (await entry(record));
  const before = there?.doubted ? undefined : there;
  const name = before ? `write-${record}` : "write";
  const [day, text] = [page.querySelector("input"), page.querySelector("textarea")];
  const half = await draft(name);
  day.value = half?.day ?? (before && dayOf(before)) ?? today();
  text.value = half?.text ?? (before ? textOf(before) : "");
  page.querySelector("[data-not-now]").href = before ? `#entry/${record}` : "#";
  reveal(page, "found", Boolean(half));
  fill(page, { heading: sentence(before ? "change" : "write") });

  const usual = text.placeholder;
  const invite = () => {
    text.placeholder = day.value === today() ? usual : sentence("that_day");
  };
  day.addEventListener("input", invite);
  invite();

  const found = page.querySelector("[data-found]");
  page.addEventListener("input", () => found.classList.add("over"), { once: true });

  const writing = drafting(page, name, () => ({
    day: day.value,
    text: text.value,
    revision: half?.revision ?? before?.revision,
  }));
  page.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!text.value.trim()) return say(page, sentence("nothing_written"));
    await writing.around(async () => {
      try {
        await keepIt(page, writing, { before, day: day.value, text: text.value });
      } catch (error) {
        say(page, whyNot(error), true);
      }
    });
  });
  return writing.leave;
}

async function keepIt(page, writing, { before, day, text }) {
  const { revision } = writing.now();
  const said = { day: day || today(), text, ...(before && besideOf(before)) };
  const result = await keepEntry(page, said, { record: before?.record, revision });
  if (!result) return;
  await writing.drop();
  leaveNews(keptAs(result));
  location.hash = `entry/${result.record}`;
}
