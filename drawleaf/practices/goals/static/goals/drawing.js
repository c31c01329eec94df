// What a page tells of a goal beyond its words: the pictures, the sum, rests, and how it ended. Drawn
// as soon as everything of it is open, and gone with the words when the page is covered.
import { DAY, dayInWords, today } from "#web/days.js";
import { sentence } from "#web/sentences.js";
import { filled } from "./amounts.js";
import { counts, endingOf, isLookedAt, leavesIn, restsOn } from "./leaves.js";
import { FULL, leaf, twig } from "./picture.js";
import { aimOf, putAside, saySums } from "./sums.js";

const goals = () => document.querySelectorAll("[data-goal]");
const ROW = 8;
const DRAWN = ["sum", "apart", "uncounted", "picture", "twig", "resting", "ended", "beside", "amount", "read-as"];

export function watchGoals(more = () => {}) {
  document.addEventListener("sealed:opened", ({ target }) => {
    const place = target.closest("[data-goal]");
    if (place && isLookedAt(place)) draw(place, more);
  });
  document.addEventListener("drawleaf:wipe", () => goals().forEach(clear));
}

function clear(place) {
  for (const name of DRAWN) {
    for (const each of place.querySelectorAll(`[data-${name}]`)) each.replaceChildren();
  }
}

function draw(place, more) {
  const [words] = leavesIn(place, "words");
  const { goal } = place.dataset;
  if (!words?.body || words.trouble) return;
  if (words.record !== goal || words.place.dataset.collection !== "goal") return doubt(place);
  const steps = leavesIn(place, "step").filter((each) => counts(goal, each));
  const hasAmount = document.querySelector(`[data-has-amount="${CSS.escape(words.body.sort)}"]`) !== null;
  const contributions = leavesIn(place, "contribution");
  const state = { goal, words, steps, contributions, hasAmount: hasAmount || contributions.length > 0 };
  drawPictures(place, state);
  saySummary(place, state);
  sayRests(place, goal);
  sayEnd(place, state);
  more(place, state);
}

// What was laid for one goal is not counted under another's words.
function doubt(place) {
  clear(place);
  const line = place.querySelector("[data-leaf-trouble]");
  if (line) line.textContent = sentence("elsewhere");
}

function drawPictures(place, { goal, words, steps, contributions, hasAmount }) {
  const [picture, below] = ["picture", "twig"].map((name) => place.querySelector(`[data-${name}]`));
  const done = steps.filter(({ body }) => body.done === true).length;
  const ahead = steps.length - done;
  const isOver = place.querySelector("[data-ended]") !== null;
  const aim = aimOf(words.body);
  const { sums } = putAside(goal, contributions);
  const level = aim && sums.has(aim.currency) ? filled(sums.get(aim.currency), aim.amount, FULL) : 0;
  const drawLeaf = () => [leaf(level), sentence("leaf_fills")];
  const drawTwig = (columns) => [twig(done, ahead, columns), sentence(steps.length ? "twig_of" : "bare_twig", { done, ahead })];
  // A list has room for one of them.
  show(picture, hasAmount ? drawLeaf() : below ? null : drawTwig());
  show(below, steps.length || !(hasAmount || isOver) ? drawTwig(ROW) : null);
}

function show(place, drawn) {
  if (!place) return;
  place.hidden = !drawn;
  if (!drawn) return;
  place.replaceChildren(drawn[0]);
  place.setAttribute("aria-label", drawn[1]);
}

function saySummary(place, { goal, words, contributions, hasAmount }) {
  const { sums, uncounted } = putAside(goal, contributions);
  const { sum, apart } = hasAmount ? saySums(aimOf(words.body), sums) : {};
  write(place, "sum", sum);
  write(place, "apart", apart);
  write(place, "uncounted", uncounted ? sentence("uncounted") : "");
}

function sayRests(place, goal) {
  const rests = leavesIn(place, "rest");
  const running = rests.filter((each) => counts(goal, each) && restsOn(today(), each));
  for (const card of place.querySelectorAll("[data-rest]")) card.hidden = true;
  for (const { place: words, body } of running) {
    const card = words.closest("[data-rest]") ?? place;
    if (card !== place) card.hidden = false;
    write(card, "resting", sentence("rests_until", { day: dayInWords(body.until) }));
  }
}

function sayEnd(place, { goal, words }) {
  if (!place.querySelector("[data-ended]")) return;
  const act = endingOf(goal, words, leavesIn(place, "ending"));
  const name = act && DAY.test(act.day) ? `ended_${act.how}` : "ended_unsaid";
  write(place, "ended", sentence(name, { day: act ? dayInWords(act.day) : "" }));
}

function write(place, name, text = "") {
  for (const each of place.querySelectorAll(`[data-${name}]`)) each.textContent = text;
}
