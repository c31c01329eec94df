// A line for today: sealed on Keep, asking once for the passphrase where the notebook is shut.
import { drafting } from "#notebook/drafting.js";
import { keepEntry, keptAs, whyNot } from "#notebook/keeping.js";
import { today } from "#web/days.js";
import { watchDots } from "#web/dots.js";
import { inOne } from "#web/holding.js";
import { goOnFrom, say } from "#web/paper.js";
import { sentence } from "#web/sentences.js";
import { draft } from "#web/store.js";
import { needNotebook } from "#web/unlock.js";
import { who } from "#web/vault.js";

const AWAY = 5 * 60_000;
const EVERY = 15_000;
const NOTHING = { text: "" };

export function line(form) {
  const field = form.querySelector("textarea");
  const dots = watchDots(form, () => form.dispatchEvent(new Event("input")));
  const said = () => ({ text: field.value, ...dots.values() });
  const half = drafting(form, "today", () => ({ day: today(), ...(isSaid(said()) ? said() : (held ?? NOTHING)) }));
  // With the notebook shut there is no key to seal a draft with. Then the words wait in this
  // page's memory, five minutes without a touch at most: after Close until the passphrase is there,
  // else until the page is in view.
  let held = null;
  let isClosed = false;
  let wasShut = true;
  let finding = null;
  let touched = Date.now();

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    half.around(keepIt).catch((error) => say(form, whyNot(error), true));
  });
  for (const sign of ["pointerdown", "keydown", "scroll", "input"]) {
    document.addEventListener(sign, touch, { passive: true, capture: true });
  }
  setInterval(look, EVERY);
  document.addEventListener("drawleaf:closing", () => (isClosed = true));
  document.addEventListener("drawleaf:locked", shut);
  document.addEventListener("drawleaf:wipe", takeAway);
  document.addEventListener("drawleaf:twice", () => say(form, sentence("both_kept")));
  document.addEventListener("drawleaf:open", find);
  find();

  async function keepIt() {
    say(form);
    if (!isSaid(said())) return;
    const before = JSON.stringify(said());
    // Close shuts the dialog too, and has taken the words by then.
    if (!(await needNotebook())) return isSaid(said()) && say(form, sentence("unkept"), true);
    // What was begun before comes with the notebook, and is seen before it is kept.
    await find();
    if (JSON.stringify(said()) !== before) return say(form, sentence("found_before"));
    const result = await keepEntry(form, { day: today(), ...said() });
    if (!result) return;
    await half.drop();
    put(NOTHING);
    say(form, keptAs(result));
    goOnFrom(form.querySelector(".say"));
  }

  function takeAway() {
    half.save();
    if (isSaid(said())) held = both(held, said());
    put(NOTHING);
  }

  async function shut() {
    isClosed = wasShut = true;
    takeAway();
    if (await half.isKept()) held = null;
  }

  // What comes back after five minutes is not known to come back to the same person.
  function look() {
    if (Date.now() - touched < AWAY) return;
    half.save();
    say(form);
    held = null;
    if (isSaid(said())) put(NOTHING);
  }

  function touch() {
    look();
    touched = Date.now();
  }

  function find() {
    finding ??= findOnce().finally(() => (finding = null));
    return finding;
  }

  async function findOnce() {
    look();
    const isOpen = (await who())?.notebook;
    if (isOpen) isClosed = false;
    if (isClosed) return;
    await half.isKept();
    // What stands in the field while the notebook was open all along is in the draft already.
    const kept = isOpen && (wasShut || !isSaid(said())) ? await draft("today") : null;
    if (isOpen) wasShut = false;
    const found = both(kept, held);
    held = null;
    if (!found) return;
    put(isSaid(said()) ? both(found, said()) : found);
    if (said().text !== kept?.text) form.dispatchEvent(new Event("input"));
  }

  function put(words) {
    field.value = words.text;
    dots.put(words);
    show();
  }

  function show() {
    form.querySelector(".button").hidden = !isSaid(said());
  }
}

function both(older, newer) {
  if (!older || !newer) return older ?? newer;
  return { ...older, ...newer, text: inOne(older.text, newer.text) };
}

const isSaid = ({ text, close, outside }) => Boolean(text.trim() || close || outside);
