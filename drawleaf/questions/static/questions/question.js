// One question, as its page shows it: to be answered, kept, opened, read.
import { comingBack } from "#notebook/coming_back.js";
import { drafting } from "#notebook/drafting.js";
import { holdWords } from "#web/holding.js";
import { no } from "#web/no.js";
import { during, goOnFrom, say } from "#web/paper.js";
import { needOfPage, openedIn } from "#web/sealed.js";
import { explain, sentence } from "#web/sentences.js";
import { draft } from "#web/store.js";
import { questionOf, who, wholeText } from "#web/vault.js";
import { needNotebook } from "#web/unlock.js";
import { membersOf } from "#table/laying.js";
import { fieldsFor, showAnswers, showBoth } from "./parts.js";
import { keepAnswer, myAnswer, openMine, theirAnswer, whatIOpened, withdrawAnswer } from "./reveal.js";
import { isReadable, readSets, whichOf } from "./sets.js";
import { lookAgain, sayWhen } from "./times.js";

/** Resolves when what can be shown stands on the page, so that nothing moves under its reader. */
export function watchQuestion(page) {
  const given = JSON.parse(document.getElementById("given").textContent);
  const item = { couple: page.dataset.couple, joint: given.joint, given };
  const [isOpen, sets, written] = [given.state === "open", readSets(), `question ${given.joint}`];
  const part = (name) => page.querySelector(`[data-${name}]`);
  const form = part("answer");
  let [turn, kept, asked, looking, isChanging] = [0, null, null, null, false];

  const half = form && drafting(form, written, () => ({ text: Object.values(membersOf(form)).join(" "), answer: membersOf(form) }));
  if (form) holdWords(form);
  const [comesBack, said] = [form && comingBack(form, written), () => form && JSON.stringify(membersOf(form))];
  const withdraw = () => withdrawAnswer(item, part("withdraw").action);
  for (const [name, verb] of Object.entries({ answer: keep, withdraw, opening: open })) {
    part(name)?.addEventListener("submit", (event) => act(event, part(name), verb));
  }
  part("closed")?.querySelector("button").addEventListener("click", needNotebook);
  part("change")?.addEventListener("click", change);
  part("words").addEventListener("sealed:opened", ({ detail }) => (looking = look(detail)));
  document.addEventListener("drawleaf:wipe", wipe);
  for (const name of ["unlocked", "locked"]) document.addEventListener(`drawleaf:${name}`, () => asked && !isOpen && draw());
  sayWhen(page, given.opens_at);
  if (given.release || given.commitment) lookAgain(given, () => !form || form.hidden);
  return openedIn(page).then(() => looking);

  async function look({ body, trouble }) {
    if (!body || !isReadable(trouble)) return;
    asked = whichOf(sets, body);
    if (!asked) return say(page, sentence("other_question"), true);
    item.question = await questionOf(asked.id, wholeText(asked));
    part("asks").textContent = asked.asks;
    const couple = (await who()).couples.find(({ id }) => id === item.couple);
    await draw();
    for (const place of page.querySelectorAll("[data-partner]")) place.textContent = couple.partner.name;
    for (const place of page.querySelectorAll("[data-follows]")) place.hidden = place.dataset.follows !== asked.id;
  }

  async function draw() {
    const now = ++turn;
    const hadFocus = page.contains(document.activeElement);
    const mine = await (isOpen ? whatIOpened(item) : myAnswer(item)).catch((error) => ({ error }));
    const theirs = isOpen ? await theirAnswer(item).catch((error) => ({ error })) : null;
    if (now !== turn) return;
    kept = mine?.error ? null : mine;
    const isShut = mine?.error?.reason === "shut";
    part("closed")?.toggleAttribute("hidden", !isShut);
    if (mine?.error && !isShut) say(page, explain(mine.error), true);
    if (theirs) drawBoth(theirs);
    else if (kept) showAnswers(part("mine"), asked, { own: kept.answer });
    if (form && !part("fields").children.length) part("fields").append(...fieldsFor(asked));
    await comesBack?.();
    showKept(!isChanging && Boolean(kept || given.commitment));
    if (hadFocus) goOnFrom(page.querySelector("h1"));
    return kept;
  }

  function showKept(isKept) {
    if (form) form.hidden = isKept;
    for (const place of page.querySelectorAll("[data-if-kept]")) place.hidden = !isKept;
  }

  function drawBoth({ error, answer }) {
    showBoth(part("both"), asked, { theirs: answer ?? error.shown?.body, mine: kept?.answer });
    for (const place of page.querySelectorAll("[data-doubt]")) place.textContent = kept?.trouble ? sentence(kept.trouble) : "";
    Object.assign(part("false"), { textContent: error ? explain(error) : "", hidden: !error });
  }

  function wipe() {
    turn += 1;
    [kept, asked] = [null, null];
    for (const name of ["mine", "both", "asks"]) part(name)?.replaceChildren();
  }

  async function change() {
    if (!(await needNotebook()) || !(kept ?? (await draw()))) return;
    isChanging = true;
    const before = await draft(written).catch(() => null);
    part("fields").replaceChildren(...fieldsFor(asked, before?.answer ?? kept?.answer));
    showKept(false);
    form.querySelector("textarea, input").focus();
  }

  async function keep() {
    const answer = membersOf(form);
    if (!Object.keys(answer).length) throw no("unsaid");
    await keepAnswer(item, answer, form.action);
    await half.drop();
  }

  function open() {
    if (!kept) throw no("look_first");
    const { action: opening, dataset } = part("opening");
    return openMine(item, kept, { opening, ahead: dataset.ahead });
  }

  // One opens only with one's own words on view: a press that opens the notebook shows them first.
  function act(event, place, verb) {
    event.preventDefault();
    during(place, async () => {
      const [wasOpen, before] = [(await who())?.notebook, said()];
      if (!(await needNotebook()) || (verb === open && !wasOpen)) return;
      needOfPage(item.couple);
      if (!wasOpen) await draw();
      if (verb === keep && said() !== before) throw no("found_before");
      await verb();
      location.reload();
    });
  }
}
