// One ritual whole: its rhythm, today's and yesterday's marks, what was written beside them.
import { doubtOn } from "#table/agreed.js";
import { monthInWords, plus, today } from "#web/days.js";
import { during, say } from "#web/paper.js";
import { openedIn } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { leaves, sync, synced } from "#web/store.js";
import { isSet, markOf, marksOf, setMark } from "./marks.js";
import { daysOfRests, drawRhythm, SPANS } from "./rhythm.js";
import { showRests, validRest } from "./rests.js";
import { showSaid, wipeSaid, wordsOf } from "./said.js";

export function watchRitual(page) {
  const ritual = { couple: page.dataset.couple, joint: page.dataset.ritual };
  const state = { span: SPANS.weeks, marked: new Set(), rests: new Set() };
  for (const button of page.querySelectorAll("[data-span]")) {
    button.addEventListener("click", () => {
      state.span = SPANS[button.dataset.span];
      for (const each of page.querySelectorAll("[data-span]")) {
        each.setAttribute("aria-pressed", String(each === button));
      }
      draw(page, state);
    });
  }
  for (const button of page.querySelectorAll("[data-mark]")) {
    button.addEventListener("click", () => mark(button));
  }
  document.addEventListener("drawleaf:open", look);
  document.addEventListener("drawleaf:wipe", () => wipe(page));
  return begin();

  async function mark(button) {
    const marks = page.querySelector("[data-marks]");
    let said = "";
    await during(marks, async () => (said = await turn(page, ritual, button)));
    if (said) say(marks, said);
    await look();
  }

  // A device that has nothing here yet has nothing to draw before it has fetched it.
  async function begin() {
    const coming = sync().catch(() => {});
    if (!(await synced()).ever) await coming;
    await look();
    coming.then(look);
  }

  async function look() {
    const words = page.querySelector("[data-words-of-it]");
    if (!words) return;
    await openedIn(words);
    const { body, trouble } = words.querySelector("sealed-text").leaf ?? {};
    if (trouble === "shut" || !body) return;
    for (const why of page.querySelectorAll("[data-why]")) why.hidden = why.dataset.why !== body.sort;
    const doubt = page.querySelector("[data-rhythm]") && doubtOn(words, ritual.joint, "ritual");
    if (doubt) words.querySelector("[data-leaf-trouble]").textContent = sentence(doubt);
    await show(page, ritual, state, Boolean(doubt));
  }
}

function wipe(page) {
  for (const place of page.querySelectorAll("[data-picture], [data-days], [data-rests]")) {
    place.replaceChildren();
  }
  wipeSaid(page);
}

async function show(page, ritual, state, isDoubted) {
  const found = (await leaves(ritual.couple, ({ joint }) => joint === ritual.joint)).filter(({ trouble }) => !trouble);
  const ticks = await marksOf(ritual, found);
  state.marked = new Set(ticks.filter(isSet).map(({ body }) => body.day));
  state.rests = daysOfRests(found.filter((leaf) => validRest(leaf, ritual.joint)).map(({ body }) => body), today());
  draw(page, state);
  showRests(page, found, ritual.joint);
  showSaid(page, ticks, found);
  const marks = page.querySelector("[data-marks]");
  if (!marks) return;
  marks.hidden = isDoubted;
  for (const button of marks.querySelectorAll("[data-mark]")) {
    const mine = await markOf(ritual, plus(today(), -Number(button.dataset.mark)));
    button.setAttribute("aria-pressed", String(isSet(mine)));
  }
}

function draw(page, { marked, rests, span }) {
  const section = page.querySelector("[data-rhythm]");
  if (!section) return;
  section.hidden = false;
  drawRhythm(section.querySelector("[data-picture]"), { marked, rests, today: today(), span });
  const months = new Map();
  for (const day of [...marked].sort().reverse()) {
    const month = day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), Number(day.slice(8))]);
  }
  const lines = [...months].map(([month, days]) => {
    const line = document.createElement("li");
    line.textContent = `${monthInWords(month)}: ${days.join(", ")}`;
    return line;
  });
  if (!lines.length) lines.push(Object.assign(document.createElement("li"), { textContent: sentence("no_marks") }));
  section.querySelector("[data-days]").replaceChildren(...lines);
}

async function turn(page, ritual, button) {
  const day = plus(today(), -Number(button.dataset.mark));
  const before = await markOf(ritual, day);
  const done = !isSet(before);
  if (!done && wordsOf(before.body).length && !button.isWarned) {
    button.isWarned = true;
    return sentence("takes_words");
  }
  button.isWarned = false;
  await setMark(ritual, page.dataset.ticks, day, done);
  return sentence(done ? "ticked" : "unticked");
}

