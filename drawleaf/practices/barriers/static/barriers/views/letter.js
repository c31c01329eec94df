import { drafting } from "#notebook/drafting.js";
import { keepEntry, keptAs, whyNot } from "#notebook/keeping.js";
import { leaveNews } from "#notebook/news.js";
import { reveal, say } from "#notebook/paper.js";
import { today } from "#web/days.js";
import { sentence } from "#web/sentences.js";
import { draft } from "#web/store.js";

/** A letter that is not sent: an entry of the notebook under a heading of its own. */
export async function letter(page) {
  const field = page.querySelector("textarea");
  const half = await draft("letter");
  field.value = half?.text ?? "";
  reveal(page, "found", Boolean(half));
  const found = page.querySelector("[data-found]");
  page.addEventListener("input", () => found.classList.add("over"), { once: true });

  const writing = drafting(page, "letter", () => ({ text: field.value }));
  page.querySelector("[data-beginnings]").addEventListener("click", ({ target }) => {
    const pressed = target.closest("button");
    if (pressed) beginWith(field, pressed.textContent);
  });
  page.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!field.value.trim()) return say(page, sentence("nothing_written"));
    await writing.around(() => keepIt(page, field, writing).catch((error) => say(page, whyNot(error), true)));
  });
  return writing.leave;
}

/** Puts the beginning of a sentence where the letter ends, and goes on from there. */
function beginWith(field, words) {
  const before = field.value.trimEnd();
  field.value = `${before}${before && "\n\n"}${words} `;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

async function keepIt(page, field, writing) {
  const text = `# ${sentence("letter_heading")}\n\n${field.value}`;
  const result = await keepEntry(page, { day: today(), text, unsent: true });
  if (!result) return;
  await writing.drop();
  leaveNews(keptAs(result));
  location.replace(`#unsent/${result.record}`);
}
