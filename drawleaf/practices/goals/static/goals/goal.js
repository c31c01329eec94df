// One goal whole: steps that their author ticks, amounts of one's own, and what is not of this goal.
import { dayInWords, DAY, today } from "#web/days.js";
import { during } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { layHere } from "#table/laying.js";
import { needTable } from "#table/shut.js";
import { inWords } from "./fields.js";
import { counts, isContribution, leavesIn } from "./leaves.js";

const FIELDS = ["bring", "step", "contribution", "hard", "moment"];

export function showGoal(place, { goal, words, steps, contributions, hasAmount }) {
  for (const form of place.querySelectorAll("[data-with-amount]")) form.hidden = !hasAmount;
  const currency = place.querySelector("#contribution-currency");
  if (currency && words.body.currency) currency.defaultValue = words.body.currency;
  steps.forEach(showStep);
  for (const leaf of contributions.filter(({ body, trouble }) => body && !trouble && isContribution({ body }))) {
    const line = leaf.place.closest("[data-leaf]").querySelector("[data-amount]");
    if (line) line.textContent = inWords(leaf.body.amount, leaf.body.currency);
  }
  for (const leaf of FIELDS.flatMap((field) => leavesIn(place, field))) {
    const line = leaf.place.closest("[data-leaf]").querySelector("[data-leaf-trouble]");
    if (line && leaf.body && !counts(goal, leaf)) line.textContent ||= sentence("elsewhere");
  }
}

function showStep({ place, body, author, mine }) {
  const card = place.closest("[data-step]");
  const done = body.done === true;
  const by = DAY.test(body.by) && !done ? sentence("by_day", { day: dayInWords(body.by) }) : "";
  const who = mine ? sentence("you") : author.name;
  card.toggleAttribute("data-done", done);
  card.querySelector("[data-turn]")?.setAttribute("aria-pressed", String(done));
  card.querySelector("[data-beside]").textContent = [who, by].filter(Boolean).join(" · ");
  const said = card.querySelector("[data-is-done]");
  if (said) said.textContent = sentence(done ? "step_done" : "step_ahead");
  const back = card.querySelector("[data-when-open]");
  if (back) back.hidden = done;
}

/** A tap by its author says that a step is done, or is not after all: the next revision of it. */
export function watchSteps() {
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-turn]");
    if (!button) return;
    const page = button.closest("[data-goal]");
    await during(button.closest("[data-step]"), () => turn(page, button.querySelector("sealed-text")));
  });
}

async function turn(page, { leaf, dataset }) {
  if (!(await needTable()) || !leaf?.body || leaf.trouble) return;
  const { couple, leaves } = page.dataset;
  const { record, revision } = dataset;
  const form = { action: leaves, dataset: { lay: "goal.step", couple, record, revision } };
  await layHere(form, { ...leaf.body, day: today(), done: leaf.body.done !== true });
  location.reload();
}
