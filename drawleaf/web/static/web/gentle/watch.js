// Beneath the fields of a form: a look at their wording, when it is asked for and, where the form
// says `data-look-before`, once before it is kept. It points, and leaves everything as it is; what
// has been pointed at once holds nobody up again.
import { goOnFrom } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { drawPoints, pointsIn } from "./points.js";
import { isOff, turn } from "./switch.js";

const A_MOMENT = 400;

export function watchWording() {
  for (const root of document.querySelectorAll("[data-gentle]")) watch(root);
}

function watch(root) {
  const form = root.closest("form");
  const part = (name) => root.querySelector(`[data-${name}]`);
  const [link, turnOn, pointed, before] = ["wording", "turn-on", "pointed", "before"].map(part);
  const said = root.querySelector("[role=status]");
  // Fetched with the page, and not when somebody asks: so no request tells that they do.
  const coming = fetchRules(root.dataset.rules);
  const seen = new Set();
  let [rules, submitter, later] = [null, null, null];

  coming.then((found) => (rules = found)).catch(() => {});
  drawSwitch();
  link.addEventListener("click", () => (pointed.hidden ? ask() : shut()));
  part("put-away").addEventListener("click", () => {
    shut();
    goOnFrom(link);
  });
  part("turn-off").addEventListener("click", () => switchTo(false, turnOn));
  turnOn.addEventListener("click", () => switchTo(true, link));
  part("as-it-is").addEventListener("click", goOn);
  form.addEventListener("submit", lookBefore, { capture: true });
  form.addEventListener("input", () => {
    said.textContent = "";
    clearTimeout(later);
    if (!pointed.hidden) later = setTimeout(drawAgain, A_MOMENT);
  });
  document.addEventListener("drawleaf:wipe", shut);

  async function ask() {
    rules ??= await coming.catch(() => fetchRules(root.dataset.rules)).catch(() => null);
    const points = rules ? current() : [];
    if (points.length) return show(points);
    said.textContent = sentence(rules ? "nothing_pointed_at" : "no_line");
  }

  function lookBefore(event) {
    if (!("lookBefore" in form.dataset) || isOff() || !rules) return;
    const points = current();
    if (points.every((point) => seen.has(markOf(point)))) return shut();
    event.preventDefault();
    event.stopImmediatePropagation();
    submitter = event.submitter;
    show(points);
    before.hidden = false;
  }

  function show(points) {
    for (const point of points) seen.add(markOf(point));
    said.textContent = "";
    drawPoints(root, points);
    pointed.hidden = false;
    link.setAttribute("aria-expanded", "true");
    pointed.querySelector("h2").focus();
  }

  // While one writes, what has gone goes from the list, and nothing new is pointed at.
  function drawAgain() {
    const points = rules ? current().filter((point) => seen.has(markOf(point))) : [];
    if (points.length) drawPoints(root, points);
    else shut();
  }

  function shut() {
    clearTimeout(later);
    pointed.hidden = true;
    before.hidden = true;
    said.textContent = "";
    link.setAttribute("aria-expanded", "false");
    drawPoints(root, []);
  }

  function goOn() {
    shut();
    goOnFrom(submitter ?? link);
    form.requestSubmit(submitter);
  }

  function switchTo(on, place) {
    turn(on);
    shut();
    drawSwitch();
    goOnFrom(place);
  }

  function drawSwitch() {
    link.hidden = isOff();
    turnOn.hidden = !isOff();
  }

  function current() {
    return pointsIn(form.querySelectorAll("textarea"), rules);
  }
}

async function fetchRules(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return response.json();
}

// A number in place of the words, so that none stay in memory longer than in their field.
function markOf({ words, rule }) {
  let mark = 0;
  for (const letter of rule.shape + words) mark = (Math.imul(mark, 31) + letter.codePointAt(0)) | 0;
  return mark;
}
