import { drafting } from "#notebook/drafting.js";
import { keptAs, whyNot } from "#notebook/keeping.js";
import { leaveNews } from "#notebook/news.js";
import { fill, reveal, say } from "#notebook/paper.js";
import { sentence } from "#web/sentences.js";
import { draft } from "#web/store.js";
import { answeredIn, explorations, keepExploration } from "../explorations.js";
import { exploration, questionsOf } from "../set.js";

const WAYS = ["first", "begun", "half", "nearly", "last"];

/** One question a screen. Half-answered, it is sealed on this device, and kept by a press. */
export async function explore(page, name) {
  const { set, families } = exploration();
  const family = Object.hasOwn(families, name) ? families[name] : undefined;
  if (!family) return location.replace("#barriers");
  const questions = questionsOf(family);
  const unfinished = (await explorations(name)).filter(({ body }) => body.next).at(-1);
  const half = await draft(`explore-${name}`);
  const begun = half ?? (unfinished ? { ...answeredIn(unfinished), from: unfinished.record } : {});
  const { answers = {}, words = {}, from } = begun;
  let at = Math.max(0, questions.findIndex(([question]) => question === begun.next));

  const field = page.querySelector("textarea");
  const heading = page.querySelector("h1");
  const writing = drafting(page, `explore-${name}`, () => {
    const text = Object.keys({ ...answers, ...words }).join(" ");
    return { text, answers, words, from, next: questions[at][0] };
  });
  fill(page, { family: family.name });
  show();

  field.addEventListener("input", () => {
    const [question] = questions[at];
    if (field.value.trim()) words[question] = field.value;
    else delete words[question];
    showOpen();
  });
  page.querySelector("[data-answers]").addEventListener("click", ({ target, detail }) => {
    const pressed = target.closest("button");
    // The second tap of two was not meant for the next sentence.
    if (pressed && detail < 2) answer(pressed.dataset.answer);
  });
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    go(1);
  });
  page.querySelector("[data-before]").addEventListener("click", () => go(-1));
  page.querySelector("[data-stop]").addEventListener("click", () => keepIt(questions[at][0]));
  return writing.leave;

  function answer(value) {
    if (page.ariaBusy === "true") return;
    const [question] = questions[at];
    const isAgain = answers[question] === value;
    if (isAgain) delete answers[question];
    else answers[question] = value;
    changed();
    // The same once more takes it away, and stays to be answered otherwise.
    if (isAgain) show();
    else go(1);
  }

  function go(by) {
    if (page.ariaBusy === "true") return undefined;
    if (at + by >= questions.length) return keepIt();
    at = Math.max(0, at + by);
    changed();
    show();
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  // What was pressed goes into the half-written as what is typed does.
  function changed() {
    page.dispatchEvent(new Event("input"));
  }

  function show() {
    const [question, asks] = questions[at];
    const last = questions.length - 1;
    const way = at === last ? "last" : WAYS[at && 1 + Math.floor((3 * (at - 1)) / (last - 1))];
    fill(page, { question: asks, way: sentence(`way_${way}`) });
    field.value = words[question] ?? "";
    for (const button of page.querySelectorAll("[data-answer]")) {
      const isChosen = button.dataset.answer === answers[question];
      button.setAttribute("aria-pressed", String(isChosen));
      button.querySelector("[data-says]").textContent = sentence(`answer_${button.dataset.answer}`);
      button.querySelector("[data-chosen]").hidden = !isChosen;
    }
    reveal(page, "before", at > 0);
    say(page);
    showOpen();
  }

  function showOpen() {
    const [question] = questions[at];
    const isOpen = !answers[question] && !words[question];
    page.querySelector("[data-go]").textContent = sentence(isOpen ? "leave_open" : "go_on");
  }

  /** With `next`, to go on from there another day. */
  async function keepIt(next) {
    const isSaid = Object.keys({ ...answers, ...words }).length > 0;
    if (!isSaid && next) return (location.hash = "barriers");
    if (!isSaid) return say(page, sentence("nothing_answered"));
    await writing.around(async () => {
      try {
        const before = unfinished?.record === from ? unfinished : undefined;
        const result = await keepExploration({ set, family: name, answers, words, next }, before);
        await writing.drop();
        leaveNews(result.sent && next ? sentence("half_kept") : keptAs(result));
        location.replace(next ? "#barriers" : `#explored/${result.record}`);
      } catch (error) {
        say(page, whyNot(error), true);
      }
    });
  }
}
