// Writing on a month: dots and lines, half-written ones sealed on the device, kept by Keep alone.
import { drafting } from "#notebook/drafting.js";
import { deleteEntry, keptAs, whyNot } from "#notebook/keeping.js";
import { reveal } from "#notebook/paper.js";
import { today } from "#web/days.js";
import { watchDots } from "#web/dots.js";
import { say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { briefly, draft, keep } from "#web/store.js";
import { monthsOf, saidIn } from "./months.js";

/** `there` is what stands already; `kept` is called once something does. Resolves with how to leave. */
export async function writing(form, month, there, kept) {
  const name = `foundations-${month}`;
  const lines = [...form.querySelectorAll("[data-line]")];
  const dots = watchDots(form, () => {
    showWords(form);
    form.dispatchEvent(new Event("input"));
  });
  const said = () =>
    saidIn({ ...dots.values(), ...Object.fromEntries(lines.map((each) => [each.dataset.line, each.value.trim()])) });
  const put = (words) => {
    dots.put(words);
    for (const line of lines) line.value = words[line.dataset.line] ?? "";
    showWords(form);
  };

  const found = await draft(name);
  // A draft follows on what it was written on. What has come since, it has never seen.
  let on = found ? (found.record === there?.record ? found.on : 0) : there?.revision;
  let twins = (there?.twins ?? []).filter(({ record }) => !found || found.twins?.includes(record));
  put(found?.said ?? there?.said ?? {});
  reveal(form, "found", Boolean(found));
  const half = drafting(form, name, () => ({ text: Object.values(said()).join(" "), said: said(), ...follows() }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    half.around(keepIt).catch((error) => say(form, whyNot(error), true));
  });
  return half.leave;

  function follows() {
    return { record: there?.record, on, twins: twins.map(({ record }) => record) };
  }

  async function keepIt() {
    say(form);
    const words = said();
    const isSaid = Object.keys(words).length > 0;
    if (!isSaid && !there) return say(form, sentence("nothing_written"));
    const { record } = there ?? {};
    const body = { kind: "notebook.record", type: "foundations", day: today(), month, ...words };
    const result = isSaid ? await keep(body, { record, revision: on }) : await deleteEntry({ record, revision: on });
    await half.drop();
    if (!result.twice) for (const twin of twins) await deleteEntry(twin);
    there = monthsOf(await briefly()).find((each) => each.month === month);
    [on, twins] = [there?.revision, there?.twins ?? []];
    put(there?.said ?? {});
    reveal(form, "found", false);
    if (there) kept();
    return say(form, toldOf(result, isSaid));
  }
}

function toldOf(result, isSaid) {
  if (result.twice) return sentence("month_both");
  if (!result.sent) return keptAs(result);
  return sentence(isSaid ? "month_kept" : "deleted");
}

/** The word of the dot that is chosen stands beside the five. */
function showWords(form) {
  for (const row of form.querySelectorAll("[data-dots]")) {
    const word = row.querySelector("[data-word]");
    word.dataset.usual ??= word.textContent;
    word.textContent = row.querySelector('[aria-pressed="true"]')?.ariaLabel ?? word.dataset.usual;
  }
}
