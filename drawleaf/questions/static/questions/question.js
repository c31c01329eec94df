// One question, as its page shows it: to be answered, kept, opened, read.
import { holdWords } from "#web/holding.js";
import { during, goOnFrom, say } from "#web/paper.js";
import { needOfPage } from "#web/sealed.js";
import { sentence } from "#web/sentences.js";
import { questionOf, who } from "#web/vault.js";
import { needNotebook } from "#web/unlock.js";
import { membersOf } from "#table/laying.js";
import { fieldsFor, showAnswer } from "./parts.js";
import { keepAnswer, myAnswer, openMine, theirAnswer, withdrawAnswer } from "./reveal.js";
import { readSets, whichOf } from "./sets.js";
import { lookAgain, whenInWords } from "./times.js";

// Which question it is, one's own words from before new keys still say: the answers bind to it.
const READABLE = [undefined, "from_before"];
const no = (reason) => Object.assign(new Error(reason), { reason });

export function watchQuestion(page) {
  const given = JSON.parse(document.getElementById("given").textContent);
  const sets = readSets();
  const item = { couple: page.dataset.couple, joint: given.joint, given };
  const part = (name) => page.querySelector(`[data-${name}]`);
  const form = part("answer");
  let [turn, kept, asked] = [0, null, null];

  if (form) {
    holdWords(form);
    form.addEventListener("submit", (event) => act(event, form, keep));
  }
  for (const [name, verb] of [["withdraw", withdraw], ["opening", open]]) {
    part(name)?.addEventListener("submit", (event) => act(event, part(name), verb));
  }
  part("closed")?.querySelector("button").addEventListener("click", needNotebook);
  part("change")?.addEventListener("click", change);
  part("words").addEventListener("sealed:opened", ({ detail }) => look(detail));
  document.addEventListener("drawleaf:wipe", wipe);
  for (const name of ["unlocked", "locked"]) {
    document.addEventListener(`drawleaf:${name}`, () => asked && draw());
  }
  fillTimes(page, given);
  if (page.dataset.state === "due" && given.release) lookAgain(page);

  async function look({ body, trouble, author, mine }) {
    if (!body || !READABLE.includes(trouble)) return;
    const which = whichOf(sets, body);
    if (!which) return say(page, sentence("other_question"), true);
    asked = which;
    item.question = await questionOf(which.id, which.text);
    part("asks").textContent = which.asks;
    const name = mine ? (await partnerOf(item.couple)) : author.name;
    for (const place of page.querySelectorAll("[data-partner]")) place.textContent = name;
    await draw();
  }

  async function draw() {
    const now = ++turn;
    const hadFocus = page.contains(document.activeElement);
    try {
      kept = await myAnswer(item);
      if (now !== turn) return;
      part("closed")?.toggleAttribute("hidden", true);
    } catch (error) {
      if (now !== turn) return;
      kept = null;
      part("closed")?.toggleAttribute("hidden", error.reason !== "shut");
      if (error.reason !== "shut") say(page, sentence(error.reason ?? "else"), true);
    }
    if (kept && part("mine")) showAnswer(part("mine"), asked, kept.answer);
    if (form && !part("fields").children.length) part("fields").append(...fieldsFor(asked));
    const isKept = Boolean(kept) || (given.commitment && page.dataset.state === "before");
    for (const place of page.querySelectorAll("[data-if-kept]")) place.hidden = !isKept;
    if (form) form.hidden = isKept;
    if (page.dataset.state === "open") await drawOpened(now);
    if (hadFocus) goOnFrom(page.querySelector("h1"));
  }

  async function drawOpened(now) {
    const theirs = await theirAnswer(item).catch((error) => ({ error }));
    if (now !== turn) return;
    const { error } = theirs;
    const answer = error ? error.shown?.body : theirs;
    if (answer) showAnswer(part("theirs"), asked, answer);
    part("false").textContent = error ? sentence(error.reason ?? "else") : "";
    part("false").hidden = !error;
  }

  function wipe() {
    turn += 1;
    [kept, asked] = [null, null];
    for (const name of ["mine", "theirs", "asks"]) part(name)?.replaceChildren();
  }

  function change() {
    part("fields").replaceChildren(...fieldsFor(asked, kept?.answer));
    for (const place of page.querySelectorAll("[data-if-kept]")) place.hidden = true;
    form.hidden = false;
    form.querySelector("textarea, input").focus();
  }

  async function keep() {
    const answer = membersOf(form);
    if (!Object.keys(answer).length) throw no("unsaid");
    await keepAnswer(item, answer, form.action);
  }

  function withdraw() {
    return withdrawAnswer(item, part("withdraw").action);
  }

  // Only with one's own words on view: the first press may open the notebook, the next opens them.
  async function open() {
    if (!kept) throw no("look_first");
    const { action: opening, dataset } = part("opening");
    await openMine(item, kept, { opening, ahead: dataset.ahead });
  }

  function act(event, place, verb) {
    event.preventDefault();
    during(place, async () => {
      const wasOpen = (await who())?.notebook;
      if (!(await needNotebook())) return;
      needOfPage(item.couple);
      if (place === part("opening") && !wasOpen) return;
      await verb();
      location.reload();
    });
  }
}

async function partnerOf(couple) {
  return (await who())?.couples.find(({ id }) => id === couple)?.partner.name ?? "";
}

function fillTimes(page, { opens_at: opens }) {
  for (const place of page.querySelectorAll("[data-when]")) place.textContent = opens ? whenInWords(opens) : "";
}
